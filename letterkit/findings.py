"""What letterkit has to say about a letter that it could make or read."""

from dataclasses import dataclass
from enum import IntEnum

from letterkit.errors import Place
from letterkit.language import in_one_line


class Severity(IntEnum):
    """How much a finding matters; ordered, so that thresholds compare."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The word people read."""
        return self.name.lower()

    @property
    def colour(self) -> str:
        """The colour in a terminal."""
        return COLOURS[self]


COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One answer of a check: what it is about, what is wrong and what to do."""

    check: str
    severity: Severity
    subject: str
    message: str
    place: Place | None = None
    reference: str | None = None

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        return in_one_line(f"{where}{self.severity.label}: {self.subject}: {self.message} [{self.check}]")


@dataclass(frozen=True, slots=True)
class Note:
    """A finding and, if it has one, its place in the text of the letter."""

    finding: Finding
    start: int | None = None
    end: int | None = None

    def overlaps(self, other: "Note") -> bool:
        """Tell whether two findings are about the same words; one without a place is about none."""
        if self.start is None or self.end is None or other.start is None or other.end is None:
            return False
        return self.start < other.end and other.start < self.end
