"""Counts, figures, dates and flags as somebody types them."""

from datetime import date
from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError

from letterkit.evidence import PartialDate
from letterkit.evidence.models.fields import Count, Day, Figure, Flag, When


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        (Count, "1,433", 1433),
        (Count, "1 433", 1433),
        (Count, "1\N{NO-BREAK SPACE}433", 1433),
        (Count, "1\N{THIN SPACE}433\N{NARROW NO-BREAK SPACE}000", 1433000),
        (Figure, "1 433.5", Decimal("1433.5")),
        (Count, "0", 0),
        (Figure, "15.9", Decimal("15.9")),
        (Figure, "-2,300.50", Decimal("-2300.50")),
        (Day, "2023-08-24", date(2023, 8, 24)),
        (When, "2023", PartialDate(2023)),
        (When, "2023-02", PartialDate(2023, 2)),
        (When, "2024-02-29", PartialDate(2024, 2, 29)),
        (Flag, "true", True),
        (Flag, "false", False),
    ],
)
def test_a_field_reads_what_people_type(field, typed, value):
    assert TypeAdapter(field).validate_python(typed, strict=True) == value


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        (Count, "0123"), (Count, "1_000"), (Count, "1e3"), (Count, "14,33"), (Count, "-1"), (Count, "9" * 40), (Count, ""),
        (Figure, "22%"), (Figure, "nan"), (Figure, "inf"), (Figure, "1."), (Figure, "1e999"),
        (Day, "2023-08"), (Day, "24/08/2023"), (Day, "2023-02-30"), (Day, "2023-00-11"), (Day, "2023-07-00"),
        (When, "Feb 2023"), (When, "2023-13"), (When, "0000"), (When, "2023-00"), (When, "2023-00-11"),
        (Flag, "yes"), (Flag, "on"), (Flag, "True"), (Flag, "1"),
    ],
)  # fmt: skip
def test_a_field_refuses_what_could_mean_something_else(field, typed):
    with pytest.raises(ValidationError, match=f"Found '{typed}'" if typed else "Found"):
        TypeAdapter(field).validate_python(typed, strict=True)
