"""Is a quotation opened and never closed, or closed without having been opened?"""

from collections.abc import Iterator

from letterkit.findings import Finding, Severity
from letterkit.letter import Letter, text_of
from letterkit.models.pack import EvidencePack
from letterkit.quotation_marks import quotations

AROUND = 30


def check(letter: Letter, _pack: EvidencePack, _report_id: str) -> Iterator[Finding]:
    """Find each double quotation mark without its partner in the same paragraph."""
    for line in letter.lines():
        text = text_of(line)
        for place in quotations(text)[1]:
            words = text[max(0, place - AROUND) : place + AROUND]
            message = f"This quotation mark has no partner: '{words}'. Add it where the quotation begins or ends."
            yield Finding("unbalanced", Severity.ERROR, f"'{text[place]}'", message)
