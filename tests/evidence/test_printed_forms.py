"""One printed form for each kind of value."""

from datetime import date
from decimal import Decimal

import pytest

from letterkit.evidence import Frequency, NoHouseForm, PartialDate, Period, Quantity, day, house_form, in_words, listing
from letterkit.evidence.printed_forms import (
    frequency,
    month,
    ordinal,
    percent,
    period,
    quantity,
    quoted,
    share,
    start_large,
    start_small,
    years,
)


def spell(start, end, form="span"):
    return Period(start=start, end=end, form=form)


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (1433, "1,433"),
        (Decimal("15.9"), "15.9"),
        (date(2018, 4, 9), "9 April 2018"),
        (PartialDate(2023, 2), "February 2023"),
        (PartialDate(2023), "2023"),
        (Quantity(value=Decimal(100), qualifier="over"), "over 100"),
        (Quantity(value=Decimal(6)), "six"),
        (Frequency(every=8, unit="week"), "every eight weeks"),
        ("TRiM", "TRiM"),
    ],
)
def test_a_value_prints_in_its_house_form(value, printed):
    assert house_form(value) == printed


@pytest.mark.parametrize(
    ("value", "why"),
    [(None, "has no value"), (True, "true or false"), (("a",), "holds several"), ({"a": 1}, "holds several")],
)
def test_what_is_no_single_value_cannot_be_printed(value, why):
    with pytest.raises(NoHouseForm, match=why):
        house_form(value)


@pytest.mark.parametrize(
    ("value", "printed"),
    [(0, "nought"), (4, "four"), (10, "ten"), (11, "11"), (1433, "1,433"), (Decimal("2.5"), "2.5")],
)
def test_numbers_up_to_ten_are_words(value, printed):
    assert in_words(value) == printed


@pytest.mark.parametrize(
    ("value", "printed"),
    [(1, "first"), (10, "tenth"), (11, "11th"), (12, "12th"), (21, "21st"), (112, "112th"), (43, "43rd")],
)
def test_ordinals(value, printed):
    assert ordinal(value) == printed


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (spell("2022-04", "2023-03", "year ending"), "the year ending March 2023"),
        (spell("2021-04", "2022-03", "financial year"), "2021/22"),
        (spell("1999-04", "2000-03", "financial year"), "1999/00"),
        (spell("2024-10", "2024-12", "quarter"), "the third quarter of 2024/25"),
        (spell("2025-01", "2025-03", "quarter"), "the fourth quarter of 2024/25"),
        (spell("2011", "2022"), "2011 to 2022"),
    ],
)
def test_periods(value, printed):
    assert period(value) == printed


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (Frequency(unit="month"), "monthly"),
        (Frequency(times=2, unit="year"), "twice a year"),
        (Frequency(times=3, unit="year"), "three times a year"),
        (Frequency(times=2, every=3, unit="month"), "twice every three months"),
    ],
)
def test_frequencies(value, printed):
    assert frequency(value) == printed


@pytest.mark.parametrize(
    ("values", "printed"),
    [
        ([], ""),
        (["one"], "one"),
        (["one", "two"], "one and two"),
        (["one", "two", "three"], "one, two and three"),
        (["race", "religion and belief", "sex"], "race, religion and belief, and sex"),
        (
            ["a head", "an officer, in charge", "an administrator"],
            "a head; an officer, in charge; and an administrator",
        ),
    ],
)
def test_lists_read_without_doubt(values, printed):
    assert listing(values) == printed


def test_small_forms():
    assert percent(Decimal("15.9")) == "15.9%"
    assert share(Decimal(1433) / 6466) == "22%"
    assert share(Decimal(1433) / 6466, 1) == "22.2%"
    assert day(date(2023, 8, 24)) == "24 August 2023"
    assert month(date(2017, 12, 12)) == "December 2017"
    assert years(spell("2024", "2028")) == "2024–28"
    assert quoted("good") == "“good”"
    assert (start_small("Annual"), start_large("annual")) == ("annual", "Annual")
    assert quantity(Quantity(value=Decimal(2300), qualifier="about")) == "about 2,300"


def test_a_year_has_no_month():
    with pytest.raises(NoHouseForm, match="year only"):
        month(PartialDate(2023))
