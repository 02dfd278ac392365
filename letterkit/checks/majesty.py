"""Does the letter speak of Her Majesty when it was His, or the other way round?"""

import re
from collections.abc import Iterator
from datetime import date

from letterkit.checks.checked_letter import CheckedLetter
from letterkit.evidence import day
from letterkit.findings import Note, Severity
from letterkit.language import sentence_at

ACCESSION = date(2022, 9, 8)
OF_THEN = re.compile(r"\b(?:late|then|former|(?:19|20)[01]\d|202[01])\b|Majesty the (?:Queen|King)")
"""What says that a sentence speaks of an earlier time."""
MAJESTY = re.compile(r"\b(?P<whose>[Hh]er|[Hh]is|HER|HIS) (?:Majesty|MAJESTY)")


def check(examined: CheckedLetter) -> Iterator[Note]:
    """Find each title that does not fit the letter's date: the King acceded on 8 September 2022."""
    right = "His" if examined.day >= ACCESSION else "Her"
    for passage in examined.passages:
        for match in MAJESTY.finditer(passage.own_words):
            sentence = sentence_at(passage.text, match.start())
            if match["whose"].capitalize() != right and not OF_THEN.search(sentence):
                message = (
                    f"The letter is of {day(examined.day)}: write '{right} Majesty' ({day(ACCESSION)} changed it)."
                )
                yield examined.note("majesty", Severity.ERROR, passage, match.span(), message)
