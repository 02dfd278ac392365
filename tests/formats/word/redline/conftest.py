"""A draft to be edited."""

import pytest

from tests.edited_drafts import generated


@pytest.fixture(scope="module")
def original():
    return generated()
