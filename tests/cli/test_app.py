"""The command line as people use it: exit codes, and messages that say what to do."""

import os
import re

import pytest

from tests.edits import EditedDraft

REPORT = "getting-a-grip-2023"


def test_a_clean_workspace_says_nothing(letterkit):
    result = letterkit("validate")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_draft_says_what_it_made_and_nothing_else(letterkit):
    result = letterkit("draft", REPORT)
    drafts = os.path.join("drafts", REPORT)  # noqa: PTH118 - as the system prints it
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [f"{drafts}.docx", f"{drafts}.record.json", f"{drafts}-checklist.docx"]


def test_the_workspace_is_found_from_a_folder_inside(letterkit, workspace):
    result = letterkit("draft", REPORT, cwd=workspace.root / "evidence" / "reports")
    assert result.returncode == 0
    assert (workspace.drafts / f"{REPORT}.docx").is_file()


@pytest.mark.parametrize("folder", ["evidence", "evidence/reports", "templates/letters"])
def test_letters_are_not_put_among_what_they_are_made_from(letterkit, workspace, folder):
    result = letterkit("draft", REPORT, "--out", folder)
    assert result.returncode == 2
    assert f"among the files of {folder.partition('/')[0]}/" in result.stderr
    assert not (workspace.root / folder / f"{REPORT}.docx").exists()


def test_the_workspace_can_be_named(letterkit, workspace, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    result = letterkit("draft", "--all", "--workspace", str(workspace.root), cwd=elsewhere)
    assert result.returncode == 0
    assert len(list(workspace.drafts.glob("*.docx"))) == 8  # each with its checklist


def test_outside_a_workspace_it_says_where_to_go(letterkit, tmp_path_factory):
    result = letterkit("validate", cwd=tmp_path_factory.mktemp("elsewhere"))
    assert result.returncode == 2
    assert "There is no evidence/office.yaml" in result.stderr
    assert "--workspace" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["draft", "geting-a-grip-2023"], "There is no report 'geting-a-grip-2023' in evidence/reports/. Did you mean 'getting-a-grip-2023'?"),
        (["draft"], "Name a report, or say --all."),
        (["drat"], "No such command 'drat'"),
        (["draft", REPORT, "--format", "pdf"], "'pdf' is not one of 'docx', 'html', 'txt'"),
        (["validate", "--workspace", "nowhere"], "Directory 'nowhere' does not exist"),
    ],
)  # fmt: skip
def test_a_wrong_call_is_told(letterkit, arguments, told):
    result = letterkit(*arguments)
    assert result.returncode == 2
    assert told in result.stderr
    assert "Traceback" not in result.stderr


def test_findings_are_told_and_decide_the_exit_code(letterkit, workspace):
    workspace.edit(
        f"templates/letters/{REPORT}.md.j2", "They reflect a progressive,", "They reflect 43 forces and a progressive,"
    )
    result = letterkit("validate", REPORT)
    assert result.returncode == 1
    assert "error: '43': This count is typed into the template" in result.stderr
    assert letterkit("validate", REPORT, "--fail-on", "never").returncode == 0


def test_an_edited_draft_is_told(letterkit, workspace):
    letterkit("draft", REPORT)
    (workspace.drafts / f"{REPORT}.docx").write_bytes(b"edited")
    result = letterkit("draft", REPORT)
    assert result.returncode == 2
    assert "left alone; nothing was written" in result.stderr


def test_help_and_version(letterkit):
    assert "Draft the letters that answer REPORTS" in letterkit("draft", "--help").stdout
    assert letterkit("--version").stdout.startswith("letterkit, version ")


def test_coverage_tells_items_clock_and_duties(letterkit):
    result = letterkit("coverage", "peel-legitimacy-2017", "--today", "2026-11-22")
    assert result.returncode == 0
    assert "2 of 2 items answered" in result.stdout
    assert "day 119" in result.stdout
    assert "(s.55(5A))" in result.stdout
    assert letterkit("coverage", "peel-legitimacy-2017", "--fail-on", "warning").returncode == 1


def test_coverage_of_one_report_reads_no_other(letterkit, workspace):
    (workspace.root / "evidence/responses/race-and-policing-2023.yaml").write_text("broken: [")
    assert letterkit("coverage", REPORT).returncode == 0


def test_coverage_of_a_word_file(letterkit, workspace):
    letterkit("draft", REPORT)
    result = letterkit("coverage", f"drafts/{REPORT}.docx", "--format", "markdown")
    assert result.returncode == 0
    assert "5 of 5 items answered" in result.stdout


def test_coverage_of_what_is_no_word_file_says_what_it_is(letterkit, workspace):
    (workspace.root / "letter.odt").write_bytes(b"%PDF-1.7")
    assert "letter.odt: It is a PDF" in letterkit("coverage", "letter.odt", "--report", REPORT).stderr


def test_a_report_by_a_name_that_is_not_seen_is_told(letterkit, workspace):
    (workspace.root / "evidence/reports/new-2024.yml").write_text("title: New\n", encoding="utf-8")
    told = "evidence/reports/new-2024.yml is not seen as a report. Rename it to end in '.yaml'."
    assert told in letterkit("status").stderr


def test_status_is_the_desk_at_a_glance(letterkit):
    result = letterkit("status", "--today", "2026-11-22")
    assert result.returncode == 0
    assert "sent on day 57" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["coverage"], "Name a report or a Word file, or say --all."),
        (["coverage", REPORT, "--today", "tomorrow"], "'tomorrow' is not a day. Write it as 2026-11-22."),
        (["coverage", "nowhere.docx"], "nowhere.docx: No such file or directory."),
    ],
)
def test_a_wrong_call_of_coverage_is_told(letterkit, arguments, told):
    result = letterkit(*arguments)
    assert result.returncode == 2
    assert told in result.stderr


def test_report_ids_are_completed(letterkit, workspace, monkeypatch):
    from click.testing import CliRunner  # noqa: PLC0415

    from letterkit.cli.app import letterkit as group  # noqa: PLC0415

    monkeypatch.chdir(workspace.root)
    variables = {"_LETTERKIT_COMPLETE": "bash_complete", "COMP_WORDS": "letterkit draft ge", "COMP_CWORD": "2"}
    result = CliRunner().invoke(group, prog_name="letterkit", env=variables)
    assert result.output.strip() == "plain,getting-a-grip-2023"


def test_schemas_are_written_where_evidence_names_them(letterkit, workspace):
    result = letterkit("schema")
    assert result.returncode == 0
    assert (workspace.root / "evidence/schemas/peel.schema.json").is_file()


def test_review_tells_a_clean_draft_in_five_lines(letterkit):
    letterkit("draft", REPORT)
    result = letterkit("review", f"drafts/{REPORT}.docx")
    assert (result.returncode, result.stderr) == (0, "")
    name, values, claims, *rest = result.stdout.splitlines()
    assert re.fullmatch(r"\d+ claims: \d+ printed from evidence, \d+ not judged.", claims)
    assert [name, values, *rest] == [
        f"{REPORT}.docx",
        "110 sourced values: 110 same. Record: in the file.",
        "Police performance: Getting a grip: 5 of 5 items answered.",
        "Nothing to look at: the draft says what the evidence says.",
    ]


def test_review_and_redline_of_an_edited_draft(letterkit, workspace):
    letterkit("draft", REPORT)
    path = workspace.drafts / f"{REPORT}.docx"
    file = EditedDraft(path.read_bytes())
    file.replace("11 July 2023", "12 July 2023")
    path.write_bytes(file.to_bytes())
    result = letterkit("review", str(path))
    assert result.returncode == 1
    assert "error: '12 July 2023': It was changed silently" in result.stdout
    assert letterkit("review", str(path), "--fail-on", "never").returncode == 0
    made = letterkit("redline", str(path))
    assert made.stdout == os.path.join("drafts", f"{REPORT}-redline.docx") + "\n"  # noqa: PTH118 - as printed
    again = letterkit("redline", str(path))
    assert again.returncode == 2
    assert f"{REPORT}-redline.docx is already there and was left alone." in again.stderr
    assert letterkit("redline", str(path), "--force").returncode == 0
    assert letterkit("redline", str(path), str(path), "--out", "same.docx").stdout == "same.docx\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["review", "nowhere.docx"], "File 'nowhere.docx' does not exist."),
        (["review", "evidence/office.yaml"], "office.yaml: It is a file of evidence, and no letter."),
        (
            ["redline", "evidence/office.yaml", "evidence/peel.yaml"],
            "office.yaml: It is a file of evidence, and no letter.",
        ),
        (["redline"], "Missing argument"),
        (["redline", *["evidence/office.yaml"] * 3], "Name one draft, or an older and a newer Word file."),
    ],
)
def test_a_wrong_call_of_review_and_redline_is_told(letterkit, arguments, told):
    result = letterkit(*arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert told in result.stderr
