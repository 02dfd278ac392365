"""Bank holidays in England and Wales, and the last day on which offices work (U7)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterkit.coverage.working_days import bank_holidays, easter, last_working_day
from letterkit.evidence import BankHoliday

DAYS = st.dates(date(1996, 1, 1), date(2200, 1, 1))


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2020, ["01-01", "04-10", "04-13", "05-08", "05-25", "08-31", "12-25", "12-28"]),
        (2021, ["01-01", "04-02", "04-05", "05-03", "05-31", "08-30", "12-27", "12-28"]),
        (2022, ["01-03", "04-15", "04-18", "05-02", "06-02", "06-03", "08-29", "09-19", "12-26", "12-27"]),
        (2023, ["01-02", "04-07", "04-10", "05-01", "05-08", "05-29", "08-28", "12-25", "12-26"]),
        (2026, ["01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"]),
        (2027, ["01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"]),
        (2028, ["01-03", "04-14", "04-17", "05-01", "05-29", "08-28", "12-25", "12-26"]),
    ],
)
def test_the_bank_holidays_of_a_year(year, days):
    assert sorted(bank_holidays(year)) == [date.fromisoformat(f"{year}-{day}") for day in days]


@pytest.mark.parametrize("day", ["2008-03-23", "2011-04-24", "2027-03-28", "2038-04-25", "2049-04-18", "2285-03-22"])
def test_easter(day):
    assert easter(int(day[:4])) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("day", "in_practice"),
    [
        ("2027-03-27", "2027-03-25"),  # between Good Friday and Easter Monday
        ("2026-12-25", "2026-12-24"),
        ("2026-12-28", "2026-12-24"),  # the day for Boxing Day, after a weekend
        ("2022-01-03", "2021-12-31"),
        ("2027-01-02", "2026-12-31"),  # a Saturday after New Year's Day
        ("2022-09-19", "2022-09-16"),
        ("2023-05-08", "2023-05-05"),
        ("2023-10-19", "2023-10-19"),
        ("2022-05-30", "2022-05-30"),  # moved to 2 June that year
    ],
)
def test_the_last_working_day(day, in_practice):
    assert last_working_day(date.fromisoformat(day)) == date.fromisoformat(in_practice)


def test_a_holiday_that_evidence_adds_or_moves():
    extra = BankHoliday(what="a coronation", day=date(2030, 5, 13))
    moved = BankHoliday(what="the early May bank holiday", day=date(2030, 5, 10), instead_of=date(2030, 5, 6))
    assert last_working_day(date(2030, 5, 13), [extra]) == date(2030, 5, 10)
    assert last_working_day(date(2030, 5, 13), [extra, moved]) == date(2030, 5, 9)
    assert last_working_day(date(2030, 5, 6), [moved]) == date(2030, 5, 6)


@given(DAYS)
def test_it_is_a_working_day_at_most_five_days_before(day):
    found = last_working_day(day)
    assert found.weekday() < 5
    assert found not in bank_holidays(found.year)
    assert timedelta() <= day - found <= timedelta(days=5)
    assert last_working_day(found) == found
