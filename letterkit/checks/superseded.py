"""Does the letter speak of a panel, body or person that was not there on its date?"""

from collections.abc import Iterator

from letterkit.checks.checked_letter import CheckedLetter
from letterkit.evidence import Tenure
from letterkit.findings import Note, Severity


def check(letter: CheckedLetter) -> Iterator[Note]:
    """Find each fact with a tenure that does not cover the letter's date, once."""
    day, pack = letter.day, letter.pack
    for reference, fact in pack.facts():
        if not isinstance(fact, Tenure) or fact.covers(day) or not letter.uses(reference):
            continue
        successor = getattr(fact, "superseded_by", None)
        remedy = (
            f"Use '{successor}', which superseded it."
            if successor
            else "Use what was there that day, or correct the dates."
        )
        message = (
            f"The letter of {day} uses it, but it was there only "
            f"from {fact.since or 'ever'} to {fact.until or 'now'}. {remedy}"
        )
        yield letter.fact_note("superseded", Severity.ERROR, reference, message)
