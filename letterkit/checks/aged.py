"""Is a figure in the letter older than the office allows?"""

from collections.abc import Iterator

from letterkit.checks.checked_letter import CheckedLetter
from letterkit.findings import Note, Severity

STATISTICS = "statistics"


def check(letter: CheckedLetter) -> Iterator[Note]:
    """Find each statistic in the letter that is further back than the office's `figures_no_older_than`, once."""
    pack, day = letter.pack, letter.day
    limit = pack.office.house_style.figures_no_older_than
    if limit is None:
        return
    for reference, fact in pack.facts():
        if reference.kind != STATISTICS or limit.day(fact.as_of.last_day()) >= day:
            continue
        if letter.uses(reference):
            message = (
                f"The letter of {day} uses it, but it is as of {fact.as_of.isoformat()}, and the office's limit is "
                f"{limit.within} {limit.unit}s. Find a newer figure, or say in the letter how old it is."
            )
            yield letter.fact_note("aged", Severity.WARNING, reference, message)
