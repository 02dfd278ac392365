"""A review as one HTML page (WCAG 2.2 AA) to keep open beside Word: letter, findings and evidence side by side."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from letterkit.findings import Finding, Severity
from letterkit.formats.page_shell import render
from letterkit.output.pages.letter_view import letter_view
from letterkit.output.words import claims, plainly_named
from letterkit.review import Compared, Review, Verdict

SHOWN = [verdict for verdict in Verdict if verdict is not Verdict.MISSING]
QUIET = (Verdict.SAME, Verdict.EQUIVALENT)
GRAVEST_FIRST = sorted(Severity, reverse=True)


@dataclass(frozen=True, slots=True)
class EvidenceCard:
    """What is behind the value with this number: its name and text by rows; `linked` if it stands in the draft."""

    number: int
    value: str
    linked: bool
    quiet: bool
    rows: tuple[tuple[str, str], ...]


def write_review(review: Review) -> str:
    """Return the page."""
    return render(
        "output/pages/review.html.j2",
        review=review,
        counts=Counter(one.verdict for one in review.comparison.verdicts),
        claims=claims(review.claims),
        severities=GRAVEST_FIRST,
        verdicts=SHOWN,
        lines=letter_view(review),
        findings=list(_findings(review)),
        cards=list(_cards(review)),
        plainly_named=plainly_named,
    )


def _findings(review: Review) -> Iterator[tuple[Finding, int | None]]:
    """Go through the findings, each with the number of its spot in the draft if it has one."""
    numbered = {id(note.finding): number for number, note in enumerate(review.notes) if note.start is not None}
    for finding in review.findings():
        yield finding, numbered.get(id(finding))


def _cards(review: Review) -> Iterator[EvidenceCard]:
    verdicts = enumerate(review.comparison.verdicts)
    for number, one in sorted(verdicts, key=lambda pair: pair[1].verdict in QUIET):
        yield EvidenceCard(
            number,
            value=one.draft if one.draft is not None else one.record,
            linked=one.draft is not None and one.end > one.start,
            quiet=one.verdict in QUIET,
            rows=tuple((name, text) for name, text in _rows(review, one) if text),
        )


def _rows(review: Review, one: Compared) -> Iterator[tuple[str, str]]:
    yield "Verdict", str(one.verdict)
    if one.verdict not in QUIET:
        yield "Generated", one.record
        yield "Evidence", one.evidence or "does not print it now"
    if one.change:
        yield "Changed by", f"{one.change.author}, {one.change.date}"
    yield "Reference", one.reference
    yield "Source", review.sources.get(one.references[0], "")
