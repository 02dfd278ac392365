"""The models know the field: grades, counts, periods, tenures."""

from datetime import date
from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError

from letterkit.evidence import Frequency, PartialDate, Period, Tenure
from letterkit.evidence.models.fields import Count, Day, Figure, Flag, When
from letterkit.evidence.models.peel import GradedArea
from letterkit.evidence.models.statistics import Comparator
from tests.builders import inspection_report, peel_cycle, recommendation, statistic


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        (Count, "1,433", 1433),
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


def test_a_partial_date_covers_its_whole_month():
    assert (PartialDate(2024, 2).first_day(), PartialDate(2024, 2).last_day()) == (date(2024, 2, 1), date(2024, 2, 29))


def test_a_grade_outside_the_scale_of_its_cycle_is_refused():
    with pytest.raises(
        ValidationError, match=r"'adequat' is not on the scale of the 2021/22 cycle. Did you mean 'adequate'"
    ):
        peel_cycle(areas={"use_of_resources": GradedArea(name="Use of resources", grade="adequat")})


def test_the_five_point_scale_does_not_hold_for_an_older_cycle():
    four = ("outstanding", "good", "requires improvement", "inadequate")
    with pytest.raises(ValidationError, match="'adequate' is not on the scale of the 2017 cycle"):
        peel_cycle(name="2017", scale=four, areas={"a": GradedArea(name="A", grade="adequate")})


@pytest.mark.parametrize(
    ("stated", "holds"), [("22", True), ("22.2", True), ("22.16", True), ("23", False), ("22.1", False)]
)
def test_a_percentage_follows_from_its_counts_to_the_precision_printed(stated, holds):
    figures = {"value": Decimal(stated), "count": 1433, "out_of": 6466}
    if holds:
        assert statistic(**figures).percentage == Decimal(stated)
    else:
        with pytest.raises(ValidationError, match=f"{stated}% does not follow from 1,433 of 6,466"):
            statistic(**figures)


def test_a_percentage_not_stated_is_worked_out_from_the_counts():
    assert statistic(count=1433, out_of=6466).percentage == Decimal(22)
    assert statistic(count=1433, out_of=6466, decimals=1).percentage == Decimal("22.2")


def test_a_count_cannot_exceed_what_it_is_out_of():
    with pytest.raises(ValidationError, match=r"'count' \(7\) is more than 'out_of' \(6\)"):
        statistic(count=7, out_of=6)


def test_a_statistic_needs_a_figure():
    with pytest.raises(ValidationError, match="needs a 'value', 'count' or 'rank'"):
        statistic()
    assert statistic(compared_with=Comparator(name="average", relation="below", by=Decimal("0.6")))


@pytest.mark.parametrize(
    ("start", "end", "form", "told"),
    [
        ("2023-03", "2022-04", "span", "ends .* before it starts"),
        ("2022-05", "2023-03", "year ending", "has 12 months, these dates have 11"),
        ("2022-01", "2022-12", "financial year", "runs from April to the next March"),
        ("2024-11", "2025-01", "quarter", "three months starting in April"),
    ],
)
def test_a_period_that_does_not_hold_together_is_refused(start, end, form, told):
    with pytest.raises(ValidationError, match=told):
        Period(start=start, end=end, form=form)


@pytest.mark.parametrize(
    ("day", "covered"), [("2021-05-12", False), ("2021-05-13", True), ("2024-12-31", True), ("2025-01-01", False)]
)
def test_a_tenure_covers_its_first_and_last_day(day, covered):
    assert Tenure(since=date(2021, 5, 13), until=date(2024, 12, 31)).covers(date.fromisoformat(day)) is covered


def test_an_open_tenure_covers_every_day():
    assert Tenure().covers(date(1829, 9, 29))


def test_two_items_cannot_have_one_id():
    with pytest.raises(ValidationError, match="A second item has the id 'R1'"):
        inspection_report(recommendation("R1"), recommendation("R1"))


def test_ids_are_as_the_report_prints_them():
    report = inspection_report(recommendation("T10"), recommendation("7.1"), recommendation("22"))
    assert [item.id for item in report.items] == ["T10", "7.1", "22"]


def test_unknown_keys_are_refused():
    with pytest.raises(ValidationError, match="Extra inputs"):
        Frequency(every=8, unit="week", wekly=True)
