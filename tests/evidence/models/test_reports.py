"""Inspection reports, their items and deadlines."""

from datetime import date

import pytest
from pydantic import ValidationError

from letterkit.evidence.models.reports import Within
from tests.builders import (
    inspection_report,
    recommendation,
)


def test_two_items_cannot_have_one_id():
    with pytest.raises(ValidationError, match="A second item has the id 'R1'"):
        inspection_report(recommendation("R1"), recommendation("R1"))


def test_ids_are_as_the_report_prints_them():
    report = inspection_report(recommendation("T10"), recommendation("7.1"), recommendation("22"))
    assert [item.id for item in report.items] == ["T10", "7.1", "22"]


@pytest.mark.parametrize(
    ("deadline", "day"),
    [
        ({"deadline": "2018-07"}, date(2018, 7, 31)),
        ({"deadline": "2024-03-31"}, date(2024, 3, 31)),
        ({"deadline_within": Within(within=3, unit="month")}, date(2023, 10, 11)),
        ({"deadline_within": Within(within=2, unit="week")}, date(2023, 7, 25)),
        ({"deadline_within": Within(within=0, unit="day")}, date(2023, 7, 11)),
        ({}, None),
    ],
)
def test_deadlines_as_reports_print_them(deadline, day):
    assert recommendation(**deadline).due(date(2023, 7, 11)) == day
