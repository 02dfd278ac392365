"""Is a quotation opened and never closed, or closed without having been opened?"""

from collections.abc import Iterator

from letterkit.checks.checked_letter import CheckedLetter
from letterkit.findings import Note, Severity
from letterkit.language import find_quotations


def check(letter: CheckedLetter) -> Iterator[Note]:
    """Find each double quotation mark without its partner in the same paragraph."""
    for paragraph in letter.paragraphs:
        for place in find_quotations(paragraph.text)[1]:
            words = paragraph.around(place, place + 1)
            message = f"This quotation mark has no partner: '{words}'. Add it where the quotation begins or ends."
            yield letter.note("unbalanced", Severity.ERROR, paragraph, (place, place + 1), message)
