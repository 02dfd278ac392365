"""Does a template name a body that evidence does not know, or a response claim what evidence does not bear out?"""

from collections.abc import Iterator

from letterkit.checks.checked_letter import CheckedLetter, CheckedParagraph
from letterkit.checks.facts import Backing
from letterkit.findings import Note, Severity
from letterkit.language import ClaimKind
from letterkit.letter import Reference

JUDGED_IN_TEMPLATES = (ClaimKind.NAME, ClaimKind.CROSS_REFERENCE, ClaimKind.COMPARISON)
PARTS_OF_RESPONSES = ("answers", "commitments", "letter")
OWN_WORDS = ("what", "reason_for_none", "reply")


def check(letter: CheckedLetter) -> Iterator[Note]:
    """Find each name, cross-reference and comparison typed into a template that nothing in evidence supports.

    What a response says in its own words is judged, too, with its figures.
    """
    for paragraph in letter.paragraphs:
        for start, end, reference in _free_prose(paragraph):
            for found in paragraph.supports(start, end):
                if found.backing is Backing.SUPPORTED:
                    continue
                if reference is None and found.claim.kind not in JUDGED_IN_TEMPLATES:
                    continue  # unsourced tells these
                if found.backing is Backing.CONTRADICTED:
                    message = f"Evidence says '{found.value}' in {found.reference}. Correct one of them."
                else:
                    where = reference or f"the template of {letter.report_id}"
                    message = f"Nothing in evidence supports this {found.claim.kind} in {where}. "
                    message += found.hint or "Add it to evidence, or take it out."
                stretch = (found.claim.start, found.claim.end)
                yield letter.note(found.backing, Severity.ERROR, paragraph, stretch, message, *found.references)


def _free_prose(paragraph: CheckedParagraph) -> Iterator[tuple[int, int, Reference | None]]:
    """Go through the stretches between what is sourced, and those that are the text of a response."""
    at = 0
    for one in paragraph.sourced:
        yield at, one.start, None
        if _is_own_words(one.references[0]):
            yield one.start, one.end, one.references[0]
        at = one.end
    yield at, len(paragraph.text), None


def _is_own_words(reference: Reference) -> bool:
    """Tell whether a value is what a response says in the office's own words."""
    match reference:
        case ("responses", _, part, *_):
            return part in PARTS_OF_RESPONSES and reference.name in OWN_WORDS
        case _:
            return False
