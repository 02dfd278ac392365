"""Words and sentences of a text, each with its place."""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from letterkit.language.characters import IN_LETTERS

BLANKS = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
"""The blanks of typography: no-break space, en space to hair space, narrow no-break space, mathematical space."""
TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys(BLANKS, " "),
        "\N{MIDDLE DOT}": ".",
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{LEFT DOUBLE QUOTATION MARK}": '"',
        "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
        "\N{HYPHEN}": "-",
        "\N{NON-BREAKING HYPHEN}": "-",
        "\N{EN DASH}": "-",
        "\N{EM DASH}": "-",
        "\N{MINUS SIGN}": "-",
        "\N{ZERO WIDTH SPACE}": "\N{SOFT HYPHEN}",
        "\N{ZERO WIDTH NON-JOINER}": "\N{SOFT HYPHEN}",
    }
)
"""One character for one, so that places in the text stay."""

THOUSANDS = re.compile(r"(?<![\d.,-])\d{1,3}(?: \d{3})+(?![\d/])(?!-\d)")
SIGN = r"(?:(?<!\w)[-+<>±~≈](?=[£$€]?\d))"
WORD = re.compile(
    rf"{SIGN}?[£$€]?\w[\w\u00ad]*(?:(?:(?<=\d)[.,:/](?=\d)|['-](?=\w)|[.@](?=[\w.]*@|\w[\w.]*\.\w))[\w\u00ad]+)*"
    r"[%+*]*|[&%]|\?{2,}|!{2,}|[\u2610-\u2612\u2713-\u2718\uf000-\uf0ff]",  # what people doubt or tick with
)

STOP = re.compile(
    r"""(?P<stop>[.!?])["'\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK})\]]*\s+(?=(?P<next>\S))"""
)
BEFORE_A_NUMBER = "no nos s ss art reg regs sch para paras p pp ch vol fig rec recs tel ext"
BEFORE_A_NAME = "mr mrs ms mx dr prof rev revd hon st cllr supt insp sgt det const asst dep"
BEFORE_ANYTHING = "e.g eg i.e ie viz cf approx c ca incl excl esp vs v"
BEFORE_NO_CAPITAL = "etc al a.m p.m am pm ltd co inc dept govt jr sr jan feb mar apr jun jul aug sep sept oct nov dec"
ABBREVIATIONS: Mapping[str, Callable[[str], bool]] = {
    **dict.fromkeys(BEFORE_A_NUMBER.split(), str.isdigit),
    **dict.fromkeys(BEFORE_A_NAME.split(), str.isupper),
    **dict.fromkeys(BEFORE_ANYTHING.split(), bool),
    **dict.fromkeys(BEFORE_NO_CAPITAL.split(), lambda after: not after.isupper()),
}
"""Each abbreviation, and before which character its stop does not end a sentence: No. 5, Dr. B, e.g. this, etc. and."""
LONGEST_LABEL = 20
LAST_WORD = re.compile(r"[\w.]{1,10}$")
INITIAL = re.compile(r"(?<![\w.])[A-HJ-Z]$")
LABEL = re.compile(r"\b(?i:annex|appendix|section|part|table|figure|schedule|option|group|band|tier) \w$")


class Word(NamedTuple):
    """A word of a text, without typography, and where it stands."""

    plain: str
    start: int
    end: int


def without_typography(text: str) -> str:
    """Return a text with plain marks for typographic ones, and commas for the blanks between thousands.

    Each character stands for one, so that places in the text stay.
    """
    plain = text.translate(TYPOGRAPHY)
    return THOUSANDS.sub(lambda figure: figure[0].replace(" ", ","), plain)


def words_of(text: str) -> list[Word]:
    """Return the words of a text; punctuation is between them."""
    return [
        Word(match[0].replace("\N{SOFT HYPHEN}", "").translate(IN_LETTERS), match.start(), match.end())
        for match in WORD.finditer(without_typography(text))
    ]


def plain_words(text: str) -> str:
    """Return the words of a text in small letters, without punctuation and typography."""
    return " ".join(WORD.findall(without_typography(text))).replace("\N{SOFT HYPHEN}", "").translate(IN_LETTERS).lower()


def sentence_ends(text: str) -> Iterator[int]:
    """Go through the places in a text where, after another sentence, one begins."""
    for stop in STOP.finditer(text):
        if stop["stop"] != "." or not _abbreviates(text, stop):
            yield stop.end()


def _abbreviates(text: str, stop: re.Match[str]) -> bool:
    """Tell whether a stop belongs to the word before it: an abbreviation, or the initial of a name."""
    before = text[max(0, stop.start() - LONGEST_LABEL) : stop.start()]
    last = LAST_WORD.search(before)
    follows = ABBREVIATIONS.get(last[0].lower()) if last else None
    if follows:
        return follows(stop["next"])
    return stop["next"].isupper() and bool(INITIAL.search(before)) and not LABEL.search(before)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Go through the sentences of a text, each from its first word to that of the next."""
    yield from pairwise([0, *sentence_ends(text), len(text)])


def sentence_at(text: str, place: int) -> tuple[int, int]:
    """Return where the sentence of a text in which a place is begins and ends."""
    return next(((start, end) for start, end in sentences(text) if place < end), (0, len(text)))


def same_words(text: str, other: str) -> bool:
    """Tell whether two texts differ in typography at most."""
    return [word.plain for word in words_of(text)] == [word.plain for word in words_of(other)]
