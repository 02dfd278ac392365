"""How the office prints values: one form for each, whichever letter they stand in."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from letterkit.evidence.models.fact import Frequency, Period, Quantity
from letterkit.evidence.models.fields import PartialDate
from letterkit.evidence.models.reports import ITEM_KINDS
from letterkit.evidence.models.responses import Action
from letterkit.language import MONTH_NAMES, ORDINAL_WORDS, SMALL_NUMBERS, WEEKDAYS

NONE = "none"

ADVERBS = {"day": "daily", "week": "weekly", "month": "monthly", "year": "annually"}
MOST_PLACES = 6
QUARTERS = {4: 1, 7: 2, 10: 3, 1: 4}


UNPRINTABLE = {
    type(None): "has no value",
    bool: "is true or false: use it in an {% if %}",
    float: "is a fraction of plain numbers: divide values of evidence instead, and print them as a share",
}


FIELD_WORDS = {kind: words.lower() for kind, words in ITEM_KINDS.items()}
"""The kinds of items in the words of the field: area_for_improvement is an area for improvement."""


class NoHouseForm(ValueError):
    """The value is not something that can be printed as it is; the message says why."""


def house_form(value: Any) -> str:
    """Return a value as letters print it; raises NoHouseForm for nothing, lists and whole records."""
    if type(value) in UNPRINTABLE:
        raise NoHouseForm(UNPRINTABLE[type(value)])
    match value:
        case str():
            return FIELD_WORDS.get(value, value)
        case int() | Decimal():
            return number(value)
        case date():
            return day(value)
        case PartialDate():
            return partial_date(value)
        case Period():
            return period(value)
        case Quantity():
            return quantity(value)
        case Frequency():
            return frequency(value)
        case _:
            raise NoHouseForm("holds several values: name one of them, or loop over it")


def number(value: int | Decimal) -> str:
    """1433 as 1,433."""
    if not isinstance(value, int | Decimal):
        raise NoHouseForm("is not a number")
    if isinstance(value, Decimal) and -int(value.as_tuple().exponent) > MOST_PLACES:
        raise NoHouseForm("is a fraction without end: print it as a share, with as many decimals as you want")
    return f"{value:,}"


def in_words(value: int | Decimal) -> str:
    """Whole numbers up to ten in words, others in figures."""
    whole = int(value)
    return SMALL_NUMBERS[whole] if whole == value and 0 <= whole < len(SMALL_NUMBERS) else number(value)


def ordinal(value: int) -> str:
    """1 as first, up to tenth; then 11th."""
    if value < 1:
        raise NoHouseForm("has no place in an order: only whole numbers from 1 have")
    if 0 < value < len(ORDINAL_WORDS):
        return ORDINAL_WORDS[value]
    suffix = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{suffix}"


def percent(value: int | Decimal) -> str:
    """22 as 22%, 15.9 as 15.9%."""
    return f"{number(value)}%"


def share(value: Decimal, places: int = 0) -> str:
    """0.2216, a fraction, as 22%."""
    if places not in range(MOST_PLACES + 1):
        raise NoHouseForm(f"can be printed as a share with 0 to {MOST_PLACES} decimals")
    rounded = (Decimal(value) * 100).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return percent(rounded)


def day(value: date) -> str:
    """9 April 2018."""
    return f"{value.day} {MONTH_NAMES[value.month - 1]} {value.year}"


def weekday(value: date) -> str:
    """Monday 9 April 2018."""
    return f"{WEEKDAYS[value.weekday()].capitalize()} {day(value)}"


def month(value: date | PartialDate) -> str:
    """April 2018."""
    if value.month is None:
        raise NoHouseForm("is a year only, so it has no month to print")
    return f"{MONTH_NAMES[value.month - 1]} {value.year}"


def month_name(value: date | PartialDate) -> str:
    """April."""
    return month(value).split()[0]


def year(value: date | PartialDate) -> str:
    """2018."""
    return str(value.year)


def partial_date(value: PartialDate) -> str:
    """As much of a date as is known."""
    if value.month is None:
        return year(value)
    return month(value) if value.day is None else day(value.first_day())


def period(value: Period) -> str:
    """As the year ending March 2023; 2021/22; the third quarter of 2024/25; 2011 to 2022."""
    match value.form:
        case "year ending":
            return f"the year ending {month(value.end.last_day())}"
        case "financial year":
            return _financial_year(value.start.first_day())
        case "quarter":
            first = value.start.first_day()
            return f"the {ordinal(QUARTERS[first.month])} quarter of {_financial_year(first)}"
        case _:
            return f"{partial_date(value.start)} to {partial_date(value.end)}"


def _financial_year(first: date) -> str:
    starts = first.year if first.month >= 4 else first.year - 1
    return f"{starts}/{(starts + 1) % 100:02}"


def years(value: Period) -> str:
    """2024-28, with an en dash."""
    return f"{value.start.year}\N{EN DASH}{value.end.year % 100:02}"


def quantity(value: Quantity) -> str:
    """Over 100; about 2,300; six."""
    printed = in_words(value.value) if value.qualifier is None else number(value.value)
    return printed if value.qualifier is None else f"{value.qualifier} {printed}"


def frequency(value: Frequency) -> str:
    """Weekly; every eight weeks; twice a year."""
    if value.times == 1:
        return ADVERBS[value.unit] if value.every == 1 else f"every {in_words(value.every)} {value.unit}s"
    often = {2: "twice"}.get(value.times, f"{in_words(value.times)} times")
    return f"{often} a {value.unit}" if value.every == 1 else f"{often} every {in_words(value.every)} {value.unit}s"


def listing(values: Sequence[Any], last: str = "and") -> str:
    """One, two and three; with semicolons, or a comma before the last, where the entries have their own."""
    printed = [house_form(value) for value in values]
    if len(printed) < 2:
        return "".join(printed)
    comma = "; " if any(", " in text for text in printed) else ", "
    before_last = comma if any(f" {last} " in text or ", " in text for text in printed) else " "
    return f"{comma.join(printed[:-1])}{before_last}{last} {printed[-1]}"


def quoted(value: Any) -> str:
    """In double quotation marks."""
    return f"\N{LEFT DOUBLE QUOTATION MARK}{house_form(value)}\N{RIGHT DOUBLE QUOTATION MARK}"


def start_small(value: Any) -> str:
    """With a small first letter, to stand inside a sentence."""
    printed = house_form(value)
    return printed[:1].lower() + printed[1:]


def start_large(value: Any) -> str:
    """With a capital first letter, to begin a sentence."""
    printed = house_form(value)
    return printed[:1].upper() + printed[1:]


HOUSE_FORMS: dict[str, Callable[..., str]] = {
    "number": number,
    "in_words": in_words,
    "ordinal": ordinal,
    "percent": percent,
    "share": share,
    "month": month,
    "month_name": month_name,
    "year": year,
    "years": years,
    "quoted": quoted,
    "start_small": start_small,
    "start_large": start_large,
}
"""The forms that templates ask for by name, as filters, beside the one a value has by itself."""


def due(action: Action) -> str | None:
    """Return when an action is due, in words; None if it has no date."""
    if action.due:
        return partial_date(action.due)
    return "ongoing" if action.ongoing else None
