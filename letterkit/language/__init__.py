"""What can be said of English text by itself: words, sentences, numbers, dates, names, claims."""

from letterkit.language.characters import (
    INSTEAD,
    LIGATURE,
    LIGATURES,
    NOT_IN_LETTERS,
    NOT_IN_XML,
    composed,
    plainly,
    told,
)
from letterkit.language.claims import FIGURE, FIGURE_KINDS, GRADE, GRADED_SO, Claim, ClaimKind, claims_in
from letterkit.language.diff import LINE_END, IndexedText, TextLine, copied_runs, in_common, increasing, match_words
from letterkit.language.messages import did_you_mean, in_one_line, misspelt, shown
from letterkit.language.names import HONOURED, names_a_body
from letterkit.language.normal_forms import normal_form
from letterkit.language.numerals import MONTH_NAMES, ORDINAL_WORDS, SMALL_NUMBERS, WEEKDAYS, is_figure
from letterkit.language.place_holders import find_foreign_markup, find_place_holders
from letterkit.language.quotations import CLOSING, OPENING, STRAIGHT, find_quotations
from letterkit.language.sense import is_courtesy, run_together, says_the_same, sense_of
from letterkit.language.short_forms import ShortForms
from letterkit.language.words import Word, plain_words, same_words, sentence_at, sentence_ends, sentences, words_of

__all__ = [
    "CLOSING",
    "FIGURE",
    "FIGURE_KINDS",
    "GRADE",
    "GRADED_SO",
    "HONOURED",
    "INSTEAD",
    "LIGATURE",
    "LIGATURES",
    "LINE_END",
    "MONTH_NAMES",
    "NOT_IN_LETTERS",
    "NOT_IN_XML",
    "OPENING",
    "ORDINAL_WORDS",
    "SMALL_NUMBERS",
    "STRAIGHT",
    "WEEKDAYS",
    "Claim",
    "ClaimKind",
    "IndexedText",
    "ShortForms",
    "TextLine",
    "Word",
    "claims_in",
    "composed",
    "copied_runs",
    "did_you_mean",
    "find_foreign_markup",
    "find_place_holders",
    "find_quotations",
    "in_common",
    "in_one_line",
    "increasing",
    "is_courtesy",
    "is_figure",
    "match_words",
    "misspelt",
    "names_a_body",
    "normal_form",
    "plain_words",
    "plainly",
    "run_together",
    "same_words",
    "says_the_same",
    "sense_of",
    "sentence_at",
    "sentence_ends",
    "sentences",
    "shown",
    "told",
    "words_of",
]
