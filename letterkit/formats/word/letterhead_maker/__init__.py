"""A letterhead from its design: every style that letters need, a wordmark, a page; no program's template behind it."""

from letterkit.formats.word.letterhead_maker.design import (
    Fonts,
    HeaderLine,
    Heading,
    LetterheadDesign,
    Page,
    Rule,
    TableHead,
)
from letterkit.formats.word.letterhead_maker.designs_file import read_designs
from letterkit.formats.word.letterhead_maker.letterhead import make_letterhead
from letterkit.formats.word.letterhead_maker.palette import Palette

__all__ = [
    "Fonts",
    "HeaderLine",
    "Heading",
    "LetterheadDesign",
    "Page",
    "Palette",
    "Rule",
    "TableHead",
    "make_letterhead",
    "read_designs",
]
