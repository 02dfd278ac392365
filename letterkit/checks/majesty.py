"""Does the letter speak of Her Majesty when it was His, or the other way round?"""

import re
from collections.abc import Iterator
from datetime import date

from letterkit.examined import Examined
from letterkit.findings import Note, Severity
from letterkit.house_forms import day

ACCESSION = date(2022, 9, 8)
MAJESTY = re.compile(r"\b(?P<whose>[Hh]er|[Hh]is|HER|HIS) (?:Majesty|MAJESTY)")


def check(examined: Examined) -> Iterator[Note]:
    """Find each title that does not fit the letter's date: the King acceded on 8 September 2022."""
    right = "His" if examined.day >= ACCESSION else "Her"
    for passage in examined.passages:
        for match in MAJESTY.finditer(passage.own_words):
            if match["whose"].capitalize() != right:
                message = (
                    f"The letter is of {day(examined.day)}: write '{right} Majesty' ({day(ACCESSION)} changed it)."
                )
                yield examined.note("majesty", Severity.ERROR, passage, match.span(), message)
