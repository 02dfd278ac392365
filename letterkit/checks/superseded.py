"""Does the letter speak of a panel, body or person that was not there on its date?"""

from collections.abc import Iterator

from letterkit.findings import Finding, Severity
from letterkit.letter import Letter
from letterkit.models.fact import Tenure
from letterkit.models.pack import EvidencePack


def check(letter: Letter, pack: EvidencePack, report_id: str) -> Iterator[Finding]:
    """Find each fact with a tenure that does not cover the letter's date, once."""
    day = pack.particulars(report_id).date
    used = {reference for span in letter.spans() if span.origin for reference in span.origin.references}
    for fact_reference, fact in pack.facts():
        if (
            not isinstance(fact, Tenure)
            or fact.covers(day)
            or not any(name.startswith(f"{fact_reference}.") for name in used)
        ):
            continue
        successor = getattr(fact, "superseded_by", None)
        remedy = (
            f"Use '{successor}', which superseded it."
            if successor
            else "Use what was there that day, or correct the dates."
        )
        yield Finding(
            check="superseded",
            severity=Severity.ERROR,
            subject=fact_reference,
            message=(
                f"The letter of {day} uses it, but it was there only "
                f"from {fact.since or 'ever'} to {fact.until or 'now'}. {remedy}"
            ),
            place=pack.place_of(fact_reference),
            reference=fact_reference,
        )
