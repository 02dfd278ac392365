"""Are numbers up to ten in words and those above in figures, and percentages with the sign?"""

import re
from collections.abc import Iterator

from letterkit.checks.checked_letter import CheckedLetter
from letterkit.evidence import in_words
from letterkit.findings import Note, Severity
from letterkit.language import SMALL_NUMBERS, Claim, ClaimKind, normal_form

A_THOUSAND = 1000
REACH = 60
"""How many characters before a number say of what it is the number: recommendation 12."""

RULE = "numbers up to ten in words, others in figures"
IN_A_ROW = re.compile(r"\s*(?:in|out of|of the|of|to|:|x|\)|/|-)\s*[\d,]*\d|[%/)]")


def check(letter: CheckedLetter) -> Iterator[Note]:
    """Find each count and percentage that is not as the office writes it; one that begins a sentence is in words."""
    for paragraph in letter.paragraphs:
        text = paragraph.own_words
        for claim in paragraph.own_claims:
            instead = _house_form(text, claim)
            if instead:
                what = "percentages with their sign" if claim.kind is ClaimKind.PERCENTAGE else RULE
                message = f"The office writes {what}: write '{instead}'."
                yield letter.note("number-style", Severity.NOTE, paragraph, (claim.start, claim.end), message)


def _house_form(text: str, claim: Claim) -> str | None:
    """Return the number as the office writes it, None if it is written so, or is the number of something."""
    said = normal_form(claim.text)[0]
    before = text[max(0, claim.start - REACH) : claim.start].rstrip()
    if claim.kind is ClaimKind.PERCENTAGE:
        return None if claim.text.endswith("%") else f"{said.strip('%')}%"
    if claim.kind is not ClaimKind.COUNT or not said.isdigit():
        return None
    number, in_digits = int(said), claim.text[0].isdigit()
    if in_digits and number < len(SMALL_NUMBERS):
        labelled = not before or before[-1] in "(-/" or re.search(r"[A-Z]\w+$", before) is not None
        return None if labelled or IN_A_ROW.match(text, claim.end) else in_words(number)
    if number >= A_THOUSAND and claim.text.isdigit():
        return f"{number:,}"
    if not in_digits and number >= len(SMALL_NUMBERS) and before and before[-1] not in ".:!?":
        return f"{number:,}"
    return None
