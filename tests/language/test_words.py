"""The words of a text, each where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterkit.language import same_words, sentence_at, sentences, words_of
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


ONE_SENTENCE = (
    "The panel met under No. 5 of its terms.",
    "It is a duty under s. 55 of the Police Act 1996.",
    "See paras. 3 and 4, and Fig. 2.",
    "Dr. B chaired the panel at St. Martins.",
    "Some provisions, e.g. Occupational Health, are open to all.",
    "The panel met at 5.30 p.m. on Monday, at approx. 40 sites etc. in all.",
    "The figures of Sept. 2023 are 4.5 per cent.",
    "DCC J. Smith wrote it.",
)


@pytest.mark.parametrize("text", ONE_SENTENCE)
def test_a_stop_that_belongs_to_an_abbreviation_ends_no_sentence(text):
    assert list(sentences(text)) == [(0, len(text))]


TWO_SENTENCES = (
    ("Is it accepted? ", "No."),
    ("It is shown in Annex B. ", "The rest follows."),
    ("The panel met at 5 p.m. ", "Members came early."),
    ("It bought cars, radios etc. ", "All are in use."),
    ('He said "Good." ', "It was."),
    ("It is neither of us. ", "I agree."),
    ("Why not? ", "it was too early."),
)


@pytest.mark.parametrize(("first", "second"), TWO_SENTENCES)
def test_any_other_stop_ends_one(first, second):
    assert list(sentences(first + second)) == [(0, len(first)), (len(first), len(first + second))]
    assert sentence_at(first + second, len(first)) == (len(first), len(first + second))


@given(st.lists(st.sampled_from((*ONE_SENTENCE, "No.", "Why?", " ", "It has 3.5 things. ", "\n"))))
def test_sentences_leave_no_word_out(pieces):
    text = "".join(pieces)
    assert "".join(text[start:end] for start, end in sentences(text)) == text
