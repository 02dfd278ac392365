"""Is a quotation opened and never closed, or closed without having been opened?"""

from collections.abc import Iterator

from letterkit.checks.checked_letter import CheckedLetter
from letterkit.findings import Note, Severity
from letterkit.language import find_quotations


def check(examined: CheckedLetter) -> Iterator[Note]:
    """Find each double quotation mark without its partner in the same paragraph."""
    for passage in examined.passages:
        for place in find_quotations(passage.text)[1]:
            words = passage.around(place, place + 1)
            message = f"This quotation mark has no partner: '{words}'. Add it where the quotation begins or ends."
            yield examined.note("unbalanced", Severity.ERROR, passage, (place, place + 1), message)
