"""The documents cannot drift: their examples run, their lines are those of CI, their tables come from the code."""

import os
import re
import runpy
import shlex
import shutil
import subprocess
import sys

import docx
import pytest

from tests.builders import ROOT, parts
from tests.edits import EditedDraft

GUIDES = [ROOT / "docs" / "tutorial.md", *sorted((ROOT / "docs" / "how-to").glob("*.md"))]
FENCE = re.compile(r"^```(\w+) ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EXIT = re.compile(r"\(exit code (\d)\)")


@pytest.fixture
def checkout(tmp_path):
    """A copy of the checkout in which a guide can be followed."""
    for name in ("letterkit", "evidence", "templates", "pyproject.toml"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_a_guide_can_be_followed_to_the_letter(checkout, guide):
    for language, name, body in FENCE.findall(guide.read_text(encoding="utf-8")):
        if language == "console":
            follow(checkout, body)
        elif language == "diff":
            apply(checkout / name, body)
        elif name:
            path = checkout / name
            assert not path.exists(), f"{name} is there already"
            path.write_text(body, encoding="utf-8")


def follow(checkout, session):
    """Run each `$ command`; the lines after it must stand in what it prints."""
    for step in re.split(r"^\$ ", session, flags=re.MULTILINE)[1:]:
        command, *expected = step.strip().split("\n")
        code = int(EXIT.fullmatch(expected.pop())[1]) if expected and EXIT.fullmatch(expected[-1]) else 0
        result = run(checkout, shlex.split(command))
        printed = result.stdout + result.stderr
        assert result.returncode == code, printed
        for line in expected:
            assert line.replace("/", os.sep) in printed or line in printed, f"{line!r} is not in:\n{printed}"


def run(checkout, command):
    program, *arguments = command
    if program == "edit" and len(arguments) > 1:
        file = EditedDraft((checkout / arguments[0]).read_bytes())
        file.replace(*arguments[1:])
        (checkout / arguments[0]).write_bytes(file.to_bytes())
        return subprocess.CompletedProcess(command, 0, "", "")
    if program == "edit":
        document = docx.Document(checkout / arguments[0])
        document.paragraphs[-1].add_run("edited")
        document.save(checkout / arguments[0])
        return subprocess.CompletedProcess(command, 0, "", "")
    if program in ("cat", "ls"):
        path = checkout / arguments[0]
        text = path.read_text(encoding="utf-8") if path.is_file() else "\n".join(found.name for found in path.iterdir())
        return subprocess.CompletedProcess(command, 0, text, "")
    environment = {**os.environ, "PYTHONPATH": str(checkout), "COLUMNS": "300", "NO_COLOR": "1"}
    return subprocess.run(
        [sys.executable, "-m", program, *arguments],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )


def apply(path, change):
    """Make the change that a diff shows; its context must stand in the file exactly once."""
    lines = change.splitlines()
    old = "\n".join(line[1:] for line in lines if not line.startswith("+"))
    new = "\n".join(line[1:] for line in lines if not line.startswith("-"))
    text = path.read_text(encoding="utf-8")
    if text.count(old) != 1:
        old, new = (old + "\n", new + "\n")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("page", ["evidence.md", "templates.md", "commands.md"])
def test_a_reference_page_is_up_to_date(page):
    """Mend with: python docs/build_reference.py."""
    made = runpy.run_path(str(ROOT / "docs" / "build_reference.py"))["pages"]()[page]
    assert (ROOT / "docs" / "reference" / page).read_text(encoding="utf-8") == made


def test_the_readme_has_two_commands_and_ci_runs_them():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^    (python3 .*)$", readme, re.MULTILINE)
    assert commands == [
        "python3 -m pip install . && python3 -m letterkit draft --all",
        'python3 -m pip install -e ".[dev]" && python3 -m pytest',
    ]
    assert "readme_line" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)")


@pytest.mark.parametrize(
    "page", [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")], ids=lambda path: str(path.relative_to(ROOT))
)
def test_every_link_leads_somewhere(page):
    text = re.sub(r"```.*?```|`[^`]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert [link for link in LINK.findall(text) if not (page.parent / link).exists()] == []


def test_every_promise_names_tests_that_are_there():
    named = set(
        re.findall(r"`((?:\w+/)*test_\w+\.py)`", (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8"))
    )
    assert len(named) > 10
    assert [name for name in named if not list((ROOT / "tests").rglob(name))] == []


@pytest.mark.parametrize("name", ["opcc-2018.docx", "opcc-2023.docx"])
def test_the_letterheads_are_those_their_designs_make(tmp_path, name):
    """Mend with: python -m letterkit.formats.word.letterhead_maker templates/letterheads."""
    folder = ROOT / "templates" / "letterheads"
    maker = [sys.executable, "-m", "letterkit.formats.word.letterhead_maker", str(folder), str(tmp_path)]
    subprocess.run(maker, check=True, capture_output=True, cwd=ROOT)
    assert parts((tmp_path / name).read_bytes()) == parts((folder / name).read_bytes())


MACHINE_PATH = re.compile(r"(?<![\w.<])/(home|Users|root|work|tmp|opt|var)/\w")


@pytest.mark.parametrize("folder", ["docs", "evidence", "letterkit", "templates"])
def test_no_path_of_a_machine_is_named(folder):
    texts = [path for path in (ROOT / folder).rglob("*") if path.suffix in (".md", ".py", ".yaml", ".j2", ".json")]
    assert texts
    assert [path.name for path in texts if MACHINE_PATH.search(path.read_text(encoding="utf-8"))] == []
