"""The command line as people use it: exit codes, and messages that say what to do."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from letterkit.formats.word.opc import Package
from letterkit.language import NOT_IN_LETTERS
from tests.edits import EditedDraft

REPORT = "getting-a-grip-2023"


@pytest.fixture
def letterkit(workspace):
    def run(*arguments, cwd=None):
        environment = {**os.environ, "COLUMNS": "200", "NO_COLOR": "1"}
        return subprocess.run(
            [sys.executable, "-m", "letterkit", *arguments],
            cwd=cwd or workspace.root, capture_output=True, text=True, check=False, env=environment,
        )  # fmt: skip

    return run


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


def test_problems_are_told_and_counted(letterkit, workspace):
    workspace.edit("evidence/wellbeing.yaml", "  run_by: Oscar Kilo", "  run_bi: Oscar Kilo")
    result = letterkit("draft", REPORT)
    assert result.returncode == 2
    assert "evidence/wellbeing.yaml:" in result.stderr
    assert result.stderr.strip().endswith("2 problems to mend; nothing was written.")
    assert not workspace.drafts.exists()


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


def test_a_folder_that_cannot_be_written_is_told(letterkit, workspace):
    (workspace.root / "file").write_text("in the way")
    result = letterkit("draft", REPORT, "--out", "file/inside")
    assert result.returncode == 2
    assert result.stderr.startswith("file: it is no folder, so nothing can be written in it. Move it away")


STEERING = "\x1b]0;title\x07\x1b[2J\x9b31m\u202eevil"


def test_no_name_or_text_steers_the_terminal(letterkit, workspace):
    result = letterkit("validate", STEERING)
    assert result.returncode == 2
    assert not NOT_IN_LETTERS.search(result.stderr)
    letterkit("draft", REPORT)
    draft = EditedDraft((workspace.drafts / f"{REPORT}.docx").read_bytes())
    draft.replace("progressive", "progressive \x9b31m\u202e99")
    path = workspace.root / "\x1b[31mred.docx"
    path.write_bytes(draft.to_bytes())
    result = letterkit("review", path.name, "--report", REPORT)
    assert "99" in result.stdout
    assert not NOT_IN_LETTERS.search(result.stdout + result.stderr)


def by_author(data, author):
    package = Package.from_bytes(data)
    name = package.document_name()
    package.parts[name] = re.sub(rb'w:author="[^"]*"', f'w:author="{author}"'.encode(), package.parts[name])
    return package.to_bytes()


def test_nobody_can_forge_a_line_of_what_is_told(letterkit, workspace):
    letterkit("draft", REPORT)
    draft = EditedDraft((workspace.drafts / f"{REPORT}.docx").read_bytes())
    draft.replace("progressive", "a 99% progressive", tracked=True)
    forged = draft.to_bytes()
    path = workspace.root / "edited.docx"
    path.write_bytes(by_author(forged, "Bob&#10;::error file=a.md,line=1::forged&#13;All is well"))
    result = letterkit("review", path.name, "--report", REPORT)
    assert "by Bob ::error file=a.md,line=1::forged All is well" in result.stdout
    workspace.edit("evidence/statistics.yaml", "  count: 1,433\n", '  "cou\\nAll is well.": 1,433\n')
    told = letterkit("validate").stderr
    assert "All is well" in told
    assert not re.search(r"^(All is well|::error)|\r", told + result.stdout, re.MULTILINE)


@pytest.mark.skipif(not hasattr(signal, "SIGINT") or os.name == "nt", reason="has no such signal")
def test_a_run_that_is_stopped_while_it_starts_says_so(workspace):
    for wait in (0, 0.01, 0.03, 0.06):
        command = [sys.executable, "-m", "letterkit", "validate"]
        with subprocess.Popen(command, cwd=workspace.root, stderr=subprocess.PIPE, text=True) as running:
            time.sleep(0.03 + wait)
            running.send_signal(signal.SIGINT)
            told = running.stderr.read()
        assert "fault" not in told
        assert told in ("", "Stopped.\n") or "letterkit" not in told  # before Python reached letterkit


def test_a_reader_that_leaves_is_no_fault(workspace):
    command = [sys.executable, "-m", "letterkit", "coverage", "--all", "--format", "json"]
    with subprocess.Popen(command, cwd=workspace.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        running.stdout.close()
        told = running.stderr.read()
    assert told == b""


@pytest.mark.skipif(os.name == "nt", reason="has no such pipes")
@pytest.mark.parametrize(
    "name", ["evidence/wellbeing.yaml", f"templates/letters/{REPORT}.md.j2", f"drafts/{REPORT}.docx"]
)
@pytest.mark.parametrize(("kind", "make"), [("a folder", Path.mkdir), ("a pipe", os.mkfifo)])
def test_what_is_no_file_is_told_and_never_waited_for(letterkit, workspace, name, kind, make):
    path = workspace.root / name
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    make(path)
    result = letterkit("draft", REPORT)
    assert result.returncode == 2
    assert name in result.stderr
    assert re.search("[Ii]t is a folder|[Ii]t is a device or a pipe", result.stderr), kind


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


def test_a_folder_for_letters_that_leads_back_to_itself_is_told(letterkit, workspace):
    shutil.rmtree(workspace.drafts, ignore_errors=True)
    workspace.drafts.symlink_to("drafts")
    result = letterkit("draft", REPORT)
    assert result.returncode == 2
    assert result.stderr.startswith("drafts")
    assert str(workspace.root) not in result.stderr


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
    assert re.fullmatch(r"\d+ claims: \d+ bound, \d+ not judged.", claims)
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
        (["review", "evidence/office.yaml"], "office.yaml: It is not a Word file (.docx)."),
        (["redline", "evidence/office.yaml", "evidence/peel.yaml"], "office.yaml: It is not a Word file (.docx)."),
        (["redline"], "Missing argument"),
        (["redline", *["evidence/office.yaml"] * 3], "Name one draft, or an older and a newer Word file."),
    ],
)
def test_a_wrong_call_of_review_and_redline_is_told(letterkit, arguments, told):
    result = letterkit(*arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert told in result.stderr


def test_a_draft_without_a_record_cannot_be_redlined_against_it(letterkit, workspace):
    letterkit("draft", REPORT)
    path = workspace.drafts / f"{REPORT}.docx"
    file = EditedDraft(path.read_bytes())
    file.strip()
    path.write_bytes(file.to_bytes())
    path.with_suffix(".record.json").unlink()
    result = letterkit("redline", str(path))
    assert result.returncode == 2
    assert "has lost its record and there is none beside it. Name the older file: OLD NEW." in result.stderr


def test_a_letter_is_whole_though_nothing_can_be_said(workspace):
    command = [sys.executable, "-m", "letterkit", "draft", REPORT]
    subprocess.run(command, cwd=workspace.root, check=True, capture_output=True)
    before = {path.name: path.read_bytes() for path in workspace.drafts.iterdir()}
    workspace.edit("evidence/wellbeing.yaml", "value: 200", "value: 250")
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(
            command, cwd=workspace.root, check=False, stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert result.returncode == 2
    assert (
        result.stderr
        == "What letterkit has to say cannot be printed: No space left on device. Make room on the disk.\n"
    )
    assert not [path.name for path in workspace.drafts.iterdir() if before.get(path.name) == path.read_bytes()]


def test_a_closed_output_is_told(workspace):
    command = f'exec "{sys.executable}" -m letterkit status >&-'
    result = subprocess.run(["bash", "-c", command], cwd=workspace.root, check=False, capture_output=True, text=True)
    assert (result.returncode, result.stderr) == (
        2, "There is nowhere to show a result: standard output is closed. Send it to a file.\n",
    )  # fmt: skip


@pytest.mark.parametrize("name", [f"{REPORT}.docx", f"{REPORT}.record.json", f"{REPORT}-checklist.docx"])
@pytest.mark.parametrize("make", [Path.mkdir, lambda path: path.symlink_to("nowhere")])
def test_what_stands_in_the_way_of_one_file_keeps_all(letterkit, workspace, name, make):
    letterkit("draft", REPORT)
    before = {path.name: path.read_bytes() for path in workspace.drafts.iterdir() if path.name != name}
    (workspace.drafts / name).unlink()
    make(workspace.drafts / name)
    workspace.edit("evidence/wellbeing.yaml", "value: 200", "value: 250")
    result = letterkit("draft", REPORT)
    assert result.returncode == 2
    assert name in result.stderr
    assert ".tmp" not in result.stderr
    assert str(workspace.root) not in result.stderr
    assert {path.name: path.read_bytes() for path in workspace.drafts.iterdir() if path.name != name} == before


@pytest.mark.parametrize(
    ("out", "told"),
    [
        ("drafts/edited.docx", "would replace edited.docx, which it is made from"),
        (f"drafts/{REPORT}.record.json", f"give {REPORT}.record.json a name that ends in .docx"),
    ],
)
def test_a_redline_replaces_nothing_but_a_redline(letterkit, workspace, out, told):
    letterkit("draft", REPORT)
    edited = workspace.drafts / "edited.docx"
    edited.write_bytes((workspace.drafts / f"{REPORT}.docx").read_bytes())
    before = (workspace.root / out).read_bytes()
    result = letterkit("redline", "drafts/edited.docx", "--report", REPORT, "--out", out, "--force")
    assert result.returncode == 2
    assert told in result.stderr
    assert (workspace.root / out).read_bytes() == before


@pytest.mark.parametrize(
    ("files", "out", "told"),
    [
        (1, "evidence/reports/new.docx", "Nothing is written among the files of evidence/."),
        (2, "templates/letterheads/opcc-2023.docx", "Nothing is written among the files of templates/."),
        (2, f"drafts/{REPORT}.docx", f"{REPORT}.docx is a draft, which a redline does not replace."),
        (1, "drafts/another.docx", "another.docx is a draft, which a redline does not replace."),
        (2, "drafts/lost.docx", "lost.docx is a draft, which a redline does not replace."),
    ],
)
def test_a_redline_goes_neither_among_sources_nor_over_a_draft(
    letterkit, workspace, tmp_path_factory, files, out, told
):
    letterkit("draft", REPORT)
    data = (workspace.drafts / f"{REPORT}.docx").read_bytes()
    edited = tmp_path_factory.mktemp("mail") / "edited.docx"
    file = EditedDraft(data)
    file.replace("11 July 2023", "12 July 2023")
    edited.write_bytes(file.to_bytes())
    (workspace.drafts / "another.docx").write_bytes(file.to_bytes())
    file.strip()
    (workspace.drafts / "lost.docx").write_bytes(file.to_bytes())
    (workspace.drafts / "lost.record.json").write_text("{}")
    path = workspace.root / out
    before = path.read_bytes() if path.exists() else None
    result = letterkit("redline", *[str(edited)] * files, "--report", REPORT, "--out", out, "--force")
    assert result.returncode == 2
    assert told in result.stderr
    assert "Name another" in result.stderr
    assert (path.read_bytes() if path.exists() else None) == before


def test_an_empty_name_is_told(letterkit):
    result = letterkit("draft", REPORT, "--out", "")
    assert result.returncode == 2
    assert "A name or option is empty." in result.stderr


def test_reports_that_may_not_be_read_are_not_said_to_be_gone(workspace, monkeypatch):
    def locked(_path):
        raise PermissionError(13, "Permission denied", "reports")

    monkeypatch.setattr(Path, "iterdir", locked)
    with pytest.raises(PermissionError):
        workspace.report_ids()


@pytest.mark.skipif(os.name == "nt", reason="keeps a folder that somebody is in")
def test_a_folder_that_is_gone_is_told(workspace):
    command = f'mkdir gone; cd gone; rmdir ../gone; exec "{sys.executable}" -m letterkit status'
    result = subprocess.run(["bash", "-c", command], cwd=workspace.root, check=False, capture_output=True, text=True)
    assert result.returncode == 2
    assert "The folder you are in has been taken away." in result.stderr
