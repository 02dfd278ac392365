"""Which report a file answers that lost its record and its name (U12)."""

import shutil
from datetime import date

import pytest

from letterkit.errors import UsageError
from letterkit.findings import Severity
from letterkit.formats.text import write
from letterkit.workspace.commands.coverage_of_draft import coverage_of_draft
from letterkit.workspace.commands.redline import redline_draft
from letterkit.workspace.commands.review import review
from letterkit.workspace.loaded import LoadedWorkspace
from tests.edits import EditedDraft
from tests.reviews import REPORT, TITLE, TODAY, edit, told

OTHER = "race-revisited-2024"


def returned(workspace, *edits, name="Response to HMICFRS final.docx"):
    return edit(workspace, *edits).rename(workspace.root / name)


def add_report(workspace, report_id=OTHER, *, title=TITLE, published="2024-08-25"):
    """A second report, unanswered, that may be taken for the first."""
    for folder in ("reports", "responses"):
        shutil.copy(
            workspace.root / f"evidence/{folder}/{REPORT}.yaml", workspace.root / f"evidence/{folder}/{report_id}.yaml"
        )
    workspace.edit(f"evidence/reports/{report_id}.yaml", TITLE, title)
    workspace.edit(f"evidence/reports/{report_id}.yaml", "published: 2023-08-25", f"published: {published}")


def retype_subject(file, subject):
    """Type another subject, in a paragraph that is no heading any more, and leave no title in the properties."""
    file.replace(TITLE, subject)
    file.restyle(subject, "BodyText")
    file.retitle("")


@pytest.mark.parametrize(
    ("edits", "told_by"),
    [
        ([EditedDraft.inspect], "its controls say"),
        ([EditedDraft.strip], "its subject line says"),
        ([EditedDraft.strip, lambda file: file.retitle("")], "its subject line says"),
        ([EditedDraft.strip, lambda file: retype_subject(file, f"RE: {TITLE.upper()}")], "its subject line says"),
        (
            [EditedDraft.strip, lambda file: retype_subject(file, "Race and policing (HMICFRS)")],
            "its subject line says",
        ),
        ([EditedDraft.strip, lambda file: retype_subject(file, "Your inspection")], "its text says"),
    ],
    ids=["inspected", "controls stripped", "no properties", "no heading", "a part of the title", "in the text alone"],
)
def test_an_inspected_and_renamed_file_is_found_and_said_so(drafted, edits, told_by):
    found = review(drafted, returned(drafted, *edits), report_id=None, today=TODAY)
    assert (found.report_id, found.recorded) == (REPORT, "in drafts/")
    (note,) = [finding for finding in found.findings() if finding.check == "report"]
    assert note.severity is Severity.NOTE
    assert told_by in note.message


@pytest.mark.parametrize(
    "name", [f"FINAL {REPORT} v2.docx", "Race and Policing 2023 - comments.docx", "RACE_AND_POLICING_2023(1).docx"]
)
def test_a_name_that_has_the_report_in_it_says_which(drafted, name):
    found = review(drafted, returned(drafted, EditedDraft.strip, name=name), report_id=None, today=TODAY)
    assert (found.report_id, told(found)) == (REPORT, [])


def test_every_command_that_reads_a_draft_says_how_it_was_found(drafted):
    path = returned(drafted, EditedDraft.inspect)
    (standing,) = coverage_of_draft(drafted, path, report_id=None, today=TODAY)
    assert "report" in {finding.check for finding in standing.findings()}
    found = redline_draft(drafted, path, report_id=None, out=drafted.root / "r.docx", dated=TODAY, force=False)
    assert [finding.check for finding in found] == ["report"]


def test_a_plain_text_file_is_found_by_its_subject(drafted):
    path = drafted.root / "as agreed.txt"
    path.write_text(write(LoadedWorkspace(drafted, [REPORT]).letter(REPORT)), encoding="utf-8")
    assert review(drafted, path, report_id=None, today=TODAY).report_id == REPORT


def test_a_value_pasted_from_another_letter_does_not_mislead(drafted):
    add_report(drafted, title="Something else")
    alias = f"responses.{REPORT}.letter.date"

    def paste(file):
        control = next(one for one in file.body.iter("{*}alias") if alias in one.values()[0])
        pasted = control.getparent().getparent().addnext
        copied = file.body.makeelement(control.tag, {control.keys()[0]: f"responses.{OTHER}.letter.date [lk.3]"})
        pasted(copied)

    assert (
        review(drafted, returned(drafted, EditedDraft.inspect, paste), report_id=None, today=TODAY).report_id == REPORT
    )


def test_two_reports_of_one_title_are_told_apart_by_the_day_of_publication(drafted):
    add_report(drafted)
    assert review(drafted, returned(drafted, EditedDraft.strip), report_id=None, today=TODAY).report_id == REPORT


def test_where_two_reports_fit_one_is_asked_for(drafted):
    add_report(drafted, published="2023-08-25")
    with pytest.raises(UsageError, match=f"may answer '{REPORT}' or '{OTHER}'. Say which with --report"):
        review(drafted, returned(drafted, EditedDraft.strip), report_id=None, today=TODAY)


def test_a_title_within_a_longer_one_is_not_taken_for_it(drafted):
    add_report(drafted, "race-2020", title="Race and Policing", published="2020-01-07")
    assert review(drafted, returned(drafted, EditedDraft.strip), report_id=None, today=TODAY).report_id == REPORT


def test_a_report_that_cannot_be_read_does_not_stand_in_the_way(drafted):
    (drafted.root / "evidence/reports/begun-2026.yaml").write_text("title: Begun\n")
    found = review(drafted, returned(drafted, EditedDraft.strip), report_id=None, today=date(2026, 1, 1))
    assert found.report_id == REPORT
