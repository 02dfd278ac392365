"""What the checks of a review are given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from letterkit.checks import EvidenceIndex
from letterkit.errors import Place
from letterkit.findings import Finding, Severity
from letterkit.letter import IN_FILE, Manuscript
from letterkit.review.changes import Change
from letterkit.review.comparison import Comparison


@dataclass(frozen=True, slots=True)
class ReviewedDraft:
    """What the checks of a review are given: the file, what became of each value and wording, and the evidence.

    `margins` are the lines of headers and footers as generated, None if that is not known; `places` tells
    where each reference stands on disk; `anew` compares the letter as generated with the one composed today;
    `foreign` says that the file was not made from the letter; `elsewhere` has the values of other letters, by their
    references, each with its report, and `recorded` tells where the record was found.
    """

    file: str
    manuscript: Manuscript
    comparison: Comparison
    changes: Sequence[Change]
    evidence: EvidenceIndex
    places: Mapping[str, Place]
    margins: Sequence[str] | None = None
    anew: Comparison | None = None
    foreign: bool = False
    elsewhere: Mapping[tuple[str, ...], Sequence[tuple[str, str]]] = field(default_factory=dict)
    recorded: str = IN_FILE

    def finding(
        self, check: str, severity: Severity, subject: str, message: str, place: str, reference: str | None = None
    ) -> Finding:
        """Word a finding on a place in the file."""
        return Finding(check, severity, subject, message, Place(", ".join(filter(None, (self.file, place)))), reference)

    def evidence_at(self, reference: str) -> str:
        """Return a reference with its file and line, as far as these are known."""
        place = next(
            (self.places[name] for name in (reference, reference.rpartition(".")[0]) if name in self.places), None
        )
        return f"{reference} ({place})" if place else reference
