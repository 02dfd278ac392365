"""Does the letter rest on a fact that was good only until an earlier day?"""

from collections.abc import Iterator

from letterkit.checks.checked_letter import CheckedLetter
from letterkit.findings import Note, Severity


def check(letter: CheckedLetter) -> Iterator[Note]:
    """Find each fact in the letter whose `valid_until` is before the letter's date, once."""
    day, pack = letter.day, letter.pack
    for reference, fact in pack.facts():
        if fact.valid_until and fact.valid_until < day and letter.uses(reference):
            message = (
                f"The letter of {day} uses it, but it was good only until {fact.valid_until}. "
                "Find the newer figure, or correct 'valid_until'."
            )
            yield letter.fact_note("expired", Severity.ERROR, reference, message, field="valid_until")
