"""One form for each number and date in a text: four is 4, 15.9 per cent is 15.9%, 03/09/2023 is 3 September 2023.

A normal form is a tuple of plain words, with numbers, percentages, money, dates and years each in one form.
"""

import datetime as dt
import re
from collections.abc import Sequence
from decimal import Decimal

from letterkit.language.numerals import MAGNITUDES, MONTHS, ORDINALS, SUFFIXES, TENS, UNITS, WEEKDAYS
from letterkit.language.words import words_of

PER_CENT = (["per", "cent"], ["percent"], ["per-cent"], ["%"])

FIGURE = re.compile(r"([-+<>±~≈]?[£$€]?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(bn|k|m|pc)?(%?)")
NUMERIC_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})")
ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
YEARS = re.compile(r"(\d{4})[/-](\d{2}|\d{4})")
ORDINAL_DAY = re.compile(r"(\d{1,2})(st|nd|rd|th)")
NUMBERED = re.compile(r"\d+")
SHORT_NUMBER = re.compile(r"\d{1,2}")

CENTURY = 100
ONE_OF_MANY = (["hundred"], ["thousand"], ["million"], ["billion"])
"""A hundred is 100."""


def normal_form(text: str) -> tuple[str, ...]:
    """Return what a text says, in plain words and one form for each figure and date."""
    plain = [part for word in words_of(text) for part in _plain_parts(word.plain.lower())]
    return tuple(_with_dates(_with_numbers(plain)))


def _plain_parts(word: str) -> Sequence[str]:
    """Return a word in one form; spans of years come apart as `2011`, `to`, `2022`."""
    if word == "&":
        return ("and",)
    if match := ISO_DATE.fullmatch(word):
        return (word,)
    if match := NUMERIC_DATE.fullmatch(word):
        day, month, year = (int(part) for part in match.groups())
        return (f"{year if year >= CENTURY else 2000 + year}-{month:02}-{day:02}",)
    if match := YEARS.fullmatch(word):
        first, last = int(match[1]), match[2]
        if int(last[-2:]) == (first + 1) % 100:
            return (f"{first}/{last[-2:]}",)
        return (str(first), "to", last if len(last) == len(match[1]) else f"{match[1][:2]}{last}")
    return (word,)


def _with_numbers(words: list[str]) -> list[str]:
    found: list[str] = []
    at = 0
    while at < len(words):
        value, sign, percent, after = _number(words, at)
        if value is None:
            found.append(words[at])
            at += 1
            continue
        at = after
        for form in PER_CENT:
            if words[at : at + len(form)] == form:
                percent, at = "%", at + len(form)
        found.append(f"{sign}{_written(value)}{percent}")
    return found


def _number(words: Sequence[str], at: int) -> tuple[Decimal | None, str, str, int]:
    """Read a number that begins here: its value, currency sign, percent sign and where it ends."""
    match = FIGURE.fullmatch(words[at])
    if match:
        value = Decimal(match[2].replace(",", "")) * SUFFIXES.get(match[3] or "", 1)
        after = at + 1
        while after < len(words) and words[after] in MAGNITUDES:
            value, after = value * MAGNITUDES[words[after]], after + 1
        return value, match[1], "%" if match[3] == "pc" else match[4], after
    spelt, after = _spelt(words, at)
    return (None if spelt is None else Decimal(spelt)), "", "", after


def _spelt(words: Sequence[str], at: int) -> tuple[int | None, int]:
    """Read a number in words: twenty-two, one hundred and twenty, two thousand."""
    total: int | None = None
    current: int | None = None
    after = at
    while after < len(words):
        word = words[after]
        tens, _, unit = word.partition("-")
        if word == "a" and current is None and total is None and words[after + 1 : after + 2] in ONE_OF_MANY:
            current = 1
            after += 1
            continue
        if word == "and" and (total or (current or 0) >= MAGNITUDES["hundred"]) and _small(words, after + 1):
            after += 1
            continue
        if word == "hundred" and current:
            current *= MAGNITUDES[word]
        elif word in MAGNITUDES and current:
            total, current = (total or 0) + current * MAGNITUDES[word], None
        elif word in UNITS and (current is None or (current % 100 == 0 and current) or current % 100 in TENS.values()):
            current = (current or 0) + UNITS[word]
        elif tens in TENS and (not unit or unit in UNITS) and (current is None or current % 100 == 0):
            current = (current or 0) + TENS[tens] + UNITS.get(unit, 0)
        else:
            break
        after += 1
    if total is None and current is None:
        return None, after
    return (total or 0) + (current or 0), after


def _small(words: Sequence[str], at: int) -> bool:
    return at < len(words) and (words[at] in UNITS or words[at].partition("-")[0] in TENS)


def _written(value: Decimal) -> str:
    normal = value.normalize()
    return f"{normal:f}"


def _with_dates(words: list[str]) -> list[str]:
    found: list[str] = []
    at = 0
    while at < len(words):
        date, after = _date(words, at)
        if date:
            if found and found[-1] == _weekday(date):
                found.pop()
            if found and found[-1] == "the":
                found.pop()
            found.append(date)
            at = after
        elif (
            words[at + 1 : at + 2] == ["to"]
            and _year(words[at])
            and words[at + 2 : at + 3] == [str(int(words[at]) + 1)]
        ):
            found.append(f"{words[at]}/{int(words[at]) % 100 + 1:02}")
            at += 3
        else:
            found.append(ORDINALS.get(words[at], _ordinal(words[at])))
            at += 1
    return found


def _weekday(date: str) -> str:
    """Return the day of the week on which a whole date falls; the empty string for a part of one."""
    try:
        return WEEKDAYS[dt.date.fromisoformat(date).weekday()]
    except ValueError:
        return ""


def _date(words: Sequence[str], at: int) -> tuple[str, int]:
    """Read a date that begins here, as 2023-09-03, 2023-09 or --09-03; the empty string if there is none."""
    skipped = 1 if words[at + 1 : at + 2] == ["of"] and _day(words[at]) else 0
    one, two, three = (*words[at : at + 1], *words[at + 1 + skipped : at + 3 + skipped], "", "", "")[:3]
    if _day(one) and two in MONTHS:
        if _year(three):
            return f"{three}-{MONTHS[two]:02}-{_day(one):02}", at + 3 + skipped
        return f"--{MONTHS[two]:02}-{_day(one):02}", at + 2 + skipped
    if one in MONTHS and _day(two) and _year(three):
        return f"{three}-{MONTHS[one]:02}-{_day(two):02}", at + 3
    if one in MONTHS and _year(two):
        return f"{two}-{MONTHS[one]:02}", at + 2
    return (words[at], at + 1) if ISO_DATE.fullmatch(words[at]) else ("", at)


def _day(word: str) -> int:
    """Return the day of a month that a word says, 0 if none."""
    match = ORDINAL_DAY.fullmatch(word)
    digits = match[1] if match else word
    return int(digits) if SHORT_NUMBER.fullmatch(digits) and 1 <= int(digits) <= 31 else 0  # noqa: PLR2004 - days


def _year(word: str) -> bool:
    return len(word) == 4 and NUMBERED.fullmatch(word) is not None and word[0] in "12"  # noqa: PLR2004 - digits


def _ordinal(word: str) -> str:
    match = ORDINAL_DAY.fullmatch(word)
    return f"{match[1]}th" if match else word
