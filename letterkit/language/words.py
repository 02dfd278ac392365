"""Words and sentences of a text, each with its place."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

TYPOGRAPHY = str.maketrans(
    {
        "\N{NO-BREAK SPACE}": " ",
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

SIGN = r"(?:(?<!\w)[-+<>±~≈](?=[£$€]?\d))"
WORD = re.compile(
    rf"{SIGN}?[£$€]?\w[\w\u00ad]*(?:(?:(?<=\d)[.,:/\u202f\u2009](?=\d)|['-](?=\w)|[.@](?=[\w.]*@|\w[\w.]*\.\w))[\w\u00ad]+)*"
    r"[%+*]*|[&%]|\?{2,}|!{2,}|[\u2610-\u2612\u2713-\u2718\uf000-\uf0ff]",  # what people doubt or tick with
)

SENTENCE_END = re.compile(r"""[.!?]["'\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK})\]]*\s+(?=\S)""")


class Word(NamedTuple):
    """A word of a text, without typography, and where it stands."""

    plain: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """Return the words of a text; punctuation is between them."""
    return [
        Word(match[0].replace("\N{SOFT HYPHEN}", ""), match.start(), match.end())
        for match in WORD.finditer(text.translate(TYPOGRAPHY))
    ]


def plain_words(text: str) -> str:
    """Return the words of a text in small letters, without punctuation and typography."""
    return " ".join(WORD.findall(text.translate(TYPOGRAPHY))).replace("\N{SOFT HYPHEN}", "").lower()


def sentences(line: str) -> Iterator[tuple[int, int]]:
    """Go through the sentences of a line, each from its first word to that of the next."""
    yield from pairwise([0, *(match.end() for match in SENTENCE_END.finditer(line)), len(line)])


def sentence_at(line: str, place: int) -> str:
    """Return the sentence of a line in which a place is."""
    return next((line[start:end].strip() for start, end in sentences(line) if place < end), line)


def same_words(text: str, other: str) -> bool:
    """Tell whether two texts differ in typography at most."""
    return [word.plain for word in words_of(text)] == [word.plain for word in words_of(other)]
