"""Commitments for other programs."""

import json
from datetime import date

from letterkit.cli.parts import part
from letterkit.workspace.commands.commitments import commitments_of

REPORT = "race-and-policing-2023"


def listed(workspace, today="2023-11-01"):
    return commitments_of(workspace, [REPORT], today=date.fromisoformat(today))


def test_json_has_every_commitment(workspace):
    found = listed(workspace)
    data = json.loads(part("commitments --format json")(found))["commitments"]
    assert len(data) == len(found)
    assert set(data[0]) == {"report", "item", "what", "who", "when", "state", "reference", "place"}
