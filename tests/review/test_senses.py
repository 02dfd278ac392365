"""An edit is judged by what the letter says now, made silently or tracked: what turns a statement is told, F1 to F7."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from letterkit.findings import Severity
from letterkit.workspace.commands.draft import draft
from letterkit.workspace.commands.review import review
from tests.edited_drafts import TODAY
from tests.edits import AUTHOR, EditedDraft

ROWS = YAML(typ="safe").load(Path(__file__).with_name("edits.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def office(tmp_path_factory, leicestershire):
    """The letters as generated, each with what a review warns of before anybody edited it."""
    folder = tmp_path_factory.mktemp("drafts")
    letters = sorted({row["letter"] for row in ROWS})
    draft(leicestershire, letters, out=folder)
    return {
        letter: ((path := folder / f"{letter}.docx").read_bytes(), graves(leicestershire, path)) for letter in letters
    }


def graves(workspace, path):
    """Return the warnings and errors of a review."""
    report = path.stem.removesuffix("-edited")
    found = review(workspace, path, report_id=report, today=TODAY).findings()
    return {
        (finding.check, finding.subject, finding.message) for finding in found if finding.severity >= Severity.WARNING
    }


@pytest.mark.parametrize("tracked", [False, True], ids=["silent", "tracked"])
@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['find']} - {row['replace']}")
def test_an_edit_is_told_if_the_letter_says_something_else(office, leicestershire, tmp_path, row, tracked):
    data, before = office[row["letter"]]
    file = EditedDraft(data)
    file.retype(row["find"], row["replace"], tracked=tracked)
    path = tmp_path / f"{row['letter']}-edited.docx"
    path.write_bytes(file.to_bytes())
    told = graves(leicestershire, path) - before
    assert bool(told) == row["told"], told
    if tracked and told:
        assert any(AUTHOR in message and "as a tracked change" in message for *_, message in told), told
