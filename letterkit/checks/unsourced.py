"""Is a figure, date, grade, quotation or Act typed into the template, where nobody can tell its source?"""

from collections.abc import Iterator

from letterkit.claims import FIGURES, Claim, Kind, claims_in
from letterkit.findings import Finding, Severity
from letterkit.letter import Letter, Spans, text_of
from letterkit.models.pack import EvidencePack
from letterkit.readings import Word, is_figure, words_of

SOURCED = FIGURES | {Kind.GRADE, Kind.QUOTATION, Kind.STATUTE}
AROUND = 30


def check(letter: Letter, _pack: EvidencePack, report_id: str) -> Iterator[Finding]:
    """Find each claim of these kinds, in digits or in words, that does not come from evidence."""
    for line in letter.lines():
        text = text_of(line)
        for claim in _typed_in(line, text):
            words = text[max(0, claim.start - AROUND) : claim.end + AROUND]
            yield Finding(
                check="unsourced",
                severity=Severity.ERROR,
                subject=f"'{claim.text}'",
                message=(
                    f"This {claim.kind} is typed into the template of {report_id}: '{words}'. "
                    "Put it into evidence and print it from there."
                ),
            )


def _typed_in(line: Spans, text: str) -> Iterator[Claim]:
    """Go through the claims with a word that counts, and does not come from evidence."""
    sourced: list[tuple[int, int]] = []
    at = 0
    for span in line:
        if span.origin:
            sourced.append((at, at + len(span.text)))
        at += len(span.text)
    for claim in claims_in(text):
        if claim.kind in SOURCED and any(
            not any(start < claim.start + word.end and claim.start + word.start < end for start, end in sourced)
            for word in _words_that_count(claim)
        ):
            yield claim


def _words_that_count(claim: Claim) -> list[Word]:
    """Return the words to be looked up: of a figure its numbers, but no 'one' by itself; of others first and last."""
    words = words_of(claim.text)
    if claim.kind not in FIGURES:
        return [words[0], words[-1]] if words else []
    return [word for word in words if is_figure(word.plain.lower()) and claim.text.lower() != "one"]
