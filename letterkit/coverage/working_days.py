"""The days on which offices in England and Wales work.

Bank holidays are those of the Banking and Financial Dealings Act 1971, schedule 1, Good Friday and Christmas Day at
common law, and those that a proclamation adds or moves, of which new ones come from `evidence/office.yaml`.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from letterkit.evidence import BankHoliday

MONDAY, SATURDAY = 0, 5
DAY, WEEK = timedelta(days=1), timedelta(days=7)
PROCLAIMED = (
    BankHoliday(what="the wedding of Prince William", day=date(2011, 4, 29)),
    BankHoliday(what="the spring bank holiday", day=date(2012, 6, 4), instead_of=date(2012, 5, 28)),
    BankHoliday(what="the Diamond Jubilee", day=date(2012, 6, 5)),
    BankHoliday(what="the early May bank holiday", day=date(2020, 5, 8), instead_of=date(2020, 5, 4)),
    BankHoliday(what="the spring bank holiday", day=date(2022, 6, 2), instead_of=date(2022, 5, 30)),
    BankHoliday(what="the Platinum Jubilee", day=date(2022, 6, 3)),
    BankHoliday(what="the state funeral of Queen Elizabeth II", day=date(2022, 9, 19)),
    BankHoliday(what="the coronation of King Charles III", day=date(2023, 5, 8)),
)


def last_working_day(until: date, proclaimed: Iterable[BankHoliday] = ()) -> date:
    """Return a day if offices work on it, else the last before it on which they do."""
    known = (*PROCLAIMED, *proclaimed)
    while until.weekday() >= SATURDAY or until in bank_holidays(until.year, known):
        until -= DAY
    return until


def bank_holidays(year: int, proclaimed: Iterable[BankHoliday] = PROCLAIMED) -> frozenset[date]:
    """Return the bank holidays of a year."""
    moved, added = set[date](), set[date]()
    for holiday in proclaimed:
        moved |= {holiday.instead_of} if holiday.instead_of else set()
        added |= {holiday.day} if holiday.day.year == year else set()
    return frozenset(set(_by_statute(year)) - moved | added)


def _by_statute(year: int) -> Iterator[date]:
    """Go through the bank holidays of a year as no proclamation changes them."""
    yield _on_a_weekday(date(year, 1, 1))
    yield easter(year) - 2 * DAY
    yield easter(year) + DAY
    yield _monday_from(date(year, 5, 1))
    yield _monday_from(date(year, 6, 1)) - WEEK
    yield _monday_from(date(year, 9, 1)) - WEEK
    christmas = _on_a_weekday(date(year, 12, 25))
    yield christmas
    boxing_day = _on_a_weekday(date(year, 12, 26))
    yield boxing_day + DAY if boxing_day == christmas else boxing_day


def _on_a_weekday(day: date) -> date:
    return day if day.weekday() < SATURDAY else _monday_from(day)


def _monday_from(day: date) -> date:
    return day + (MONDAY - day.weekday()) % 7 * DAY


def easter(year: int) -> date:
    """Return Easter Sunday in the Gregorian calendar, by the rule of Meeus, Jones and Butcher."""
    golden, century = year % 19, year // 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    to_sunday = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - epact - year % 4) % 7
    from_march = epact + to_sunday - 7 * ((golden + 11 * epact + 22 * to_sunday) // 451) + 21
    return date(year, 3, 1) + from_march * DAY
