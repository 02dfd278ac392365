"""The evidence folder: what is wrong in it is told with file, line, column and remedy, all at once."""

import pytest

from letterkit.evidence import load_evidence
from tests.evidence.faults import problems

REPORT = "getting-a-grip-2023"


def test_the_shipped_evidence_loads(leicestershire):
    pack = load_evidence(leicestershire.root, leicestershire.report_ids())
    assert list(pack.reports) == [
        "getting-a-grip-2023",
        "peel-legitimacy-2017",
        "race-and-policing-2023",
        "state-of-policing-2024",
    ]


def test_only_the_reports_asked_for_are_read(workspace):
    (workspace.root / "evidence/reports/race-and-policing-2023.yaml").write_text("not: [yaml")
    assert list(load_evidence(workspace.root, [REPORT]).reports) == [REPORT]


def test_all_problems_of_all_files_come_at_once(workspace):
    workspace.edit("evidence/wellbeing.yaml", "  run_by: Oscar Kilo", "  run_bi: Oscar Kilo")
    workspace.edit("evidence/statistics.yaml", "  count: 1,433\n", "  count: many\n")
    workspace.edit("evidence/peel.yaml", "  overall: good", "  overall: splendid")
    found = problems(workspace)
    assert {problem.split(":")[0] for problem in found} == {
        "evidence/wellbeing.yaml",
        "evidence/statistics.yaml",
        "evidence/peel.yaml",
    }
    assert len(found) == 4  # the misspelt key is also a missing one


def test_a_missing_file_says_which(workspace):
    (workspace.root / "evidence/peel.yaml").unlink()
    assert problems(workspace)[0].startswith("evidence/peel.yaml: The file is missing.")


def test_an_empty_file_is_told_like_missing_keys(workspace):
    (workspace.root / "evidence/office.yaml").write_text("")
    assert "evidence/office.yaml:1:1: 'name' is missing from the file. Add a line 'name: ...'." in problems(workspace)


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n", "\ufeff"])
def test_a_kind_of_evidence_that_an_office_has_none_of_is_an_empty_file(workspace, text):
    (workspace.root / "evidence/statistics.yaml").write_text(text, encoding="utf-8")
    assert load_evidence(workspace.root, ["peel-legitimacy-2017"]).shared["statistics"].root == {}


def test_a_link_that_leads_nowhere_is_told_as_that(workspace):
    path = workspace.root / "evidence/peel.yaml"
    path.unlink()
    path.symlink_to("peel.yaml")
    told = "evidence/peel.yaml: It is a link that leads nowhere. Put the file itself there."
    assert problems(workspace)[0] == told
