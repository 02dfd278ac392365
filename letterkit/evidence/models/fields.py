"""The types of single fields, each read from the text that somebody typed.

YAML hands over every scalar as text (see `located_yaml`), so `0123` stays text in a text field and is
refused in a count. Each type says in its own words what it expects.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from letterkit.language import shown
from letterkit.letter import Reference

THOUSANDS = r"[1-9]\d{0,2}(?:[, \u00a0\u2009\u202f]\d{3})+"
WHOLE_NUMBER = re.compile(rf"0|{THOUSANDS}|[1-9]\d*", re.ASCII)
DECIMAL_NUMBER = re.compile(rf"-?(0|{THOUSANDS}|[1-9]\d*)(\.\d+)?", re.ASCII)
BETWEEN_THOUSANDS = dict.fromkeys(map(ord, ", \u00a0\u2009\u202f"))
PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
MOST_DIGITS = 15
FIRST_YEAR, LAST_YEAR = 1700, 2200


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month or a day: papers often say only "by July 2018"."""

    year: int
    month: int | None = None
    day: int | None = None

    def first_day(self) -> date:
        """Return the first day it covers."""
        return date(self.year, self.month or 1, self.day or 1)

    def last_day(self) -> date:
        """Return the last day it covers."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def isoformat(self) -> str:
        """Return it as it is typed in YAML: `2018`, `2018-07` or `2018-07-03`."""
        parts = [f"{self.year:04}"] + [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


def _refusal(message: str, typed: Any) -> PydanticCustomError:
    return PydanticCustomError(
        "as_typed", message.replace("{", "{{").replace("}", "}}") + " Found '{typed}'.", {"typed": shown(typed)}
    )


def _read_count(typed: Any) -> Any:
    if not isinstance(typed, str):
        return typed
    if not WHOLE_NUMBER.fullmatch(typed) or len(typed) > MOST_DIGITS:
        raise _refusal("Write a whole number such as 6 or 1,433.", typed)
    return int(typed.translate(BETWEEN_THOUSANDS))


def _read_figure(typed: Any) -> Any:
    if not isinstance(typed, str):
        return typed
    if not DECIMAL_NUMBER.fullmatch(typed) or len(typed) > MOST_DIGITS:
        raise _refusal("Write a number such as 22, 15.9 or 1,433, without its unit.", typed)
    return Decimal(typed.translate(BETWEEN_THOUSANDS))


def _read_day(typed: Any) -> Any:
    if not isinstance(typed, str):
        return typed
    moment = _read_partial_date(typed)
    if moment.day is None:
        raise _refusal("Write the full date as year-month-day, such as 2023-08-24.", typed)
    return moment.first_day()


def _read_partial_date(typed: Any) -> Any:
    if not isinstance(typed, str):
        return typed
    match = PARTIAL_DATE.fullmatch(typed)
    if not match:
        raise _refusal("Write a date as 2023-08-24, a month as 2023-08 or a year as 2023.", typed)
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or month == 0 or day == 0:
        raise _refusal("There is no such day in the calendar.", typed)
    moment = PartialDate(year, month, day)
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise _refusal(f"Write a year from {FIRST_YEAR} to {LAST_YEAR}.", typed)
    try:
        moment.first_day()
    except ValueError:
        raise _refusal("There is no such day in the calendar.", typed) from None
    return moment


def _read_flag(typed: Any) -> Any:
    if not isinstance(typed, str):
        return typed
    if typed not in ("true", "false"):
        raise _refusal("Write true or false.", typed)
    return typed == "true"


def anchored(pattern: re.Pattern[str]) -> str:
    """Return a pattern that must match the whole text, as JSON Schema writes it."""
    return f"^(?:{pattern.pattern})$"


def _in_editors(*types: str, pattern: str | None = None) -> WithJsonSchema:
    """Say what a field looks like to an editor, which reads YAML by its own rules: `7.1` is a number there."""
    return WithJsonSchema(
        {"type": list(types) if len(types) > 1 else types[0], **({"pattern": pattern} if pattern else {})}
    )


Text = Annotated[
    str, StringConstraints(min_length=1, max_length=20_000, pattern=r"\S"), _in_editors("string", "number", "boolean")
]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
Count = Annotated[int, BeforeValidator(_read_count), _in_editors("integer", "string", pattern=anchored(WHOLE_NUMBER))]
Figure = Annotated[
    Decimal, BeforeValidator(_read_figure), _in_editors("number", "string", pattern=anchored(DECIMAL_NUMBER))
]
Day = Annotated[date, BeforeValidator(_read_day), _in_editors("string", pattern=r"^\d{4}-\d{2}-\d{2}$")]
When = Annotated[
    PartialDate, BeforeValidator(_read_partial_date), _in_editors("string", "integer", pattern=anchored(PARTIAL_DATE))
]
Flag = Annotated[bool, BeforeValidator(_read_flag), _in_editors("boolean")]


@dataclass(frozen=True, slots=True)
class RefersTo:
    """Marks a field whose text is the id of another piece of evidence, and where that one stands.

    Where that is the whole of evidence, the field holds a reference.
    """

    where: Reference


def _read_reference(typed: Any) -> Any:
    if not isinstance(typed, str):
        return typed
    try:
        return Reference.parse(typed)
    except ValueError:
        raise _refusal("Write a reference such as statistics.stop_search.count.", typed) from None


SourceId = Annotated[Text, RefersTo(Reference.of("sources"))]
AddresseeId = Annotated[Text, RefersTo(Reference.of("addressees"))]
OfficeHolderId = Annotated[Text, RefersTo(Reference.of("office", "office_holders"))]
BodyId = Annotated[Text, RefersTo(Reference.of("office", "bodies"))]
PeelCycleId = Annotated[Text, RefersTo(Reference.of("peel"))]
PanelId = Annotated[Text, RefersTo(Reference.of("scrutiny"))]
ReportId = Annotated[Text, RefersTo(Reference.of("reports"))]
EvidenceReference = Annotated[
    Reference, BeforeValidator(_read_reference), _in_editors("string", "number", "boolean"), RefersTo(Reference())
]
