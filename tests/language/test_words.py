"""The words of a text, each where it stands."""

from hypothesis import given
from hypothesis import strategies as st

from letterkit.language import same_words, words_of
from letterkit.language.words import TYPOGRAPHY


@given(st.text())
def test_words_stand_where_they_are_said_to(text):
    assert len(text.translate(TYPOGRAPHY)) == len(text)
    for word in words_of(text):
        assert word.plain == text.translate(TYPOGRAPHY)[word.start : word.end].replace("\N{SOFT HYPHEN}", "")


def test_typography_makes_no_difference_but_letters_do():
    assert same_words("\N{LEFT DOUBLE QUOTATION MARK}not stated\N{RIGHT DOUBLE QUOTATION MARK}", '"not  stated"')
    assert not same_words("not stated", "Not stated")


def test_signs_of_doubt_and_ticks_are_words_and_other_marks_are_not():
    words = [word.plain for word in words_of("progressive ??? (really?!) \u2713 done \u2013 yes!! \u2610")]
    assert words == ["progressive", "???", "really", "\u2713", "done", "yes", "!!", "\u2610"]
