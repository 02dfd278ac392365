"""What is raised when the job cannot be done, each problem with its place: file, line, column."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from letterkit.language import in_one_line


class Place(NamedTuple):
    """A file with, where known, the line and column in it (both counted from 1), or where in a letter it is."""

    file: str
    line: int | None = None
    column: int | None = None
    where: str = ""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        return ", ".join(filter(None, (place, self.where)))


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: where it stands, what is wrong, what to do."""

    place: Place
    what: str
    remedy: str

    def __str__(self) -> str:
        return in_one_line(f"{self.place}: {self.what} {self.remedy}")


MOST_TOLD = 50
"""The most problems of one run that people are told; they mend these and look again."""


class LetterkitError(Exception):
    """Whatever stops letterkit and can be told in a sentence."""


class UsageError(LetterkitError):
    """The command names something that does not exist."""


class OverwriteRefused(LetterkitError):
    """The file on disk is not the one letterkit last wrote there."""


class UnsafeOutput(LetterkitError):
    """A Word file that Word would have to repair, or that does not read back as the letter meant."""


class InputError(LetterkitError):
    """Files that people wrote need mending."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class EvidenceError(InputError):
    """YAML under evidence/ that cannot be used."""


class TemplateError(InputError):
    """A letter template that cannot be rendered."""


class LetterheadError(InputError):
    """A letterhead that cannot carry a letter."""


class UnreadableDraft(InputError):
    """A Word file that cannot be read as a letter."""
