"""Two reports answered in one letter."""

from datetime import date

import pytest

from letterkit.findings import Severity
from letterkit.workspace.commands.coverage import coverage
from letterkit.workspace.commands.coverage_of_draft import coverage_of_draft
from letterkit.workspace.commands.draft import draft
from letterkit.workspace.loaded import LoadedWorkspace
from tests.coverage.answers import told

TODAY = date(2026, 11, 22)
REPORTS = ["getting-a-grip-2023", "peel-legitimacy-2017", "race-and-policing-2023", "state-of-policing-2024"]


@pytest.fixture
def companion(workspace):
    """A second report, answered in the letter on Getting a grip."""
    evidence = workspace.root / "evidence"
    (evidence / "reports/companion-2023.yaml").write_text(
        "title: A companion\nkind: thematic\npublisher: hmicfrs\npublished: 2023-07-12\nsource: getting_a_grip_2023\n"
        'items:\n  - {id: "1", kind: recommendation, text: Forces should publish response times., quoted: true}\n'
    )
    (evidence / "responses/companion-2023.yaml").write_text(
        'answered_with: getting-a-grip-2023\nanswers:\n  "1":\n    position: supported\n'
        "    action_taken:\n      - what: The times are on the website.\n"
    )
    workspace.edit(
        f"evidence/responses/{REPORTS[0]}.yaml",
        "  signatory: rani_mahal\n",
        "  signatory: rani_mahal\n  also_answers: [companion-2023]\n",
    )
    workspace.edit(
        f"templates/letters/{REPORTS[0]}.md.j2",
        '{% answer "trust" %}\n',
        '{% answer "companion-2023:1" %}\n{{ also["companion-2023"].answers["1"].action_taken.0.what }}\n{% endanswer %}\n\n{% answer "trust" %}\n',
    )
    return workspace


def test_each_report_of_a_shared_letter_has_its_own_coverage(companion):
    both = [REPORTS[0], "companion-2023"]
    first, second = coverage(companion, both, today=TODAY)
    assert (told(first.coverage), told(second.coverage)) == ([], [])
    assert [item.item.id for item in second.coverage.items] == ["1"]
    assert second.clock.published == date(2023, 7, 12)


def test_a_shared_letter_is_drafted_once_with_a_checklist_for_each(companion):
    draft(companion, ["companion-2023", REPORTS[0]], out=companion.drafts)
    assert sorted(path.name for path in companion.drafts.glob("*.docx")) == [
        "companion-2023-checklist.docx", f"{REPORTS[0]}-checklist.docx", f"{REPORTS[0]}.docx",
    ]  # fmt: skip
    standings = coverage_of_draft(companion, companion.drafts / f"{REPORTS[0]}.docx", report_id=None, today=TODAY)
    assert [(found.report_id, told(found.coverage)) for found in standings] == [
        (REPORTS[0], []),
        ("companion-2023", []),
    ]


def test_the_item_that_a_shared_letter_leaves_out_is_told_for_its_report(companion):
    companion.edit(f"templates/letters/{REPORTS[0]}.md.j2", '{% answer "companion-2023:1" %}', "")
    companion.edit(
        f"templates/letters/{REPORTS[0]}.md.j2",
        'what }}\n{% endanswer %}\n\n{% answer "trust" %}',
        'what }}\n\n{% answer "trust" %}',
    )
    both = [REPORTS[0], "companion-2023"]
    first, second = coverage(companion, both, today=TODAY)
    assert told(first.coverage) == []
    assert told(second.coverage) == [("in-letter", Severity.ERROR, "Recommendation 1")]


def test_a_letter_shared_by_one_side_only_is_refused(companion):
    from letterkit.errors import EvidenceError  # noqa: PLC0415

    companion.edit(f"evidence/responses/{REPORTS[0]}.yaml", "  also_answers: [companion-2023]\n", "")
    with pytest.raises(EvidenceError, match=r"Add 'companion-2023' to 'also_answers'"):
        LoadedWorkspace(companion, ["companion-2023"])
