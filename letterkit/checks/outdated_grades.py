"""Does the letter quote grades of a PEEL cycle after those of a newer one were published?"""

from collections.abc import Iterator

from letterkit.checks.checked_letter import CheckedLetter
from letterkit.findings import Note, Severity
from letterkit.letter import Reference


def check(letter: CheckedLetter) -> Iterator[Note]:
    """Find each cycle in the letter that a newer one had followed by the letter's date, once.

    The cycle of a PEEL report that the letter answers is quoted by right.
    """
    pack, day = letter.pack, letter.day
    reports = [pack.reports[name] for name in pack.together_with(letter.report_id)]
    answered = {report.peel_cycle for report in reports if report.kind == "PEEL"}
    published = {key: cycle.as_of.last_day() for key, cycle in pack.shared["peel"].root.items()}
    for key, since in published.items():
        newer = [other for other, then in published.items() if since < then <= day]
        if newer and key not in answered and letter.uses(Reference.of("peel", key)):
            latest = max(newer, key=published.__getitem__)
            message = (
                f"The letter of {day} quotes the grades of this cycle, but those of '{latest}' were out by then. "
                f"Quote peel.{latest}, or say in the letter that an earlier inspection is meant, and why."
            )
            yield letter.fact_note("outdated-grades", Severity.WARNING, Reference.of("peel", key), message)
