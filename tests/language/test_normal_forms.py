"""What printed words say: one reading for each value, whatever form it is in."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterkit.evidence import day, in_words, number
from letterkit.evidence.printed_forms import percent
from letterkit.language import normal_form

SAME = [
    ("four", "4"),
    ("twenty-two", "22"),
    ("one hundred and twenty", "120"),
    ("two thousand three hundred", "2,300"),
    ("six thousand four hundred and sixty-six", "6466"),
    ("15.9 per cent", "15.9%"),
    ("15.90%", "15.9 percent"),
    ("£1.25 million", "£1,250,000"),
    ("£1.25m", "£1.25 million"),
    ("3 September 2023", "03/09/2023"),
    ("3rd September 2023", "Sunday 3 September 2023"),
    ("September 3, 2023", "2023-09-03"),
    ("Sept 2023", "September 2023"),
    ("2021/22", "2021\N{EN DASH}22"),
    ("2024\N{EN DASH}28", "2024 to 2028"),
    ("the third quarter", "the 3rd quarter"),
    ("Crime & Ops", "crime and ops"),
    ("HMICFRS\N{RIGHT SINGLE QUOTATION MARK}s", "HMICFRS's"),
    ("well\N{SOFT HYPHEN}being", "wellbeing"),
    ("37.5 %", "37.5%"),
    ("22pc", "22%"),
    ("0\N{MIDDLE DOT}6%", "0.6%"),
    ("1\N{NARROW NO-BREAK SPACE}433", "1,433"),
    ("one thousand, four hundred and thirty three", "1,433"),
    ("25/8/23", "the 25th of August 2023"),
    ("Friday 25 August 2023", "25.8.2023"),
    ("2021 to 2022", "2021/22"),
]
DIFFERENT = [
    ("four", "14"),
    ("15.9%", "15.9"),
    ("15.9%", "1.59%"),
    ("£1.25 million", "1.25 million"),
    ("1,433", "14,33"),
    ("3 September 2023", "9 March 2023"),
    ("2021/22", "2022/23"),
    ("one two", "12"),
    ("over 100", "under 100"),
    ("10 seconds", "10 minutes"),
    ("37.5%", "-37.5%"),
    ("37.5%", "\N{MINUS SIGN}37.5%"),
    ("1,433", "<1,433"),
    ("1,433", "1,433+"),
    ("1,433", "1,433*"),
    ("LGBTQ+ network", "LGBTQ network"),
    ("private.office@gov.uk", "private@office.gov.uk"),
    ("first", "one"),
    ("second", "two"),
    ("Monday 25 August 2023", "25 August 2023"),
]


@pytest.mark.parametrize(("text", "other"), SAME)
def test_forms_of_one_value_read_the_same(text, other):
    assert normal_form(text) == normal_form(other)


@pytest.mark.parametrize(("text", "other"), DIFFERENT)
def test_different_values_read_differently(text, other):
    assert normal_form(text) != normal_form(other)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)))
def test_a_day_reads_the_same_in_the_house_form_and_in_digits(value):
    assert normal_form(day(value)) == normal_form(value.strftime("%d/%m/%Y")) == (value.isoformat(),)


@given(st.integers(min_value=0, max_value=10**9), st.integers(min_value=0, max_value=10**9))
def test_numbers_read_the_same_only_if_they_are(one, other):
    assert (normal_form(number(one)) == normal_form(str(other))) == (one == other)
    assert normal_form(in_words(one)) == normal_form(str(one))
    assert normal_form(percent(one)) == normal_form(f"{one} per cent")
