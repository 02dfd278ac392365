import pytest

from letterkit.formats.word.reading.numerals import numeral


@pytest.mark.parametrize(
    ("number", "style", "written"),
    [
        (3, "decimal", "3"), (3, "decimalZero", "03"), (3, "lowerLetter", "c"), (28, "upperLetter", "BB"),
        (1994, "lowerRoman", "mcmxciv"), (4, "upperRoman", "IV"), (1, "ordinal", "1st"), (12, "ordinal", "12th"),
        (23, "ordinal", "23rd"), (5, "none", ""), (0, "lowerRoman", "0"), (5, "chicago", "5"),
    ],
)  # fmt: skip
def test_a_number_is_written_as_word_writes_it(number, style, written):
    assert numeral(number, style) == written
