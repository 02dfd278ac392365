"""Is a figure, date, grade, quotation or Act typed into the template, where nobody can tell its source?"""

from collections.abc import Iterator

from letterkit.checks.checked_letter import CheckedLetter, CheckedParagraph
from letterkit.findings import Note, Severity
from letterkit.language import FIGURE_KINDS, Claim, ClaimKind, Word, is_figure, words_of

SOURCED = FIGURE_KINDS | {ClaimKind.GRADE, ClaimKind.QUOTATION, ClaimKind.STATUTE}


def check(letter: CheckedLetter) -> Iterator[Note]:
    """Find each claim of these kinds, in digits or in words, that does not come from evidence."""
    for paragraph in letter.paragraphs:
        for claim in _typed_in(paragraph):
            where = f"the template of {letter.report_id}: '{paragraph.around(claim.start, claim.end)}'"
            message = f"This {claim.kind} is typed into {where}. Put it into evidence and print it from there."
            yield letter.note("unsourced", Severity.ERROR, paragraph, (claim.start, claim.end), message)


def _typed_in(paragraph: CheckedParagraph) -> Iterator[Claim]:
    """Go through the claims with a word that counts, and does not come from evidence."""
    for claim in (claim for claim in paragraph.claims if claim.kind in SOURCED):
        places = ((claim.start + word.start, claim.start + word.end) for word in _words_that_count(claim))
        if not all(paragraph.is_sourced(start, end) for start, end in places):
            yield claim


def _words_that_count(claim: Claim) -> list[Word]:
    """Return the words to be looked up: of a figure its numbers, but no 'one' by itself; of others first and last."""
    words = words_of(claim.text)
    if claim.kind not in FIGURE_KINDS:
        return [words[0], words[-1]] if words else []
    return [word for word in words if is_figure(word.plain.lower()) and claim.text.lower() != "one"]
