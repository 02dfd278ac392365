"""Figures, and what must follow from them."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from letterkit.evidence.models.statistics import Comparator
from tests.builders import statistic


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
