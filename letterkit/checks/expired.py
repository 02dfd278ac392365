"""Does the letter rest on a fact that was good only until an earlier day?"""

from collections.abc import Iterator

from letterkit.findings import Finding, Severity
from letterkit.letter import Letter
from letterkit.models.pack import EvidencePack


def check(letter: Letter, pack: EvidencePack, report_id: str) -> Iterator[Finding]:
    """Find each fact in the letter whose `valid_until` is before the letter's date, once."""
    day = pack.particulars(report_id).date
    used = {reference for span in letter.spans() if span.origin for reference in span.origin.references}
    for reference, fact in pack.facts():
        if fact.valid_until and fact.valid_until < day and any(name.startswith(f"{reference}.") for name in used):
            yield Finding(
                check="expired",
                severity=Severity.ERROR,
                subject=reference,
                message=(
                    f"The letter of {day} uses it, but it was good only until {fact.valid_until}. "
                    "Find the newer figure, or correct 'valid_until'."
                ),
                place=pack.place_of(f"{reference}.valid_until"),
                reference=reference,
            )
