"""What every kind of evidence is made of."""

import calendar
from collections.abc import Callable
from datetime import date, timedelta
from typing import Annotated, Any, Generic, Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, RootModel, model_validator
from pydantic_core import PydanticCustomError

from letterkit.evidence.models.fields import Count, Day, Figure, Flag, Identifier, SourceId, Text, When

MONTHS_IN_A_YEAR = 12
FIRST_FINANCIAL_MONTH = 4
DAYS_IN = {"day": 1, "week": 7}
MONTHS_IN = {"month": 1, "year": 12}


def refusal(what: str, *, at: tuple[str | int, ...] = ()) -> PydanticCustomError:
    """Return the error by which a model says why evidence does not hold together.

    `at` is the path, from the model, of the value to look at.
    """
    # filled in one after the other, so that braces in `what` stay
    return PydanticCustomError("inconsistent", "{what}", {"at": at, "what": what})


class Derived(property):
    """A value that a model works out from its own fields, and which fields those are."""

    def __init__(self, work_out: Callable[[Any], Any], inputs: tuple[str, ...]) -> None:
        super().__init__(work_out)
        self.inputs = inputs


def derived_from(*inputs: str) -> Callable[[Callable[[Any], Any]], Any]:
    """Declare a property worked out from the named fields, so that whoever prints it can cite them."""
    return lambda work_out: Derived(work_out, inputs)


class Evidence(BaseModel):
    """Strict and frozen; a key that the model does not know is refused."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", defer_build=True)


SomeEvidence = TypeVar("SomeEvidence", bound=Evidence)


class Collection(RootModel[dict[Identifier, SomeEvidence]], Generic[SomeEvidence]):
    """A file of evidence: entries of one kind, each under its id."""

    model_config = ConfigDict(defer_build=True)


class Fact(Evidence):
    """Evidence that says where it comes from and when that was so."""

    source: SourceId
    as_of: When
    valid_until: Day | None = None
    publish: Flag = True
    note: Text | None = None

    @model_validator(mode="after")
    def _valid_after_it_was_so(self) -> Self:
        if self.valid_until and self.valid_until < self.as_of.first_day():
            raise refusal(
                f"'valid_until' ({self.valid_until}) is before 'as_of' ({self.as_of.isoformat()}).", at=("valid_until",)
            )
        return self


class Tenure(Evidence):
    """From when to when somebody holds a post, or something is in being; both days belong to it."""

    since: Day | None = None
    until: Day | None = None

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.since and self.until and self.until < self.since:
            raise refusal(f"'until' ({self.until}) is before 'since' ({self.since}).", at=("until",))
        return self

    def covers(self, day: date) -> bool:
        """Tell whether the day falls in the tenure; an open end covers everything on its side."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Quantity(Evidence):
    """A number that a paper gives exactly or by its bounds ("over 100")."""

    value: Figure
    qualifier: Literal["about", "nearly", "over", "under", "at least", "up to"] | None = None
    unit: Text | None = None


class Frequency(Evidence):
    """How often: `times` in every `every` units, so {every: 8, unit: week} is every eight weeks."""

    times: Count = 1
    every: Count = 1
    unit: Literal["day", "week", "month", "year"]


class Within(Evidence):
    """A length of time that counts from a day: within three months is {within: 3, unit: month}."""

    within: Annotated[Count, Field(le=1000)]
    unit: Literal["day", "week", "month", "year"]

    def day(self, start: date) -> date:
        """Return the last day of the time that begins on `start`."""
        if self.unit in DAYS_IN:
            return start + timedelta(days=self.within * DAYS_IN[self.unit])
        return months_after(start, self.within * MONTHS_IN[self.unit])


class Period(Evidence):
    """The time that a figure covers, first and last month, day or year included."""

    start: When
    end: When
    form: Literal["span", "year ending", "financial year", "quarter"] = "span"

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        first, last = self.start.first_day(), self.end.last_day()
        if last < first:
            raise refusal(f"The period ends ({self.end.isoformat()}) before it starts ({self.start.isoformat()}).")
        months = (last.year - first.year) * MONTHS_IN_A_YEAR + last.month - first.month + 1
        if self.form == "year ending" and months != MONTHS_IN_A_YEAR:
            raise refusal(f"A year ending {self.end.isoformat()} has 12 months, these dates have {months}.")
        if self.form == "financial year" and (months != MONTHS_IN_A_YEAR or first.month != FIRST_FINANCIAL_MONTH):
            raise refusal("A financial year runs from April to the next March: check 'start' and 'end'.")
        if self.form == "quarter" and (months != MONTHS_IN_A_YEAR // 4 or (first.month - 1) % 3):
            raise refusal(
                "A quarter is three months starting in April, July, October or January: check 'start' and 'end'."
            )
        return self


def months_after(day: date, months: int) -> date:
    """Return the same day of a later month, or its last day if it has no such day."""
    year, month = divmod(day.month - 1 + months, 12)
    last = calendar.monthrange(day.year + year, month + 1)[1]
    return date(day.year + year, month + 1, min(day.day, last))
