"""What is told of evidence that has a fault."""

import pytest

from letterkit.errors import EvidenceError
from letterkit.evidence import load_evidence

REPORT = "getting-a-grip-2023"


def problems(workspace, *report_ids):
    with pytest.raises(EvidenceError) as refused:
        load_evidence(workspace.root, report_ids or [REPORT])
    return [str(problem) for problem in refused.value.problems]


def assert_told_at_its_place(workspace, file, old, new, told):
    workspace.edit(file, old, new)
    found = problems(workspace)
    matching = [problem for problem in found if told in problem]
    assert matching, found
    named, line, column = matching[0].split(": ")[0].split(":")
    assert (workspace.root / named).is_file()
    assert int(line) >= 1
    assert int(column) >= 1
