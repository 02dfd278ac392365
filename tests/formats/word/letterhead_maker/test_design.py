"""A design that Word could not show, or nobody could read, is refused with what to do."""

import re

import pytest

from letterkit.formats.word.letterhead_maker import Fonts, HeaderLine
from tests.formats.word.letterhead_maker.designs import design, palette, rule


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda: rule(width=20), "Its width is from 0.25 to 12"),
        (lambda: rule(gap=40), "its gap from 0 to 31"),
        (lambda: palette(dark="plum"), "Write six hex digits in capitals"),
        (lambda: palette(accents=("8AA35B",) * 6), "contrast of 2.8 to 1"),
        (lambda: palette(light="7A5A75"), "on '7A5A75'"),
        (lambda: design(continuation=HeaderLine("Body Text", "Warwickshire", after=0)), "a style 'Body Text' already"),
        (lambda: design(continuation=HeaderLine("Wordmark", "Warwickshire", after=0)), "a style 'Wordmark' already"),
        (lambda: design(office=" "), "has no words"),
        (lambda: design(fonts=Fonts(text="Arial\x00")), "characters that nobody sees"),
        (lambda: design(title="Head\x0b"), "characters that nobody sees"),
    ],
)
def test_what_cannot_be_shown_or_read_is_refused(make, told):
    with pytest.raises(ValueError, match=re.escape(told)):
        make()
