"""Are days and months written as 9 April 2018?"""

import re
from collections.abc import Iterator
from datetime import date

from letterkit.checks.checked_letter import CheckedLetter
from letterkit.evidence import PARTIAL_DATE, PartialDate, day, partial_date
from letterkit.findings import Note, Severity
from letterkit.language import MONTH_NAMES, Claim, ClaimKind

WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
HOUSE_STYLE = re.compile(rf"{WEEKDAY}(?:[1-9]\d? )?(?:{'|'.join(MONTH_NAMES)})(?: \d{{4}})?")
DAY_AND_MONTH = re.compile(r"--(\d\d)-(\d\d)")


def check(letter: CheckedLetter) -> Iterator[Note]:
    """Find each day and month in another form: 03/09/2023, 3rd September, March 23, Sept 2023."""
    for paragraph in letter.paragraphs:
        for claim in paragraph.own_claims:
            if claim.kind in (ClaimKind.DATE, ClaimKind.MONTH) and not HOUSE_STYLE.fullmatch(
                " ".join(claim.text.split())
            ):
                instead = _in_house_style(claim) or day(date(2018, 4, 9))
                message = f"The office writes dates in one form: '{instead}'."
                yield letter.note("date-style", Severity.NOTE, paragraph, (claim.start, claim.end), message)


def _in_house_style(claim: Claim) -> str:
    """Return a date as the office writes it, as far as it says which one it is."""
    if whole := PARTIAL_DATE.fullmatch(claim.value):
        year, *rest = (int(part) if part else None for part in whole.groups())
        try:
            moment = PartialDate(year or 0, *rest)
            moment.first_day()
        except ValueError:
            return ""  # no such day, which chronology tells
        return partial_date(moment)
    part = DAY_AND_MONTH.search(claim.value)
    return f"{int(part[2])} {MONTH_NAMES[int(part[1]) - 1]}" if part else ""
