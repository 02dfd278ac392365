"""`letterkit coverage` of a Word file that came back."""

import io
import subprocess
from datetime import date

import docx
import pytest
from docx.oxml.ns import qn

from letterkit.errors import UsageError
from letterkit.findings import Severity
from letterkit.workspace.commands.coverage_of_draft import coverage_of_draft
from letterkit.workspace.commands.draft import draft
from letterkit.workspace.loaded import LoadedWorkspace
from tests.builders import word_file
from tests.coverage.answers import told
from tests.edits import EditedDraft

TODAY = date(2026, 11, 22)
REPORTS = ["getting-a-grip-2023", "peel-legitimacy-2017", "race-and-policing-2023", "state-of-policing-2024"]


@pytest.fixture
def word_draft(workspace):
    draft(workspace, ["peel-legitimacy-2017"], out=workspace.drafts)
    return workspace.drafts / "peel-legitimacy-2017.docx"


def judged(workspace, path, **options):
    return coverage_of_draft(workspace, path, report_id=options.get("report_id"), today=TODAY)[0]


def lines_after(document, heading):
    """The paragraphs under a heading, up to the next."""
    lines = iter(document.paragraphs)
    next(line for line in lines if line.text.strip() == heading or heading in "".join(line._p.itertext()))
    for line in lines:
        if line.style.name.startswith("Heading"):
            return
        yield line


def edited(path, edit):
    document = docx.Document(path)
    edit(document)
    document.save(path)


def delete(document):
    for line in list(lines_after(document, "Recommendation 2")):
        line._p.getparent().remove(line._p)


def strike(document):
    for line in lines_after(document, "Recommendation 2"):
        for run in line._p.iter(qn("w:r")):
            run.get_or_add_rPr().append(docx.oxml.OxmlElement("w:strike"))


def track_deletion(document):
    for line in lines_after(document, "Recommendation 2"):
        for run in list(line._p.iter(qn("w:r"))):
            deletion = docx.oxml.OxmlElement("w:del")
            deletion.set(qn("w:id"), "900")
            deletion.set(qn("w:author"), "Reviewer")
            run.getparent().replace(run, deletion)
            deletion.append(run)
            for text in run.iter(qn("w:t")):
                text.tag = qn("w:delText")


def strip_everything(document):
    for mark in list(document.element.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
        mark.getparent().remove(mark)
    for control in list(document.element.iter(qn("w:sdt"))):
        for run in control.find(qn("w:sdtContent")):
            control.addprevious(run)
        control.getparent().remove(control)


@pytest.mark.parametrize("edit", [delete, strike, track_deletion])
def test_an_answer_taken_out_in_word_is_exactly_one_finding(workspace, word_draft, edit):
    edited(word_draft, edit)
    assert told(judged(workspace, word_draft).coverage) == [("in-letter", Severity.ERROR, "Recommendation 2")]


@pytest.mark.parametrize("edit", [delete, strike, track_deletion])
def test_it_is_found_even_when_bookmarks_and_controls_are_stripped(workspace, word_draft, edit):
    edited(word_draft, lambda document: (edit(document), strip_everything(document)))
    assert told(judged(workspace, word_draft).coverage) == [("in-letter", Severity.ERROR, "Recommendation 2")]


def test_a_file_with_everything_stripped_is_still_covered(workspace, word_draft):
    edited(word_draft, strip_everything)
    assert judged(workspace, word_draft).coverage.answered == 2


def test_a_tracked_insertion_counts_as_there(workspace, word_draft):
    def insert(document):
        delete(document)
        heading = next(line for line in document.paragraphs if "Recommendation 2" in "".join(line._p.itertext()))
        line = docx.oxml.OxmlElement("w:p")
        insertion = docx.oxml.OxmlElement("w:ins")
        run, text = docx.oxml.OxmlElement("w:r"), docx.oxml.OxmlElement("w:t")
        text.text = "Processes have been brought up to date."
        run.append(text)
        insertion.append(run)
        line.append(insertion)
        start = heading._p.getnext()
        assert start.tag == qn("w:bookmarkStart")
        start.addnext(line)

    edited(word_draft, insert)
    assert told(judged(workspace, word_draft).coverage) == []


def test_the_report_is_named_by_the_file_name_if_the_record_is_gone(workspace, tmp_path):
    composed = LoadedWorkspace(workspace, REPORTS).letter("race-and-policing-2023")
    path = tmp_path / "race-and-policing-2023 (comments by AB).docx"
    document = docx.Document(io.BytesIO(word_file(composed)))
    strip_everything(document)
    document.save(path)
    file = EditedDraft(path.read_bytes())
    file.strip()
    path.write_bytes(file.to_bytes())
    assert judged(workspace, path).coverage.answered == 6
    assert judged(workspace, path, report_id="race-and-policing-2023").coverage.answered == 6


def test_a_file_that_says_it_answers_another_report_is_not_judged_as_this_one(workspace, word_draft):
    with pytest.raises(
        UsageError, match="was generated as the letter on peel-legitimacy-2017, not on race-and-policing"
    ):
        judged(workspace, word_draft, report_id="race-and-policing-2023")


def test_a_word_file_of_no_report_asks_which(workspace, tmp_path):
    path = tmp_path / "minutes.docx"
    docx.Document().save(path)
    with pytest.raises(UsageError, match=r"minutes.docx does not say which report it answers. Name it with --report."):
        judged(workspace, path)


@pytest.mark.skipif(
    subprocess.run(["which", "soffice"], capture_output=True, check=False).returncode != 0, reason="no LibreOffice"
)
def test_a_file_saved_by_libreoffice_is_covered_the_same(workspace, word_draft, tmp_path):
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        "soffice",
        "--headless",
        profile,
        "--convert-to",
        "docx",
        "--outdir",
        str(tmp_path / "out"),
        str(word_draft),
    ]
    subprocess.run(command, check=True, capture_output=True)
    assert told(judged(workspace, tmp_path / "out" / word_draft.name).coverage) == []
