"""The checklist of a report: every item, where it is answered and what is open."""

import docx
import pytest
from lxml import html as lxml_html

from letterkit.cli.parts import part
from letterkit.coverage.checklist import COLUMNS, is_checklist
from letterkit.formats.word.reading import read_draft
from letterkit.letter import Table, text_of
from letterkit.workspace.commands.draft import draft
from letterkit.workspace.loaded import LoadedWorkspace

REPORT = "peel-legitimacy-2017"
ACTION = "Action, by whom and by when"


def rows_of(letter):
    (table,) = [block for block in letter.blocks if isinstance(block, Table)]
    return [{text_of(head): text_of(cell) for head, cell in zip(table.header, row, strict=True)} for row in table.rows]


def checklist_of(workspace):
    loaded = LoadedWorkspace(workspace, [REPORT])
    return loaded.checklist(REPORT, loaded.letter(REPORT))


def test_a_checklist_has_a_row_an_item_with_all_that_is_known(leicestershire):
    first, second = rows_of(checklist_of(leicestershire))
    assert tuple(first) == COLUMNS
    label, text, directed = first["Item"].split("\n")
    assert (label, directed) == ("Recommendation 1", "Directed to: Leicestershire Police")
    assert text.startswith("The force should ensure that it has effective systems")
    assert first["Position"] == "accepted"
    assert first[ACTION].count("\n") == 2
    assert first[ACTION].endswith("What training police staff need is under review. (Leicestershire Police)")
    assert first["In the letter"] == "Recommendation 1"
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
    assert first[ACTION].endswith("\nThe item's own date: 31 July 2018")
    assert second[ACTION].endswith("(Leicestershire Police; September 2018)")
    assert "own date" not in second[ACTION]


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
    assert (section.page_width.mm, section.page_height.mm) == (pytest.approx(297, abs=1), pytest.approx(210, abs=1))
    letter = docx.Document(workspace.drafts / f"{REPORT}.docx").sections[0]
    assert letter.page_width < letter.page_height


def test_a_screen_reader_finds_the_head_of_each_row(workspace):
    """N16."""
    draft(workspace, [REPORT], out=workspace.drafts)
    (table,) = docx.Document(workspace.drafts / f"{REPORT}-checklist.docx").tables
    assert table._tbl.tblPr.xpath("w:tblLook/@w:firstColumn") == ["1"]
    draft(workspace, [REPORT], out=workspace.drafts, write=part("draft --format html"))
    page = lxml_html.fromstring((workspace.drafts / f"{REPORT}-checklist.html").read_bytes())
    rows = page.xpath("//tbody/tr")
    assert [row.xpath("string(*[1][self::th[@scope='row']]//strong)") for row in rows] == [
        "Recommendation 1", "Recommendation 2",
    ]  # fmt: skip
    assert not page.xpath("//th[not(@scope)]")


def test_a_checklist_is_told_from_a_letter(leicestershire):
    loaded = LoadedWorkspace(leicestershire, [REPORT])
    letter = loaded.letter(REPORT)
    assert (is_checklist(loaded.checklist(REPORT, letter)), is_checklist(letter)) == (True, False)


def test_an_edited_checklist_is_guarded_like_a_letter(workspace):
    draft(workspace, [REPORT], out=workspace.drafts)
    path = workspace.drafts / f"{REPORT}-checklist.docx"
    assert read_draft(path.read_bytes(), shown_as=path.name).untouched
