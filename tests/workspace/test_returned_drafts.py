"""A file that came back: which report it answers, and where its record is."""

import json
from datetime import date
from xml.sax.saxutils import escape, unescape

import pytest

from letterkit.errors import UsageError
from letterkit.findings import Severity
from letterkit.formats.word.opc import RECORD_PART
from letterkit.workspace.commands.draft import draft
from letterkit.workspace.commands.review import review
from tests.broken_files import with_part
from tests.edits import EditedDraft
from tests.reviews import REPORT, TITLE, TODAY, edit, reviewed, told


@pytest.mark.parametrize("references", [[], ["reports.getting-a-grip-2023.items"], ["statistics.nowhere"]])
def test_a_record_of_something_else_is_never_a_fault(workspace, references):
    def forged(data):
        start = data.index(b'"references":[') + len(b'"references":[')
        return data[:start] + json.dumps(references)[1:-1].encode() + data[data.index(b"]", start) :]

    path = workspace.root / "back.docx"
    path.write_bytes(with_part(RECORD_PART, forged))
    found = review(workspace, path, report_id="getting-a-grip-2023", today=date(2026, 1, 1))
    assert found.recorded == ("in the file" if references else "nowhere")


def test_a_file_without_any_record_is_held_against_the_letter_as_composed_now(drafted, tmp_path):
    (drafted.drafts / f"{REPORT}.record.json").unlink()
    found = reviewed(drafted, lambda file: file.replace("45.3%", "47%"), lambda file: file.strip())
    assert found.recorded == "nowhere"
    assert told(found) == [("edited", Severity.ERROR, "statistics.female_recruits.value")]


def with_letter(change):
    """Change the letter in the record inside the file, as only a program can."""

    def changed(file):
        head, tag, rest = file.package.parts[RECORD_PART].decode().partition("{")
        record = json.loads(unescape(tag + rest.removesuffix("</record>")))
        change(record["letter"])
        file.package.parts[RECORD_PART] = f"{head}{escape(json.dumps(record))}</record>".encode()

    return changed


ADDED = "We reject the report in full."


def hide_what_was_added(letter):
    letter["blocks"].append({"spans": [{"text": ADDED}]})


@pytest.mark.parametrize("elsewhere", [False, True], ids=["in drafts", "beside the file"])
def test_a_record_that_was_altered_to_hide_words_is_told_and_not_believed(drafted, tmp_path, elsewhere):
    path = edit(drafted, lambda file: file.add_paragraph("Dear", ADDED), with_letter(hide_what_was_added))
    if elsewhere:
        for name in (path.name, f"{REPORT}.record.json"):
            (drafted.drafts / name).rename(tmp_path / name)
    found = review(drafted, tmp_path / path.name if elsewhere else path, report_id=None, today=TODAY)
    assert found.recorded == "the office's own, instead of the one in the file"
    assert told(found) == [("record", Severity.WARNING, None), ("added", Severity.WARNING, None)]


def test_a_record_of_other_evidence_is_that_of_another_draft(drafted):
    path = edit(drafted)
    record = path.with_suffix(".record.json")
    record.write_text(
        record.read_text().replace('"evidence_digest": "', '"evidence_digest": "0').replace("45.3", "46.1")
    )
    found = review(drafted, path, report_id=None, today=TODAY)
    assert (found.recorded, told(found)) == ("in the file", [])


def test_the_record_of_another_letter_beside_a_file_is_left_alone(drafted, tmp_path):
    draft(drafted, ["getting-a-grip-2023"], out=tmp_path / "other")
    path = edit(drafted, lambda file: file.strip()).rename(tmp_path / "back.docx")
    (tmp_path / "other" / "getting-a-grip-2023.record.json").rename(tmp_path / "back.record.json")
    found = review(drafted, path, report_id=REPORT, today=TODAY)
    assert (found.recorded, told(found)) == ("in drafts/", [])
    (drafted.drafts / f"{REPORT}.record.json").unlink()
    assert review(drafted, path, report_id=REPORT, today=TODAY).recorded == "nowhere"


def test_a_record_after_a_byte_order_mark_is_read(drafted):
    path = edit(drafted, lambda file: file.strip())
    record = path.with_suffix(".record.json")
    record.write_bytes(b"\xef\xbb\xbf" + record.read_bytes())
    assert review(drafted, path, report_id=None, today=TODAY).recorded == "beside the file"


def test_a_record_of_no_words_is_none(drafted):
    path = edit(drafted, with_letter(lambda letter: letter.update(blocks=[])))
    path.with_suffix(".record.json").unlink()
    found = review(drafted, path, report_id=REPORT, today=TODAY)
    assert (found.recorded, told(found)) == ("nowhere", [])


def test_a_letter_without_a_salutation_is_no_checklist(drafted):
    path = edit(
        drafted,
        with_letter(
            lambda letter: letter["blocks"].pop(
                next(number for number, block in enumerate(letter["blocks"]) if block.get("role") == "salutation")
            )
        ),
    )
    path.with_suffix(".record.json").unlink()
    found = review(drafted, path, report_id=None, today=TODAY)
    assert found.recorded == "in the file"
    assert ("added", Severity.WARNING, "addressees.roy_wilsher.name") in told(found)


def test_a_file_that_does_not_say_its_report_is_refused(drafted, tmp_path):
    path = edit(drafted, EditedDraft.strip)
    drafted.edit(f"evidence/reports/{REPORT}.yaml", TITLE, "Leadership on race")
    renamed = path.rename(tmp_path / "from the inspectorate.docx")
    with pytest.raises(UsageError, match=r"does not say which report it answers\. Name it with --report"):
        review(drafted, renamed, report_id=None, today=TODAY)
    assert review(drafted, renamed, report_id=REPORT, today=TODAY).recorded == "in drafts/"


def test_a_report_named_that_is_not_there_is_told_as_such(drafted):
    with pytest.raises(UsageError, match=r"There is no report 'race-and-policing-2032' .* Did you mean"):
        review(drafted, drafted.drafts / f"{REPORT}.docx", report_id="race-and-policing-2032", today=TODAY)


def test_a_checklist_is_not_reviewed_but_its_letter(drafted):
    with pytest.raises(
        UsageError, match=r"is a checklist, which is made anew with its letter\. Name the letter's file\."
    ):
        review(drafted, drafted.drafts / f"{REPORT}-checklist.docx", report_id=None, today=TODAY)
