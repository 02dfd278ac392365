"""Does the letter still hold a place for words to come?"""

from collections.abc import Iterator

from letterkit.checks.checked_letter import CheckedLetter
from letterkit.findings import Note, Severity
from letterkit.language import find_place_holders

MESSAGE = "It holds a place for words that are still to come. Write them, or take it out."


def check(letter: CheckedLetter) -> Iterator[Note]:
    """Find each place-holder outside quotations, such as [insert date], TBC or XX."""
    for paragraph in letter.paragraphs:
        for match in find_place_holders(paragraph.own_words):
            yield letter.note("place-holders", Severity.WARNING, paragraph, match.span(), MESSAGE)
