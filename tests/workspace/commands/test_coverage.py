"""`letterkit coverage` of reports: the letters of a loaded, as they stand."""

from datetime import date

import pytest

from letterkit.errors import TemplateError
from letterkit.findings import Severity
from letterkit.workspace.commands.coverage import coverage
from tests.coverage.answers import told

TODAY = date(2026, 11, 22)
REPORTS = ["getting-a-grip-2023", "peel-legitimacy-2017", "race-and-policing-2023", "state-of-policing-2024"]


@pytest.mark.parametrize("report_id", REPORTS)
def test_the_shipped_letters_are_covered(leicestershire, report_id):
    (standing,) = coverage(leicestershire, [report_id], today=TODAY)
    assert standing.coverage.answered == len(standing.coverage.items)
    assert standing.coverage.all_findings() == []


def test_an_answer_taken_from_evidence_is_one_finding(workspace):
    path = workspace.root / "evidence/responses/getting-a-grip-2023.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("  calls:\n")] + text[text.index("  performance:\n") :], encoding="utf-8")
    (standing,) = coverage(workspace, REPORTS[:1], today=TODAY)
    assert told(standing.coverage) == [("in-evidence", Severity.NOTE, "Observation calls")]


def test_an_answer_that_the_template_needs_is_told_once_when_it_is_gone(workspace):
    path = workspace.root / "evidence/responses/peel-legitimacy-2017.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index('  "2":')], encoding="utf-8")
    (standing,) = coverage(workspace, ["peel-legitimacy-2017"], today=TODAY)
    assert told(standing.coverage) == [("in-evidence", Severity.ERROR, "Recommendation 2")]
    assert standing.judged == "the evidence (the letter cannot be composed)"


def test_a_template_that_fails_for_another_reason_is_still_an_error(workspace):
    workspace.edit("templates/letters/peel-legitimacy-2017.md.j2", "{{ item.text }}", "{{ item.txet }}")
    with pytest.raises(TemplateError, match="has no 'txet'"):
        coverage(workspace, ["peel-legitimacy-2017"], today=TODAY)


def test_shipped_reports_are_told_without_an_error(leicestershire):
    standings = coverage(leicestershire, REPORTS, today=date(2026, 11, 22))
    clocks = {standing.report_id: standing.clock.told() for standing in standings}
    assert clocks["state-of-policing-2024"].startswith("Sent on 13 September 2024, day 57;")
    assert clocks["peel-legitimacy-2017"].startswith("Sent on 9 April 2018, day 119;")
    assert not any(finding.severity.label == "error" for standing in standings for finding in standing.findings())
