"""Whatever fails is told in a sentence, and leaves what was there."""

import io
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from letterkit.cli.failures import say

REPORT = "getting-a-grip-2023"


def test_problems_are_told_and_counted(letterkit, workspace):
    workspace.edit("evidence/wellbeing.yaml", "  run_by: Oscar Kilo", "  run_bi: Oscar Kilo")
    result = letterkit("draft", REPORT)
    assert result.returncode == 2
    assert "evidence/wellbeing.yaml:" in result.stderr
    assert result.stderr.strip().endswith("2 problems to mend; nothing was written.")
    assert not workspace.drafts.exists()


def test_a_folder_that_cannot_be_written_is_told(letterkit, workspace):
    (workspace.root / "file").write_text("in the way")
    result = letterkit("draft", REPORT, "--out", "file/inside")
    assert result.returncode == 2
    assert result.stderr.startswith("file: it is no folder, so nothing can be written in it. Move it away")


@pytest.mark.skipif(not hasattr(signal, "SIGINT") or os.name == "nt", reason="has no such signal")
def test_a_run_that_is_stopped_while_it_starts_says_so(workspace):
    for wait in (0, 0.01, 0.03, 0.06):
        command = [sys.executable, "-m", "letterkit", "validate"]
        with subprocess.Popen(command, cwd=workspace.root, stderr=subprocess.PIPE, text=True) as running:
            time.sleep(0.03 + wait)
            running.send_signal(signal.SIGINT)
            told = running.stderr.read()
        assert "fault" not in told
        assert told in ("", "Stopped.\n") or ", in run" not in told, told  # before Python reached letterkit


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


def test_a_folder_for_letters_that_leads_back_to_itself_is_told(letterkit, workspace):
    shutil.rmtree(workspace.drafts, ignore_errors=True)
    workspace.drafts.symlink_to("drafts")
    result = letterkit("draft", REPORT)
    assert result.returncode == 2
    assert result.stderr.startswith("drafts")
    assert str(workspace.root) not in result.stderr


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


def test_an_empty_name_is_told(letterkit):
    result = letterkit("draft", REPORT, "--out", "")
    assert result.returncode == 2
    assert "A name or option is empty." in result.stderr


@pytest.mark.skipif(os.name == "nt", reason="keeps a folder that somebody is in")
def test_a_folder_that_is_gone_is_told(workspace):
    command = f'mkdir gone; cd gone; rmdir ../gone; exec "{sys.executable}" -m letterkit status'
    result = subprocess.run(["bash", "-c", command], cwd=workspace.root, check=False, capture_output=True, text=True)
    assert result.returncode == 2
    assert "The folder you are in has been taken away." in result.stderr


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("owner", "printed"),
    [
        ({"TERM": "xterm"}, "\x1b[31mlate\x1b[0m\n"),
        ({"TERM": "xterm", "NO_COLOR": "1"}, "late\n"),
        ({"TERM": "dumb"}, "late\n"),
    ],
)
def test_colours_are_shown_where_they_are_wanted(monkeypatch, owner, printed):
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in owner.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", Terminal())
    say("late", style="red")
    assert sys.stdout.getvalue() == printed


def test_a_line_in_colour_steers_no_terminal(monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stdout", Terminal())
    say("a\x1b[2Jb", style="bold")
    assert sys.stdout.getvalue().count("\x1b") == 2
