"""The checklist of a report as an annex of the letter."""

from letterkit.checks import check_letter
from letterkit.letter import Heading, text_of
from letterkit.templates.annex import ANNEX_COLUMNS
from letterkit.workspace.loaded import LoadedWorkspace

REPORT = "peel-legitimacy-2017"


def test_the_annex_lists_every_answer_with_its_source(workspace):
    workspace.edit(f"evidence/responses/{REPORT}.yaml", "  basis: s55\n", "  basis: s55\n  annex_checklist: true\n")
    loaded = LoadedWorkspace(workspace, [REPORT])
    letter = loaded.letter(REPORT)
    heading, table = letter.blocks[-2:]
    assert isinstance(heading, Heading)
    assert heading.begins_annex
    assert tuple(text_of(cell) for cell in table.header) == ANNEX_COLUMNS
    assert [text_of(row[1]) for row in table.rows] == ["accepted", "accepted"]
    references = {
        reference
        for row in table.rows
        for cell in row
        for span in cell
        if span.origin
        for reference in span.origin.references
    }
    assert references <= set(loaded.pack.places)
    assert check_letter(letter, loaded.pack, REPORT, shown_as="template") == []
