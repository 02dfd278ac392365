"""The checklist of a report: every item, where it is answered and what is open."""

import docx
import pytest

from letterkit.cli.parts import part
from letterkit.coverage.checklist import COLUMNS
from letterkit.formats.word.reading import read_draft
from letterkit.letter import Table, text_of
from letterkit.workspace.commands.draft import draft
from letterkit.workspace.loaded import LoadedWorkspace

REPORT = "peel-legitimacy-2017"


def rows_of(letter):
    (table,) = [block for block in letter.blocks if isinstance(block, Table)]
    return [{text_of(head): text_of(cell) for head, cell in zip(table.header, row, strict=True)} for row in table.rows]


def checklist_of(workspace):
    loaded = LoadedWorkspace(workspace, [REPORT])
    return loaded.checklist(REPORT, loaded.letter(REPORT))


def test_a_checklist_has_a_row_an_item_with_all_that_is_known(leicestershire):
    first, second = rows_of(checklist_of(leicestershire))
    assert tuple(first) == COLUMNS
    assert first["Item"] == "1"
    assert first["Kind"] == "Recommendation"
    assert first["Text"].startswith("The force should ensure that it has effective systems")
    assert first["Directed to"] == "Leicestershire Police"
    assert first["Position"] == "accepted"
    assert first["Action"].count("\n") == 2
    assert first["Owner"] == "Leicestershire Police"
    assert first["Where in the letter"] == "Recommendation 1"
    assert first["Status"] == "answered"
    assert second["Evidence relied on"] == "the Commissioner’s budget for the year (programmes)"


def test_what_is_open_stands_in_the_checklist(workspace):
    workspace.edit(f"templates/letters/{REPORT}.md.j2", "{{ phrases.actions(answer) }}", "TBC")
    first, _ = rows_of(checklist_of(workspace))
    assert "'TBC' holds a place for the answer" in first["Status"]


def test_due_days_are_those_of_the_actions_else_of_the_item(workspace):
    report = f"evidence/reports/{REPORT}.yaml"
    workspace.edit(report, '  - id: "1"\n', '  - id: "1"\n    deadline: 2018-07\n')
    response = f"evidence/responses/{REPORT}.yaml"
    workspace.edit(
        response, "      - what: Interview training", "      - due: 2018-09\n        what: Interview training"
    )
    first, second = rows_of(checklist_of(workspace))
    assert first["Due"] == "31 July 2018 (the item's own)"
    assert second["Due"] == "September 2018"


@pytest.mark.parametrize(("form", "ending"), [("docx", "docx"), ("html", "html")])
def test_draft_writes_the_checklist_beside_the_letter(workspace, form, ending):
    draft(workspace, [REPORT], out=workspace.drafts, write=part(f"draft --format {form}"))
    assert (workspace.drafts / f"{REPORT}-checklist.{ending}").is_file()


def test_the_word_checklist_is_a_real_table_on_wide_pages(workspace):
    draft(workspace, [REPORT], out=workspace.drafts)
    document = docx.Document(workspace.drafts / f"{REPORT}-checklist.docx")
    (table,) = document.tables
    assert len(table.columns) == len(COLUMNS)
    assert table.rows[0]._tr.trPr.xpath("w:tblHeader")
    section = document.sections[0]
    assert section.page_width > section.page_height
    letter = docx.Document(workspace.drafts / f"{REPORT}.docx").sections[0]
    assert letter.page_width < letter.page_height


def test_an_edited_checklist_is_guarded_like_a_letter(workspace):
    draft(workspace, [REPORT], out=workspace.drafts)
    path = workspace.drafts / f"{REPORT}-checklist.docx"
    assert read_draft(path.read_bytes(), shown_as=path.name).untouched
