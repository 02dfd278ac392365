"""`letterkit review`: what a reviewer is told of a draft that came back."""

import json
from dataclasses import replace
from datetime import date
from xml.sax.saxutils import escape, unescape

import pytest
from lxml import etree
from lxml import html as lxml_html

from letterkit.cli.parts import part
from letterkit.errors import UsageError
from letterkit.findings import Severity
from letterkit.formats.word.opc import RECORD_PART
from letterkit.workspace.commands.draft import draft
from letterkit.workspace.commands.review import review
from tests.edits import AUTHOR, WHEN, EditedDraft

REPORT = "race-and-policing-2023"
TODAY = date(2023, 10, 10)
STATISTICS = "evidence/statistics.yaml"


@pytest.fixture
def drafted(workspace):
    """A workspace with its draft, to edit and to review."""
    draft(workspace, [REPORT], out=workspace.drafts)
    return workspace


def edit(workspace, *edits):
    path = workspace.drafts / f"{REPORT}.docx"
    file = EditedDraft(path.read_bytes())
    for each in edits:
        each(file)
    path.write_bytes(file.to_bytes())
    return path


def reviewed(workspace, *edits):
    return review(workspace, edit(workspace, *edits), report_id=None, today=TODAY)


def told(found):
    return [(finding.check, finding.severity, finding.reference) for finding in found.findings()]


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


def test_a_word_that_hangs_on_evidence_is_told_when_it_would_be_another(drafted):
    drafted.edit(
        STATISTICS,
        "  value: 37.5\n  unit: percent\n  direction: down\n",
        "  value: 37.5\n  unit: percent\n  direction: up\n",
    )
    (found,) = reviewed(drafted).findings()
    assert (found.check, found.severity) == ("outdated", Severity.WARNING)
    assert "'fewer' became 'more'" in found.message


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
    path = edit(drafted, lambda file: file.strip())
    renamed = path.rename(tmp_path / "from the inspectorate.docx")
    with pytest.raises(UsageError, match=r"does not say which report it answers\. Name it with --report"):
        review(drafted, renamed, report_id=None, today=TODAY)
    assert review(drafted, renamed, report_id=REPORT, today=TODAY).recorded == "in drafts/"


def test_an_open_comment_in_an_answer_matters_more_than_one_elsewhere(drafted):
    found = reviewed(
        drafted,
        lambda file: file.comment("Victims, too", "Is that so?"),
        lambda file: file.comment("The report is welcome", "Too warm?"),
    )
    assert [finding.severity for finding in found.findings()] == [Severity.WARNING, Severity.NOTE]
    assert "It stands in the answer to ethnicity_in_crime_data." in found.findings()[0].message


def test_sentences_in_the_draft_are_held_against_evidence(drafted):
    found = reviewed(
        drafted,
        lambda file: file.add_paragraph("The report is welcome", "The share of female recruits rose by 12%."),
    )
    ((check, severity, reference),) = told(found)
    assert (check, severity, reference) == ("contradicted", Severity.ERROR, "statistics.female_recruits.value")


def test_json_has_everything_a_program_needs(drafted):
    found = reviewed(
        drafted,
        lambda file: file.replace("1,433", "1,533", tracked=True),
        lambda file: file.comment("6,466", "Sure?"),
    )
    data = json.loads(part("review --format json")(found))
    (edited,) = [verdict for verdict in data["verdicts"] if verdict["verdict"] == "edited"]
    assert edited == {
        "reference": "statistics.stop_search_not_stated.count",
        "verdict": "edited",
        "record": "1,433",
        "draft": "1,533",
        "evidence": "1,433",
        "tracked": True,
        "author": AUTHOR,
        "date": WHEN,
        "place": 'paragraph 3 under "Stop and search records"',
    }
    assert len(data["verdicts"]) == len(found.comparison.places)
    assert {finding["check"] for finding in data["findings"]} == {"edited", "arithmetic", "comment"}
    assert set(data["findings"][0]) == {"check", "severity", "subject", "message", "place", "reference"}
    assert (data["comments"][0]["text"], data["comments"][0]["anchor"]) == ("Sure?", "6,466")
    assert (data["coverage"][0]["answered"], data["not_read"], data["report"]) == (6, [], REPORT)


def test_junit_has_a_case_for_each_value_and_finding(drafted):
    found = reviewed(drafted, lambda file: file.replace("1,433", "1,533"))
    suite = etree.fromstring(part("review --format junit")(found).encode())[0]
    assert (suite.get("tests"), suite.get("failures")) == (str(len(found.comparison.places) + 1), "2")


def test_the_page_escapes_whatever_is_in_the_file(drafted):
    hostile = "<script>alert('1 & 2')</script> \"{{ 7*7 }}\" {% if %}"
    found = reviewed(
        drafted,
        lambda file: file.add_paragraph("The report is welcome", hostile),
        lambda file: file.comment("6,466", hostile),
        lambda file: file.replace("1,433", hostile, tracked=True),
    )
    page = lxml_html.document_fromstring(part("review --format html")(replace(found, file=hostile)))
    assert len(page.xpath("//script")) == 1
    assert page.xpath("//h1/text()") == [f"Review of {hostile}"]
    assert hostile in [paragraph.text_content() for paragraph in page.xpath("//article/p")]
    assert "".join(page.xpath("//article//ins//text()")) == hostile
    assert hostile in page.xpath("string(//li[starts-with(@id, 'c')])")


def test_the_page_shows_what_was_struck_hidden_and_deleted(drafted):
    found = reviewed(
        drafted,
        lambda file: file.strike("February 2023"),
        lambda file: file.replace("1,433", "1,533", tracked=True),
        lambda file: file.comment("6,466", "Sure?", reply="Yes."),
    )
    page = lxml_html.document_fromstring(part("review --format html")(found))
    letter = page.get_element_by_id("letter")
    assert letter.xpath(".//s[@title='struck through']/text()") == ["February 2023"]
    assert letter.xpath(".//del/text()") == ["1,433"]
    assert letter.xpath("string(.//del/@title)").startswith(f"deleted by {AUTHOR} on ")
    assert letter.xpath(".//a[@class='value edited']/text()") == ["1,533"]
    assert len(letter.xpath(".//a[@class='comment']")) == 1
    for link in page.xpath("//a/@href"):
        assert len(page.xpath(f"//*[@id='{link[1:]}']")) == 1


def test_a_checklist_is_not_reviewed_but_its_letter(drafted):
    with pytest.raises(
        UsageError, match=r"is a checklist, which is made anew with its letter\. Name the letter's file\."
    ):
        review(drafted, drafted.drafts / f"{REPORT}-checklist.docx", report_id=None, today=TODAY)


def test_a_figure_that_another_letter_prints_otherwise_is_told(drafted):
    draft(drafted, ["getting-a-grip-2023"], out=drafted.drafts)
    drafted.edit("evidence/peel.yaml", "  name: 2021/22\n", "  name: 2022/23\n")
    draft(drafted, [REPORT], out=drafted.drafts, force=True)
    (finding,) = reviewed(drafted).findings()
    assert (finding.check, finding.subject, finding.reference) == ("elsewhere", "'2022/23'", "peel.cycle_2021_22.name")
    assert "The letter on getting-a-grip-2023 was generated with '2021/22'." in finding.message
