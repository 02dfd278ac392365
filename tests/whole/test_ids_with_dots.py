"""Reports number their items as they like: 7.1 is an id like any other, from YAML to Word and back."""

from datetime import date

import pytest

from letterkit.cli.parts import part
from letterkit.workspace import Workspace
from letterkit.workspace.commands.draft import draft
from letterkit.workspace.commands.review import review
from tests.edits import EditedDraft

REPORT = "peel-legitimacy-2017"


@pytest.fixture
def drafted(workspace):
    """The workspace, its second recommendation numbered 7.1 throughout, with the letter drafted."""
    workspace.edit(f"evidence/reports/{REPORT}.yaml", '  - id: "2"', '  - id: "7.1"')
    workspace.edit(f"evidence/responses/{REPORT}.yaml", '  "2":', '  "7.1":')
    workspace.edit(f"templates/letters/{REPORT}.md.j2", 'item.id == "2"', 'item.id == "7.1"')
    draft(workspace, [REPORT], out=workspace.drafts, write=part("draft --format docx"))
    return workspace


def reviewed(workspace: Workspace):
    return review(workspace, workspace.drafts / f"{REPORT}.docx", report_id=None, today=date(2018, 4, 9))


def test_a_draft_that_nobody_changed_has_nothing_to_look_at(drafted):
    found = reviewed(drafted)
    assert [note for note in found.notes if note.finding.reference and "7.1" in note.finding.reference] == []
    assert {one.verdict for one in found.comparison.verdicts} == {"same"}


def test_every_value_of_the_item_is_told_with_its_source_and_place(drafted):
    file = f"evidence/reports/{REPORT}.yaml"
    places = [place for reference, place in reviewed(drafted).sources.items() if "7.1" in reference]
    line = drafted.line_of(file, 'id: "7.1"')
    assert any(f"{file}:{line}" in place for place in places), places


def test_evidence_that_moved_on_is_told_at_its_place(drafted):
    file = f"evidence/reports/{REPORT}.yaml"
    text = (drafted.root / file).read_text(encoding="utf-8")
    start = text.index("text:", text.index('id: "7.1"'))
    (drafted.root / file).write_text(text[:start] + text[start:].replace("should", "must", 1), encoding="utf-8")
    stale = [note.finding for note in reviewed(drafted).notes if note.finding.check == "stale"]
    assert [finding.reference for finding in stale] == [f'reports.{REPORT}.items["7.1"].text']
    assert file in stale[0].message


def test_coverage_of_the_file_knows_the_item(drafted):
    (standing,) = reviewed(drafted).standings
    assert [item.item.id for item in standing.coverage.items if item.answered] == ["1", "7.1"]


def test_an_edited_value_is_told_under_its_reference(drafted):
    path = drafted.drafts / f"{REPORT}.docx"
    file = EditedDraft(path.read_bytes())
    file.replace("Recommendation 7.1", "Recommendation 7.2")
    path.write_bytes(file.to_bytes())
    told = [note.finding.reference for note in reviewed(drafted).notes if note.finding.check == "edited"]
    assert told == [f'reports.{REPORT}.items["7.1"].id']
