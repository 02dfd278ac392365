"""A heading with nothing, or no answer, under it is told when the letter is drafted (N4)."""

import pytest

from letterkit.coverage import find_empty_headings
from letterkit.findings import Severity
from letterkit.letter import Answer, Heading, List, ListItem, Role
from letterkit.workspace.commands.draft import draft
from letterkit.workspace.commands.validate import validate
from letterkit.workspace.loaded import LoadedWorkspace
from tests.builders import answer, items, letter, paragraph, span, table

REPORT = "peel-legitimacy-2017"
CLOSE = paragraph("Yours sincerely,", role=Role.CLOSE)
QUOTED = paragraph("By July the force should act.", role=Role.QUOTATION)
BODY = paragraph("Guidance has been written.")
ANSWERED = answer("1", blocks=[BODY])


def heading(text, level=2):
    return Heading(level, (span(text),))


def found(pack, *blocks):
    composed = letter(heading("Subject", 1), paragraph("I am writing."), *blocks, CLOSE)
    return [(said, severity) for said, severity, _ in find_empty_headings(composed, pack, REPORT)]


@pytest.fixture(scope="module")
def pack(leicestershire):
    return LoadedWorkspace(leicestershire, [REPORT]).pack


@pytest.mark.parametrize(
    ("blocks", "told"),
    [
        ([heading("Vetting")], "Vetting"),
        ([heading("Vetting"), heading("Training"), BODY], "Vetting"),
        ([heading("Vetting", 3), heading("Training"), BODY], "Vetting"),
        ([heading("Findings"), heading("Vetting", 3)], "Vetting"),
        ([heading("Findings"), heading("Vetting", 3), heading("Training", 3), BODY], "Vetting"),
        ([heading("Vetting"), paragraph("Action taken:")], "Vetting"),
    ],
    ids=["at the end", "before another", "before one above", "below one", "before its like", "a label alone"],
)
def test_a_heading_with_nothing_under_it(pack, blocks, told):
    assert found(pack, *blocks) == [(told, Severity.WARNING)]


@pytest.mark.parametrize(
    "blocks",
    [
        [heading("Vetting"), BODY],
        [heading("Findings"), heading("Vetting", 3), BODY],
        [heading("Vetting"), List(False, (ListItem((span("New guidance."),)),))],
        [heading("Grades"), table(["Question", "Grade"], ["Overall", "Good"])],
        [heading("What was found"), QUOTED],
        [heading("Recommendation 1"), QUOTED, ANSWERED],
        [heading("Recommendation 1"), Answer(items("1"), (QUOTED, paragraph("Action taken:"), BODY))],
        [heading("Recommendations"), heading("Recommendation 1", 3), ANSWERED],
    ],
    ids=["words", "words below", "a list", "a table", "a quotation", "an answer", "quoted inside", "one below"],
)
def test_a_heading_with_something_under_it(pack, blocks):
    assert found(pack, *blocks) == []


@pytest.mark.parametrize(
    "inner",
    [
        (),
        (QUOTED,),
        (QUOTED, paragraph("Action taken:")),
        (QUOTED, paragraph("Action taken:"), paragraph("Action proposed:")),
        (paragraph("To be confirmed."),),
        (paragraph("See above."),),
        (QUOTED, paragraph("We accept this recommendation.")),
    ],
    ids=["nothing", "the item", "a label", "labels", "a place held", "a pointer", "a position"],
)
def test_a_heading_with_no_answer_under_it(pack, inner):
    blocks = [heading("Recommendation 1"), Answer(items("1"), inner), heading("Other matters"), BODY]
    assert found(pack, *blocks) == [("Recommendation 1", Severity.ERROR)]


def test_it_is_told_by_draft_and_validate_with_the_line_of_the_template(workspace):
    workspace.edit(
        f"templates/letters/{REPORT}.md.j2",
        "## Further findings to welcome",
        "## Complaints\n\n## Further findings to welcome",
    )
    workspace.edit(
        f"templates/letters/{REPORT}.md.j2",
        "{{ phrases.actions(answer) }}",
        '{% if item.id == "1" %}{{ phrases.actions(answer) }}{% endif %}',
    )
    workspace.edit(f"templates/letters/{REPORT}.md.j2", '{% if item.id == "2" %}\nThe work', "{% if false %}\nThe work")
    for told in (draft(workspace, [REPORT], out=workspace.drafts), validate(workspace, [REPORT])):
        empty = {finding.subject: finding for finding in told if finding.check == "empty-heading"}
        assert {subject: one.severity for subject, one in empty.items()} == {
            "'Recommendation 2'": Severity.ERROR, "'Complaints'": Severity.WARNING,
        }  # fmt: skip
        lines = (workspace.root / f"templates/letters/{REPORT}.md.j2").read_text(encoding="utf-8").splitlines()
        assert lines[empty["'Complaints'"].place.line - 1] == "## Complaints"
