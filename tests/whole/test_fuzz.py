"""A few spoilt files through each door; `.ci/run` sends more, `python -m tests.fuzz` as many as one likes."""

import pytest

from tests.fuzz import DOORS, fuzz


@pytest.mark.parametrize("door", DOORS)
def test_what_is_spoilt_is_taken_or_refused(door):
    counts = fuzz(door, seconds=60, inputs=8, seed=1)
    assert counts["faults"] == 0
    assert counts.total() == 8
