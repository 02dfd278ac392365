"""One measure for each share, span of time and frequency: a sixth of is 1 in 6, 1 minute is 60 second."""

import re
from collections.abc import Callable

from letterkit.language.numerals import UNITS

SMALLEST = {
    "second": (1, "second"), "minute": (60, "second"), "hour": (3600, "second"),
    "day": (1, "day"), "week": (7, "day"), "fortnight": (14, "day"),
    "month": (1, "month"), "quarter": (3, "month"), "year": (12, "month"), "decade": (120, "month"),
}  # fmt: skip
"""How many of which smallest unit each unit of time is; months and days are none of each other."""
OFTEN = {"weekly": "week", "monthly": "month", "yearly": "year", "daily": "day", "quarterly": "quarter"}
WHOLES = r"(?:thirds?|quarters?|(?:4|5|6|7|8|9|10)ths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|3th|halves)"
UNIT = rf"({'|'.join(SMALLEST)})"
NUMBER = rf"(\d+|{'|'.join(UNITS)})"


def in_one_measure(words: str) -> str:
    """Return words in normal form with each share, span of time and frequency in one measure."""
    for pattern, measured in MEASURES:
        words = pattern.sub(measured, words)
    return words


def _often(found: re.Match[str]) -> str:
    return f"every {UNITS.get(found[1], found[1])} {OFTEN[found[2]]}"


def _share(found: re.Match[str]) -> str:
    whole = next(number for begins, number in WHOLE_NUMBERS if found[2].startswith(begins))
    return f"{UNITS.get(found[1], found[1] if found[1].isdigit() else 1)} in {whole} of"


def _span(found: re.Match[str]) -> str:
    count, unit = SMALLEST[found[2]]
    return f"{int(UNITS.get(found[1], found[1])) * count} {unit}"


WHOLE_NUMBERS = (
    ("hal", 2), ("third", 3), ("3th", 3), ("quarter", 4), ("fifth", 5), ("sixth", 6), ("seventh", 7), ("eighth", 8),
    ("ninth", 9), ("tenth", 10), *((f"{number}th", number) for number in range(4, 11)),
)  # fmt: skip
MEASURES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(rf"\b{NUMBER}-({'|'.join(OFTEN)})\b"), _often),
    (re.compile(r"\b(?:once|1 times) every\b"), lambda _: "every"),
    (
        re.compile(r"\bbetween (\d{4}(?:-\d\d)*) and (\d{4}(?:-\d\d)*)\b"),
        lambda found: f"from {found[1]} to {found[2]}",
    ),
    (re.compile(r"\b24 hours a day(?: (?:and )?7 days a week)?\b"), lambda _: "24/7"),
    (re.compile(r"(?<![\d-])(\d{1,3})-(\d{1,3})(?![\d-])"), lambda found: f"{found[1]} to {found[2]}"),
    (re.compile(r"\byear ending\b"), lambda _: "12 month ending"),
    (re.compile(rf"\b(for|within|over|after|last|past) an? {UNIT}\b"), lambda found: f"{found[1]} 1 {found[2]}"),
    (re.compile(r"\b(\w+)-(led|run|funded)\b"), lambda found: f"{found[2]} by {found[1]}"),
    (re.compile(r"\b(led|run|funded) by (\w+)s\b"), lambda found: f"{found[1]} by {found[2]}"),
    (
        re.compile(r"\b(\d+)(?: (?:in|out of)(?: every)? |/)(\d)(?: of)?\b"),
        lambda found: f"{found[1]} in {found[2]} of",
    ),
    (
        re.compile(
            rf"\b(an?|\d+|{'|'.join(UNITS)})[ -]({WHOLES})(?: of)?(?= (?:the|all|these|those|our|its|his|their)\b|$)"
        ),
        _share,
    ),
    (re.compile(r"\b(?:an? )?half(?: of)?(?= (?:the|all|these|those|our|its|his|their)\b)"), lambda _: "1 in 2 of"),
    (re.compile(r"\b(?:an? )fortnight\b"), lambda _: "14 day"),
    (re.compile(rf"\b{NUMBER}[ -]{UNIT}s?\b"), _span),
)
