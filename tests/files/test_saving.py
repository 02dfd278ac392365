"""Files are there whole, the old or the new one, whatever happens to the process that writes them."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from contextlib import nullcontext
from pathlib import Path

import pytest

from letterkit.files import locking, save, save_together
from letterkit.files.saving import NotWrittenAsMeant, OpenElsewhere

OLD, NEW = b"old" * 50_000, b"new" * 70_000
NAMES = ("letter.docx", "letter.record.json", "checklist.docx")
KILLED = textwrap.dedent(
    """
    import os, signal, sys
    from pathlib import Path
    from letterkit.files.saving import save_together

    folder, last = Path(sys.argv[1]), int(sys.argv[2])
    steps = 0

    def step(event, arguments):
        global steps
        if event in ("open", "os.rename", "os.chmod", "os.remove", "tempfile.mkstemp", "os.mkdir", "os.listdir", "os.scandir"):
            if steps == last:
                os.kill(os.getpid(), signal.SIGKILL)
            steps += 1

    files = {folder / name: b"new" * 70_000 for name in sys.argv[3:]}
    sys.addaudithook(step)
    save_together(files)
    """
)


@pytest.fixture
def folder(tmp_path):
    for name in NAMES:
        (tmp_path / name).write_bytes(OLD)
    return tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
def test_a_process_killed_at_any_step_leaves_each_file_whole(folder):
    states = set()
    for step in range(60):
        for name in NAMES:
            (folder / name).write_bytes(OLD)
        done = subprocess.run([sys.executable, "-c", KILLED, folder, str(step), *NAMES], check=False)
        contents = tuple((folder / name).read_bytes() for name in NAMES)
        assert set(contents) <= {OLD, NEW}, f"half a file after a kill at step {step}"
        states.add(contents)
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL
    assert done.returncode == 0
    assert {(OLD,) * 3, (NEW,) * 3} <= states


def test_no_file_takes_its_place_before_all_are_written(folder, monkeypatch):
    written = []
    fsync = os.fsync

    def full_disk(handle):
        written.append(handle)
        if len(written) == len(NAMES):
            raise OSError(28, "No space left on device")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(OSError, match="No space left"):
        save_together({folder / name: NEW for name in NAMES})
    assert sorted(path.name for path in folder.iterdir()) == sorted(NAMES)
    assert {(folder / name).read_bytes() for name in NAMES} == {OLD}


def test_a_disk_that_does_not_keep_what_is_written_is_told(folder, monkeypatch):
    monkeypatch.setattr(Path, "read_bytes", lambda _path: b"something else")
    with pytest.raises(NotWrittenAsMeant, match="the disk did not keep what was written"):
        save(folder / NAMES[0], NEW)
    monkeypatch.undo()
    assert (folder / NAMES[0]).read_bytes() == OLD
    assert sorted(path.name for path in folder.iterdir()) == sorted(NAMES)


def test_two_writers_at_once_leave_the_file_of_one_of_them(folder):
    writer = (
        "import sys; from pathlib import Path; from letterkit.files.saving import save\n"
        "for _ in range(40): save(Path(sys.argv[1]), sys.argv[2].encode() * 50_000)"
    )
    path = folder / NAMES[0]
    writers = [subprocess.Popen([sys.executable, "-c", writer, path, letter]) for letter in "ab"]
    seen = set()
    while any(process.poll() is None for process in writers):
        data = path.read_bytes()
        assert data in (OLD, b"a" * 50_000, b"b" * 50_000)
        seen.add(data[:1])
    assert [process.wait() for process in writers] == [0, 0]
    assert sorted(entry.name for entry in folder.iterdir()) == sorted(NAMES)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows holds no folders")
def test_a_run_that_was_killed_leaves_nothing_behind_for_the_next(folder):
    left = folder / f".{NAMES[0]}.left.tmp"
    left.write_bytes(b"half")
    save(folder / NAMES[0], NEW)
    assert not left.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows holds no folders")
def test_the_files_of_one_run_stay_together(folder):
    writer = (
        "import sys; from pathlib import Path; from letterkit.files.saving import save_together\n"
        "for _ in range(10): save_together({Path(name): sys.argv[1].encode() * 50_000 for name in sys.argv[2:]})"
    )
    paths = [folder / name for name in NAMES]
    for _ in range(3):
        writers = [subprocess.Popen([sys.executable, "-c", writer, letter, *paths]) for letter in "ab"]
        assert [process.wait() for process in writers] == [0, 0]
        assert len({path.read_bytes() for path in paths}) == 1


def test_what_another_run_may_still_be_writing_is_swept_up_once_it_is_old(folder, monkeypatch):
    monkeypatch.setattr("letterkit.files.saving.alone_in", lambda _folder: nullcontext(enter_result=False))
    recent, ancient = (folder / f".{NAMES[0]}.{name}.tmp" for name in ("recent", "ancient"))
    for path in (recent, ancient):
        path.write_bytes(b"half")
    hours_ago = time.time() - 7200
    os.utime(ancient, (hours_ago, hours_ago))
    save(folder / NAMES[0], NEW)
    assert (recent.exists(), ancient.exists()) == (True, False)


@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else True, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_to_is_told(folder):
    folder.chmod(0o500)
    with pytest.raises(PermissionError):
        save(folder / NAMES[0], NEW)
    folder.chmod(0o700)
    assert (folder / NAMES[0]).read_bytes() == OLD


@pytest.mark.skipif(sys.platform == "win32", reason="Windows holds no folders")
def test_a_folder_in_which_another_run_hangs_is_told(folder, monkeypatch):
    monkeypatch.setattr(locking, "LONGEST_WAIT", 0.1)
    with locking.alone_in(folder), pytest.raises(locking.HeldByAnother, match="another run of letterkit is writing"):
        save_together({folder / name: NEW for name in NAMES})
    assert {name: (folder / name).read_bytes() for name in NAMES} == dict.fromkeys(NAMES, OLD)
    assert sorted(path.name for path in folder.iterdir()) == sorted(NAMES)


def test_a_file_that_is_open_where_a_link_leads_is_not_replaced(folder):
    (folder / "elsewhere").mkdir()
    (folder / "elsewhere" / "letter.docx").write_bytes(OLD)
    (folder / "elsewhere" / "~$letter.docx").write_bytes(b"somebody")
    (folder / "link.docx").symlink_to(folder / "elsewhere" / "letter.docx")
    with pytest.raises(OpenElsewhere, match="somebody has it open"):
        save(folder / "link.docx", NEW)
    assert (folder / "link.docx").read_bytes() == OLD


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGHUP")
@pytest.mark.parametrize("sent", ["SIGTERM", "SIGHUP"])
def test_a_closed_window_leaves_nothing_behind(folder, sent):
    writer = (
        "import os, signal, sys; from pathlib import Path; from letterkit.cli import failures; from letterkit.files import saving\n"
        "saving.os.fsync = lambda _handle: os.kill(os.getpid(), getattr(signal, sys.argv[1]))\n"
        "sys.exit(failures.failures_told(lambda: saving.save(Path(sys.argv[2]), b'new')))"
    )
    run = subprocess.run(
        [sys.executable, "-c", writer, sent, folder / NAMES[0]], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stderr) == (2, "Stopped.\n")
    assert sorted(path.name for path in folder.iterdir()) == sorted(NAMES)
    assert (folder / NAMES[0]).read_bytes() == OLD


@pytest.mark.parametrize("mark", ["~${}", "~$-{}", ".~lock.{}#"])
def test_a_file_that_is_open_in_word_is_not_replaced(folder, mark):
    name = NAMES[0]
    beside = mark.replace("~$-{}", f"~${name[2:]}").format(name)
    (folder / beside).write_bytes(b"somebody")
    with pytest.raises(OpenElsewhere, match="somebody has it open") as refused:
        save_together({folder / other: NEW for other in NAMES})
    assert refused.value.filename == str(folder / name)
    assert {other: (folder / other).read_bytes() for other in NAMES} == dict.fromkeys(NAMES, OLD)


def test_saving_keeps_the_rights_of_the_file(tmp_path):
    path = tmp_path / "letter.docx"
    path.write_bytes(b"old")
    path.chmod(0o640)
    save(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_saving_through_a_link_changes_what_it_points_to(tmp_path):
    target, link = tmp_path / "letter.docx", tmp_path / "link.docx"
    target.write_bytes(b"old")
    link.symlink_to(target)
    save(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
