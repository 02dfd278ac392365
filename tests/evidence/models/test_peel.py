"""A PEEL cycle has a scale, and no grade stands off it."""

import pytest
from pydantic import ValidationError

from letterkit.evidence.models.peel import GradedArea
from tests.builders import peel_cycle


def test_a_grade_outside_the_scale_of_its_cycle_is_refused():
    with pytest.raises(
        ValidationError, match=r"'adequat' is not on the scale of the 2021/22 cycle. Did you mean 'adequate'"
    ):
        peel_cycle(areas={"use_of_resources": GradedArea(name="Use of resources", grade="adequat")})


def test_the_five_point_scale_does_not_hold_for_an_older_cycle():
    four = ("outstanding", "good", "requires improvement", "inadequate")
    with pytest.raises(ValidationError, match="'adequate' is not on the scale of the 2017 cycle"):
        peel_cycle(name="2017", scale=four, areas={"a": GradedArea(name="A", grade="adequate")})
