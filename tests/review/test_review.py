"""What a reviewer is told of a draft that came back."""

import pytest

from letterkit.findings import Severity
from letterkit.review.review import _has
from letterkit.workspace.commands.draft import draft
from letterkit.workspace.commands.review import review
from tests.edits import EditedDraft
from tests.reviews import REPORT, TODAY, reviewed, told

STATISTICS = "evidence/statistics.yaml"


def test_a_draft_that_nobody_touched_has_nothing_to_look_at(drafted):
    found = reviewed(drafted)
    assert told(found) == []
    assert {one.verdict for one in found.comparison.verdicts} == {"same"}
    assert found.manuscript.not_read == ()


@pytest.mark.parametrize("strip", [False, True], ids=["tags", "stripped"])
def test_evidence_that_moved_on_makes_its_values_stale_and_nothing_else(drafted, strip):
    drafted.edit(STATISTICS, "  value: 45.3\n", "  value: 46.1\n")
    drafted.edit("evidence/addressees.yaml", "    - 89 Eccleston Square\n", "    - 90 Eccleston Square\n", times=2)
    found = reviewed(drafted, *([lambda file: file.strip(keep_record=True)] if strip else []))
    assert told(found) == [
        ("stale", Severity.ERROR, "addressees.roy_wilsher.address.1"),
        ("stale", Severity.ERROR, "statistics.female_recruits.value"),
    ]
    assert "now says '46.1%'" in found.findings()[1].message


def test_a_value_that_the_letter_prints_no_more_is_stale_if_evidence_changed_it(drafted):
    template = f"templates/letters/{REPORT}.md.j2"
    drafted.edit(template, "there were {{ unrecorded.percentage | percent }}", "there were far")
    assert [check for check, *_ in told(reviewed(drafted))] == ["outdated"]
    drafted.edit(STATISTICS, "  value: 37.5\n", "  value: 38.5\n")
    assert told(reviewed(drafted))[0] == ("stale", Severity.ERROR, "statistics.unrecorded_ethnicity.value")


def test_a_value_in_an_added_line_is_not_told_twice(drafted):
    found = reviewed(drafted, lambda file: file.insert_after("10 October 2023", " and others"))
    assert [check for check, *_ in told(found)] == ["reworded"]


def test_a_draft_brought_up_to_date_by_hand_is_in_order(drafted):
    drafted.edit(STATISTICS, "  value: 45.3\n", "  value: 46.1\n")
    assert told(reviewed(drafted, lambda file: file.replace("45.3%", "46.1%"))) == []


def test_an_edit_against_evidence_that_moved_on_is_a_conflict(drafted):
    drafted.edit(STATISTICS, "  value: 45.3\n", "  value: 46.1\n")
    found = reviewed(drafted, lambda file: file.replace("45.3%", "47%"))
    assert told(found) == [("conflict", Severity.ERROR, "statistics.female_recruits.value")]


def test_sentences_in_the_draft_are_held_against_evidence(drafted):
    found = reviewed(
        drafted,
        lambda file: file.add_paragraph("The report is welcome", "The share of female recruits rose by 12%."),
    )
    ((check, severity, reference),) = told(found)
    assert (check, severity, reference) == ("contradicted", Severity.ERROR, "statistics.female_recruits.value")


@pytest.mark.parametrize(
    ("text", "value", "has"),
    [
        ("14330 stops", "1433", False),
        ("1,433 stops", "1433", True),
        ("in Force", "For", False),
        ("the Force", "Force", True),
    ],
)
def test_a_value_is_in_a_text_as_words_of_its_own(text, value, has):
    """F14."""
    assert _has(text, value) is has


CELLS = [(row, column, text) for row in (2, 3, 4) for column, text in ((1, None), (2, "Good"))]


@pytest.mark.parametrize(("row", "column", "text"), CELLS)
@pytest.mark.parametrize("change", ["emptied", "replaced", "added to"])
def test_a_fault_in_a_table_is_placed_in_its_cell(workspace, row, column, text, change):
    """N15."""
    report = "peel-legitimacy-2017"
    draft(workspace, [report], out=workspace.drafts)
    path = workspace.drafts / f"{report}.docx"
    file = EditedDraft(path.read_bytes())
    cell = list(list(file.body.iter("{*}tr"))[row - 1].iter("{*}tc"))[column - 1]
    (first, *others) = cell.iter("{*}t")
    first.text = {"emptied": "", "replaced": "Inadequate in every way", "added to": f"{first.text} and 47 more"}[change]
    for other in others:
        other.text = ""
    path.write_bytes(file.to_bytes())
    found = review(workspace, path, report_id=None, today=TODAY).findings()
    assert found
    assert {finding.place.where for finding in found} == {f"table 1, row {row}, column {column}"}


def test_two_cells_emptied_are_each_placed_in_its_own(workspace):
    """N15."""
    report = "peel-legitimacy-2017"
    draft(workspace, [report], out=workspace.drafts)
    path = workspace.drafts / f"{report}.docx"
    file = EditedDraft(path.read_bytes())
    for cell in list(list(file.body.iter("{*}tr"))[2].iter("{*}tc")):
        for text in cell.iter("{*}t"):
            text.text = ""
    path.write_bytes(file.to_bytes())
    found = review(workspace, path, report_id=None, today=TODAY).findings()
    assert [finding.place.where for finding in found] == ["table 1, row 3, column 1", "table 1, row 3, column 2"]
