"""Every value knows where it comes from, and so does whatever is worked out from it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterkit.evidence import references_of
from tests.builders import peel_cycle, references, sourced, statistic

CYCLE = sourced(peel_cycle(), "peel.c")
STOPS = sourced(statistic(count=1433, out_of=6466), "statistics.stops")


def test_a_field_is_known_by_its_path():
    grade = CYCLE.child("areas").child("preventing_crime").child("grade")
    assert (grade.value, grade.references) == ("outstanding", references("peel.c.areas.preventing_crime.grade"))


def test_a_derived_value_carries_the_references_of_what_it_follows_from():
    assert STOPS.child("percentage").references == references("statistics.stops.count", "statistics.stops.out_of")


def test_a_name_that_is_not_there_is_refused():
    with pytest.raises(KeyError):
        CYCLE.child("araes")


def test_names_are_those_that_child_knows():
    assert {"areas", "scale"} <= set(CYCLE.names())
    assert "percentage" in STOPS.names()


def test_a_mapping_is_gone_through_in_the_order_of_the_file():
    names = [area.child("name").value for area in CYCLE.child("areas")]
    assert names == ["Preventing crime", "Managing offenders", "Good use of resources", "Service to victims"]


def test_an_entry_knows_its_own_id():
    assert next(iter(CYCLE.child("areas"))).child("id").value == "preventing_crime"


def test_a_list_of_items_is_known_by_their_ids(leicestershire):
    from letterkit.evidence import load_evidence  # noqa: PLC0415

    report = load_evidence(leicestershire.root, ["peel-legitimacy-2017"]).reports["peel-legitimacy-2017"]
    items = list(sourced(report, "reports.r").child("items"))
    assert [item.references for item in items] == [references("reports.r.items.1"), references("reports.r.items.2")]


def test_a_single_value_cannot_be_looped_over():
    with pytest.raises(TypeError, match="nothing to loop over"):
        iter(CYCLE.child("name"))


@given(st.integers(-999, 999), st.integers(1, 999))
def test_what_is_worked_out_carries_all_references(left, right):
    one, other = sourced(left, "a"), sourced(right, "b")
    results = {one + other: left + right, one - other: left - right, one * other: left * right}
    assert all(result.value == plain and result.references == references("a", "b") for result, plain in results.items())
    assert (one / other).value == Decimal(left) / Decimal(right)
    assert (10 + one).references == (10 - one).references == (10 * one).references == references("a")


@pytest.mark.parametrize("number", [0, 1433])
def test_what_is_divided_by_nothing_is_told_as_that(number):
    with pytest.raises(ZeroDivisionError):
        sourced(number, "a") / sourced(0, "b")


@given(st.integers(), st.integers())
def test_sourced_values_compare_like_plain_ones(left, right):
    one, other = sourced(left, "a"), sourced(right, "b")
    assert (one < other, one <= other, one == other) == (left < right, left <= right, left == right)
    assert (one > right, one >= right, one == right) == (left > right, left >= right, left == right)
    assert hash(one) == hash(left)
    assert bool(one) == bool(left)


def test_references_are_looked_for_inside_lists():
    assert references_of([sourced(1, "a"), (sourced(2, "b"), 3)], sourced(1, "a")) == references("a", "b")
