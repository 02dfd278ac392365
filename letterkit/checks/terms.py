"""Does the letter use a term that the office avoids?"""

import re
from collections.abc import Iterator

from letterkit.checks.checked_letter import CheckedLetter
from letterkit.findings import Note, Severity


def check(letter: CheckedLetter) -> Iterator[Note]:
    """Find each of the office's `terms_to_avoid` outside quotations, with what to write instead."""
    for term, instead in letter.pack.office.house_style.terms_to_avoid.items():
        pattern = re.compile(rf"(?<!\w){re.escape(term)}(?!\w)", 0 if term.isupper() else re.IGNORECASE)
        for paragraph in letter.paragraphs:
            for match in pattern.finditer(paragraph.own_words):
                message = f"The office avoids this term. Write '{instead}'."
                yield letter.note("terms", Severity.WARNING, paragraph, match.span(), message)
