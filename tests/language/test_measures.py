import pytest

from letterkit.language import says_the_same
from letterkit.language.measures import in_one_measure


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("over 100 officers", "more than a hundred officers"),
        ("within 60 seconds", "within one minute"),
        ("1 in 6 of all crimes", "a sixth of all crimes"),
        ("1 in 6", "one in every six"),
        ("1 in 6", "one out of six"),
        ("every eight weeks", "once every 8 weeks"),
        ("it meets eight-weekly", "it meets every eight weeks"),
        ("within 12 months", "within one year"),
        ("under five years", "fewer than 60 months"),
        ("two weeks", "a fortnight"),
        ("every two weeks", "fortnightly"),
        ("every three months", "quarterly"),
        ("twice a year", "every six months"),
        ("two-thirds of the staff", "2 in 3 of the staff"),
        ("half the staff", "one in two of the staff"),
        ("a five-year plan", "a 5 year plan"),
        ("\N{POUND SIGN}1.25m", "\N{POUND SIGN}1,250,000"),
        ("the third quarter of 2024/25", "Q3 2024-25"),
        ("1,433 stops", "1\N{THIN SPACE}433 stops"),
        ("1,433 stops", "1 433 stops"),
    ],
)
def test_equal_forms_say_the_same(text, other):
    """F7, U9."""
    assert says_the_same(text, other)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("within 60 seconds", "within 60 minutes"),
        ("1 in 6", "1 in 16"),
        ("every eight weeks", "every eight months"),
        ("every eight weeks", "every two months"),
        ("under five years", "under 50 months"),
        ("a sixth of all", "a fifth of all"),
        ("the third quarter of 2024/25", "three quarters of 2024/25"),
        ("6 466", "6 646"),
    ],
)
def test_other_measures_do_not(text, other):
    assert not says_the_same(text, other)


def test_ordinary_words_keep_their_measure():
    assert in_one_measure("the second report of a 3th office by the hour") == (
        "the second report of a 3th office by the hour"
    )
