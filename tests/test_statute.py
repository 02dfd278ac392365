"""The 56 days of section 55(5A)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterkit.coverage.section_55 import day_number, last_lawful_day
from letterkit.evidence.models.fact import months_after


@pytest.mark.parametrize(
    ("published", "last", "sent", "day"),
    [
        (date(2017, 12, 12), date(2018, 2, 5), date(2018, 4, 9), 119),
        (date(2023, 7, 11), date(2023, 9, 4), date(2023, 8, 24), 45),
        (date(2023, 8, 25), date(2023, 10, 19), date(2023, 10, 10), 47),
        (date(2024, 7, 19), date(2024, 9, 12), date(2024, 9, 13), 57),
    ],
)
def test_the_days_of_the_four_letters(published, last, sent, day):
    assert last_lawful_day(published) == last
    assert day_number(published, sent) == day


@given(st.dates(date(1996, 1, 1), date(2200, 1, 1)))
def test_the_last_lawful_day_is_day_56_and_publication_day_1(published):
    assert day_number(published, published) == 1
    assert day_number(published, last_lawful_day(published)) == 56
    assert day_number(published, last_lawful_day(published) + timedelta(days=1)) == 57


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2023, 7, 11), 3, date(2023, 10, 11)),
        (date(2023, 11, 30), 3, date(2024, 2, 29)),
        (date(2023, 12, 31), 12, date(2024, 12, 31)),
    ],
)
def test_months_are_calendar_months(day, months, later):
    assert months_after(day, months) == later
