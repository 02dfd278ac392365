"""Figures with the counts behind them, their period and what they are compared with."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from letterkit.evidence.models.fact import Collection, Evidence, Fact, Period, derived_from, refusal
from letterkit.evidence.models.fields import Count, Figure, Text

PER_CENT = 100


class Comparator(Evidence):
    """What a figure is held against: an average, similar forces, an earlier year; `by` is the distance from it."""

    name: Text
    relation: Literal["above", "below", "in line with"]
    value: Figure | None = None
    by: Figure | None = None
    period: Period | None = None


class Statistic(Fact):
    """A figure: `value` in `unit`, or the counts it follows from, or both.

    With `unit: percent`, a value and its counts must agree to the number of decimals printed. With a
    `direction` of up or down, the value is the change. `rank` says that it is the highest or lowest on record.
    """

    what: Text
    value: Figure | None = None
    unit: Text
    qualifier: Literal["about", "nearly", "over", "under", "at least", "up to"] | None = None
    count: Count | None = None
    out_of: Count | None = None
    decimals: Annotated[Count, Field(le=6)] = 0
    direction: Literal["up", "down", "stable"] | None = None
    rank: Literal["highest", "lowest"] | None = None
    period: Period | None = None
    compared_with: Comparator | None = None
    because: Text | None = None

    @derived_from("value", "count", "out_of")
    def percentage(self) -> Decimal | None:
        """Return the percentage as stated, else as it follows from the counts, to `decimals` places."""
        if self.unit != "percent":
            return None
        if self.value is not None or self.count is None or not self.out_of:
            return self.value
        return self._from_counts(self.decimals)

    def _from_counts(self, places: int) -> Decimal:
        exact = Decimal(self.count or 0) * PER_CENT / Decimal(self.out_of or 1)
        return exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)

    @model_validator(mode="after")
    def _figures_agree(self) -> Self:
        compared_by = self.compared_with.by if self.compared_with else None
        if self.value is None and self.count is None and self.rank is None and compared_by is None:
            raise refusal("A statistic needs a 'value', 'count' or 'rank': write the figure that the source gives.")
        if self.out_of is not None:
            if self.count is None:
                raise refusal("'out_of' stands without 'count': write both.")
            if self.count > self.out_of:
                raise refusal(
                    f"'count' ({self.count}) is more than 'out_of' ({self.out_of}). Correct one of them.", at=("count",)
                )
        if self.unit == "percent" and self.value is not None and self.count is not None and self.out_of:
            places = max(0, -int(self.value.as_tuple().exponent))
            follows = self._from_counts(places)
            if follows != self.value:
                raise refusal(
                    f"{self.value}% does not follow from {self.count:,} of {self.out_of:,}, which is {follows}%. "
                    "Correct the figure that is wrong, or take 'value' out to have it worked out.",
                    at=("value",),
                )
        return self


class Statistics(Collection[Statistic]):
    """`evidence/statistics.yaml`: every figure by id."""
