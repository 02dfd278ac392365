"""Does the letter speak of Her Majesty when it was His, or the other way round?"""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from letterkit.checks.checked_letter import CheckedLetter, CheckedParagraph
from letterkit.evidence import PartialDate, day
from letterkit.findings import Note, Severity
from letterkit.language import ClaimKind, sentence_at

ACCESSIONS = (
    (date(1837, 6, 20), "Her"),
    (date(1901, 1, 22), "His"),
    (date(1952, 2, 6), "Her"),
    (date(2022, 9, 8), "His"),
)
"""From which day the sovereign was a queen or a king: Victoria, four kings, Elizabeth II, Charles III."""
OF_THEN = re.compile(r"\b(?:late|then|former)\b|Majesty the (?:Queen|King)")
"""What says that a sentence speaks of an earlier time, without saying which."""
MAJESTY = re.compile(r"\b(?P<whose>[Hh]er|[Hh]is|HER|HIS) (?:Majesty|MAJESTY)")
WHEN = (ClaimKind.DATE, ClaimKind.MONTH, ClaimKind.PERIOD)
VICTORIAN = re.compile(r"18\d\d")
"""A year that is read as a number; a number of that size has a comma."""
OF_AN_ACT = re.compile(r" Act\b")
MOMENT = re.compile(r"(?<!\d)(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?!\d)")


def check(letter: CheckedLetter) -> Iterator[Note]:
    """Find each title that fits neither the letter's date nor a time that its sentence names."""
    right = _title_on(letter.day)
    changed = day(ACCESSIONS[-1][0])
    for paragraph in letter.paragraphs:
        for match in MAJESTY.finditer(paragraph.own_words):
            whose = match["whose"].capitalize()
            if whose != right and not _fits_a_time(paragraph, match.start(), whose):
                message = f"The letter is of {day(letter.day)}: write '{right} Majesty' ({changed} changed it)."
                yield letter.note("majesty", Severity.ERROR, paragraph, match.span(), message)


def _title_on(moment: date) -> str | None:
    """Return Her or His, for the sovereign of a day."""
    return next((whose for since, whose in reversed(ACCESSIONS) if since <= moment), None)


def _fits_a_time(paragraph: CheckedParagraph, place: int, whose: str) -> bool:
    """Tell whether a title was right on some day, or in some month or year, that its sentence names."""
    start, end = sentence_at(paragraph.text, place)
    return OF_THEN.search(paragraph.text, start, end) is not None or any(
        whose in (_title_on(first), _title_on(last)) for first, last in _times_in(paragraph, start, end)
    )


def _times_in(paragraph: CheckedParagraph, start: int, end: int) -> Iterator[tuple[date, date]]:
    """Go through the first and last days of the times that a sentence names; the year of an Act is none of them."""
    for claim in (claim for claim in paragraph.claims if start <= claim.start < end):
        if OF_AN_ACT.match(paragraph.text, claim.end) or not (claim.kind in WHEN or VICTORIAN.fullmatch(claim.text)):
            continue
        for moment in MOMENT.finditer(claim.value):
            year, month, of_month = (int(part) if part else None for part in moment.groups())
            with suppress(ValueError):  # no such day in the calendar
                named = PartialDate(year or 0, month, of_month)
                yield named.first_day(), named.last_day()
