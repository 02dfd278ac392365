"""Cells that change places are each told with their own row and column, F6."""

import shutil

import pytest

from letterkit.findings import Severity
from letterkit.formats.word.namespaces import w
from letterkit.workspace import Workspace
from letterkit.workspace.commands.draft import draft
from letterkit.workspace.commands.review import review
from tests.edited_drafts import TODAY
from tests.edits import EditedDraft

REPORT = "peel-legitimacy-2017"
GRADES = ("outstanding", "requires improvement", "good")


@pytest.fixture(scope="module", params=[GRADES, ("good", "good", "good")], ids=["unlike", "alike"])
def graded(request, tmp_path_factory, leicestershire):
    """Draft the letter with other grades in its table."""
    root = tmp_path_factory.mktemp("office")
    for folder in ("evidence", "templates"):
        shutil.copytree(leicestershire.root / folder, root / folder)
    peel, grades = root / "evidence" / "peel.yaml", iter(request.param)
    lines = peel.read_text(encoding="utf-8").split("\n")
    peel.write_text(
        "\n".join(
            f"{line.partition(':')[0]}: {next(grades, 'good')}"
            if line.strip() == "grade: good" and number < 30
            else line
            for number, line in enumerate(lines)
        ),
        encoding="utf-8",
    )
    workspace = Workspace(root)
    draft(workspace, [REPORT], out=workspace.drafts)
    return workspace, request.param


def grade_cells(file):
    (table,) = file.body.iterchildren(w("tbl"))
    return [list(row.iter(w("tc")))[-1] for row in table.iter(w("tr"))][1:]


def told(workspace, edit):
    path = workspace.drafts / f"{REPORT}.docx"
    file = EditedDraft(path.read_bytes())
    edit(file)
    edited = path.with_name(f"{REPORT}-edited.docx")
    edited.write_bytes(file.to_bytes())
    found = review(workspace, edited, report_id=None, today=TODAY).findings()
    return [finding for finding in found if finding.severity >= Severity.WARNING and finding.check == "swapped"]


def test_cells_that_change_places_are_told_each_in_its_row(graded):
    workspace, grades = graded

    def swap(file):
        first, second, _ = grade_cells(file)
        beside = first.getprevious()
        second.addprevious(first)
        beside.addnext(second)

    found = told(workspace, swap)
    assert [(finding.place.where, finding.subject.lower()) for finding in found] == [
        ("table 1, row 2, column 2", f"'{grades[1]}'"),
        ("table 1, row 3, column 2", f"'{grades[0]}'"),
    ]


@pytest.mark.parametrize("graded", [GRADES], indirect=True, ids=["unlike"])
def test_words_of_cells_retyped_for_each_other_are_told_each_in_its_row(graded):
    workspace, _ = graded

    def retype(file):
        first, second, _ = (next(cell.iter(w("t"))) for cell in grade_cells(file))
        first.text, second.text = second.text, first.text

    assert [finding.place.where for finding in told(workspace, retype)] == [
        "table 1, row 2, column 2",
        "table 1, row 3, column 2",
    ]
