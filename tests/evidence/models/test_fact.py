"""Dates that are not whole, periods, frequencies and tenures."""

from datetime import date

import pytest
from pydantic import ValidationError

from letterkit.evidence import Frequency, PartialDate, Period, Tenure
from letterkit.evidence.models.fact import months_after


def test_a_partial_date_covers_its_whole_month():
    assert (PartialDate(2024, 2).first_day(), PartialDate(2024, 2).last_day()) == (date(2024, 2, 1), date(2024, 2, 29))


@pytest.mark.parametrize(
    ("start", "end", "form", "told"),
    [
        ("2023-03", "2022-04", "span", "ends .* before it starts"),
        ("2022-05", "2023-03", "year ending", "has 12 months, these dates have 11"),
        ("2022-01", "2022-12", "financial year", "runs from April to the next March"),
        ("2024-11", "2025-01", "quarter", "three months starting in April"),
    ],
)
def test_a_period_that_does_not_hold_together_is_refused(start, end, form, told):
    with pytest.raises(ValidationError, match=told):
        Period(start=start, end=end, form=form)


@pytest.mark.parametrize(
    ("day", "covered"), [("2021-05-12", False), ("2021-05-13", True), ("2024-12-31", True), ("2025-01-01", False)]
)
def test_a_tenure_covers_its_first_and_last_day(day, covered):
    assert Tenure(since=date(2021, 5, 13), until=date(2024, 12, 31)).covers(date.fromisoformat(day)) is covered


def test_an_open_tenure_covers_every_day():
    assert Tenure().covers(date(1829, 9, 29))


def test_unknown_keys_are_refused():
    with pytest.raises(ValidationError, match="Extra inputs"):
        Frequency(every=8, unit="week", wekly=True)


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
