"""Wordings that mean the same have the same sense; one that turns a statement never has."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterkit.language import is_courtesy, says_the_same, sense_of

SAME = [
    ("Even so, the panel met.", "Nevertheless, the panel met."),
    ("over 100 officers", "more than 100 officers"),
    ("fewer than ten complaints", "under 10 complaints"),
    ("at least five", "no fewer than 5"),
    ("up to 20 places", "a maximum of 20 places"),
    ("about 2,300 responses", "approximately 2300 responses"),
    ("The board meets monthly.", "The board meets every month."),
    ("The board meets annually.", "The board meets once a year."),
    ("twice a year", "every six months"),
    ("I would encourage the public to read it.", "I encourage the public to read it."),
    ("We have not begun.", "We haven\N{RIGHT SINGLE QUOTATION MARK}t started."),
    ("It is organised by peers.", "It's organized by peers."),
    ("front-line officers", "frontline officers"),
    ("We will keep monitoring this.", "We will continue to monitor this."),
    ("I agree with the recommendation.", "I accept the recommendation."),
    ("the year ending March 2023", "the year ending in March 2023"),
]
TURNED = [
    ("The force will publish it.", "The force may publish it."),
    ("The force has published it.", "The force will publish it."),
    ("all officers were trained", "some officers were trained"),
    ("about 2,300 responses", "at least 2,300 responses"),
    ("over 100 officers", "nearly 100 officers"),
    ("37.5% fewer victims", "37.5% more victims"),
    ("The training is mandatory.", "The training is not mandatory."),
    ("I accept the recommendation.", "I note the recommendation."),
    ("It will end by 5 May 2024.", "It will end after 5 May 2024."),
    ("The Panel asked the Force.", "The Force asked the Panel."),
    ("only 62 people answered", "62 people answered"),
    ("The board meets monthly.", "The board meets weekly."),
    ("the first panel to do so", "the second panel to do so"),
    ("It must not become normal.", "It must become normal."),
]
POLITE = ["Thank you again for your letter.", "I look forward to hearing from you.", "Kind regards", "We are grateful to the inspectors for their work.",
          "Please do not hesitate to contact my office if you have any questions."]  # fmt: skip
MORE_THAN_POLITE = ["I am grateful, and will end the use of force.", "The Force thanked nobody.", "I trust officers.",
                    "Thank you for the report, which I do not accept in any part and shall not act on."]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SAME)
def test_wordings_that_mean_the_same_say_the_same(one, other):
    assert says_the_same(one, other), (sense_of(one), sense_of(other))
    assert says_the_same(other, one)


@pytest.mark.parametrize(("one", "other"), TURNED)
def test_a_statement_that_was_turned_says_something_else(one, other):
    assert not says_the_same(one, other), sense_of(one)
    assert not says_the_same(other, one)


@pytest.mark.parametrize("sentence", POLITE)
def test_a_courtesy_says_nothing(sentence):
    assert is_courtesy(sentence)


@pytest.mark.parametrize("sentence", MORE_THAN_POLITE)
def test_what_undertakes_or_denies_is_no_courtesy(sentence):
    assert not is_courtesy(sentence)


@given(st.text(max_size=80))
def test_every_text_says_the_same_as_itself(text):
    assert says_the_same(text, text)


@given(st.sampled_from([one for one, _ in SAME]), st.integers(1, 10**6), st.integers(1, 10**6))
def test_another_figure_always_says_something_else(sentence, figure, other):
    assert says_the_same(f"{sentence} {figure}", f"{sentence} {other}") == (figure == other)


def test_no_row_of_synonyms_turns_what_was_undertaken_or_denied_into_something_else():
    from letterkit.language.sense import UNDERTAKEN  # noqa: PLC0415

    for one, other in combinations(
        sorted({*UNDERTAKEN, "may", "can", "not", "without", "all", "some", "most", "more", "less"}), 2
    ):
        assert not says_the_same(f"they {one} go", f"they {other} go"), (one, other)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("is still a priority", "remains a priority"),
        ("In spite of the pressure", "Despite the pressure"),
        ("Somebody may be good", "Someone may be good"),
        ("the public’s confidence", "the confidence of the public"),
        ("Secondly, there is the cost", "The second is the cost"),
        ("I am responding to it", "I am writing to respond to it"),
        ("We provide this service", "We offer this service"),
    ],
)
def test_ordinary_rewordings_say_the_same(text, other):
    assert says_the_same(text, other)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("We will review it", "We will consider it"),
        ("We reviewed it", "We plan to review it"),
        ("convicted officers", "accused officers"),
        ("regional awards", "national awards"),
        ("the first matter", "the second matter"),
        ("hundreds of pounds", "tens of pounds"),
    ],
)
def test_other_words_say_something_else(text, other):
    assert not says_the_same(text, other)
