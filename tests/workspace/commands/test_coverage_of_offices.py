"""Many offices at once: a folder of workspaces, judged on every core."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from datetime import date

import psutil
import pytest

from benchmarks.offices import office
from letterkit.errors import LetterkitError
from letterkit.workspace import Workspace
from letterkit.workspace.commands.coverage_of_offices import coverage_of_office, coverage_of_offices

TODAY = date(2026, 11, 22)


def run(folder, *arguments):
    command = [sys.executable, "-m", "letterkit", "coverage", "--all", "--workspace", str(folder), *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def offices(tmp_path, leicestershire):
    """Leicestershire's office, one of three reports, and one whose evidence cannot be read; a folder that is none."""
    folder = tmp_path / "offices"
    shutil.copytree(leicestershire.root / "evidence", folder / "leicestershire" / "evidence")
    shutil.copytree(leicestershire.root / "templates", folder / "leicestershire" / "templates")
    office(folder / "made-up", reports=3, items=4)
    office(folder / "torn", items=2)
    (folder / "torn/evidence/peel.yaml").write_text("a: [1\n", encoding="utf-8")
    (folder / "notes").mkdir()
    return folder


def test_each_office_has_a_line_and_all_of_them_one(offices):
    result = run(offices, "--format", "json", "--fail-on", "never")
    told = json.loads(result.stdout)
    assert [each["office"] for each in told["offices"]] == ["leicestershire", "made-up", "torn"]
    first, second, third = told["offices"]
    assert (first["reports"], first["items"], first["answered"], first["late"]) == (4, 19, 19, 0)
    assert (second["reports"], second["items"], second["answered"]) == (3, 12, 12)
    (problem,) = third["problems"]
    assert problem.startswith("evidence/peel.yaml:1:4: A square bracket is opened here and not closed.")
    assert told["all"]["items"] == 31
    assert result.returncode == 2
    assert result.stderr == f"torn: {problem}\n"


def test_an_unanswered_item_of_one_office_is_in_its_line_only(offices):
    shutil.rmtree(offices / "torn")
    responses = offices / "made-up/evidence/responses/report-2.yaml"
    text = responses.read_text(encoding="utf-8")
    start, end = text.index("  item_3:"), text.index("  item_4:")
    responses.write_text(text[:start] + text[end:], encoding="utf-8")
    result = run(offices)
    lines = {line.split()[0]: line.split()[1:] for line in result.stdout.splitlines()}
    assert lines["leicestershire"][:5] == ["4", "19", "19", "0", "0"]
    assert lines["made-up"][:5] == ["3", "12", "11", "0", "1"]
    assert lines["all"][:5] == ["7", "31", "30", "0", "1"]
    assert result.returncode == 1


def test_what_one_office_has_is_what_its_own_coverage_tells(offices):
    workspace = Workspace(offices / "leicestershire")
    alone = coverage_of_office(workspace, today=TODAY)
    assert coverage_of_offices(Workspace.inside(offices), today=TODAY)[0] == alone


def test_a_form_for_one_office_only_is_told(offices):
    result = run(offices, "--format", "junit")
    assert result.returncode == 2
    assert "Several offices are told as table or json." in result.stderr


def test_a_folder_without_offices_says_where_to_go(tmp_path):
    result = run(tmp_path)
    assert result.returncode == 2
    assert "There is no evidence/office.yaml in" in result.stderr


def test_an_office_that_holds_others_is_itself(offices):
    shutil.copytree(offices / "made-up", offices / "leicestershire" / "archive")
    assert Workspace.inside(offices / "leicestershire") == []


@pytest.fixture
def at_work(tmp_path):
    """A run over two offices that has begun, with its workers."""
    for name in ("one", "other"):
        office(tmp_path / name, reports=60, items=20)
    command = [sys.executable, "-m", "letterkit", "coverage", "--all", "--workspace", str(tmp_path)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as begun:
        workers = []
        while len(workers) < min(2, os.cpu_count() or 1):
            time.sleep(0.05)
            children = psutil.Process(begun.pid).children(recursive=True)
            workers = [child for child in children if "spawn_main" in " ".join(child.cmdline())]
        time.sleep(1)
        yield begun, workers
        begun.kill()


def gone(workers):
    return not psutil.wait_procs(workers, timeout=20)[1]


@pytest.mark.skipif(os.name == "nt", reason="has no such signals")
def test_a_run_that_is_interrupted_stops_with_its_workers(at_work):
    begun, workers = at_work
    os.killpg(begun.pid, signal.SIGINT)
    assert begun.communicate(timeout=30)[1].strip() == "Stopped."
    assert begun.returncode == 2
    assert gone(workers)


@pytest.mark.skipif(os.name == "nt", reason="has no such signals")
def test_workers_end_with_a_run_that_is_killed(at_work):
    begun, workers = at_work
    begun.kill()
    assert gone(workers)


@pytest.mark.skipif(os.name == "nt", reason="has no such signals")
def test_a_worker_that_is_killed_is_told(at_work):
    begun, workers = at_work
    workers[0].kill()
    told = begun.communicate(timeout=60)[1]
    assert begun.returncode == 2
    assert told.startswith("A process was stopped from outside, perhaps for want of memory, before one, other could be")
    assert gone(workers)


def test_what_is_done_is_told_as_it_is_done(offices):
    seen = []
    coverage_of_offices(Workspace.inside(offices), today=TODAY, judged=lambda found: seen.append(found.name))
    assert sorted(seen) == ["leicestershire", "made-up", "torn"]


def test_a_fault_in_what_is_told_ends_the_run(offices):
    def broken(_office):
        raise LetterkitError

    with pytest.raises(LetterkitError):
        coverage_of_offices(Workspace.inside(offices), today=TODAY, judged=broken)
