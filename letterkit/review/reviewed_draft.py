"""What the checks of a review are given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from letterkit.checks import CheckedLetter, CheckedParagraph, Support
from letterkit.errors import Place
from letterkit.findings import Finding, Severity
from letterkit.language import sentence_at
from letterkit.letter import IN_FILE, Line, Manuscript, Reference, printed_references
from letterkit.review.changes import Change
from letterkit.review.comparison import Comparison
from letterkit.review.senses import Senses


@dataclass(frozen=True, slots=True)
class ReviewedDraft:
    """What the checks of a review are given: the file, what became of each value and wording, and the evidence.

    `senses` are its sentences beside what they were, `checked` is the file as the checks of a letter see it,
    `margins` are the lines of headers and footers as generated, None if that is not known; `places` tells where each
    reference stands on disk; `anew` compares the letter as generated with the one composed today; `foreign` says that
    the file was not made from the letter; `elsewhere` has the values of other letters, by their references, each with
    its report, and `recorded` tells where the record was found.
    """

    file: str
    manuscript: Manuscript
    comparison: Comparison
    changes: Sequence[Change]
    senses: Senses
    checked: CheckedLetter
    places: Mapping[Reference, Place]
    margins: Sequence[str] | None = None
    anew: Comparison | None = None
    foreign: bool = False
    elsewhere: Mapping[tuple[Reference, ...], Sequence[tuple[str, str]]] = field(default_factory=dict)
    recorded: str = IN_FILE

    def supports(self, change: Change) -> list[Support]:
        """Judge each claim in the sentence of the draft in which a change is."""
        paragraph = self.checked.paragraph_at(change.start)
        start, _ = sentence_at(paragraph.text, change.start - paragraph.start)
        _, end = sentence_at(paragraph.text, change.end - paragraph.start - 1)
        return paragraph.supports(start, end)

    def outside(self, line: Line) -> list[Support]:
        """Judge each claim in a line that is not in the body."""
        return CheckedParagraph(line.text, self.checked.evidence, (), line.place, 0).supports(0, len(line.text))

    def finding(
        self, check: str, severity: Severity, subject: str, message: str, place: str, reference: str | None = None
    ) -> Finding:
        """Word a finding on a place in the file."""
        return Finding(check, severity, subject, message, Place(self.file, where=place), reference)

    def evidence_at(self, *references: Reference) -> str:
        """Return the references of a value; of a single one, with its file and line as far as these are known."""
        if len(references) != 1:
            return printed_references(references)
        (reference,) = references
        place = self.places.get(reference) or self.places.get(reference.parent)
        return f"{reference} ({place})" if place else str(reference)
