"""The architecture holds: floors, purity, a test for each room, plain sizes."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import ROOT

PACKAGE = ROOT / "letterkit"
MODULES = sorted(PACKAGE.rglob("*.py"))
PURE = (
    "errors.py",
    "findings.py",
    "language/",
    "letter/",
    "evidence/models/",
    "evidence/kinds.py",
    "evidence/model_messages.py",
    "evidence/pack.py",
    "evidence/consistency.py",
    "evidence/printed_forms.py",
    "evidence/sourced.py",
    "evidence/letter_context.py",
    "templates/annex.py",
    "templates/compose.py",
    "templates/markdown/",
    "templates/jinja/filters.py",
    "checks/",
    "coverage/",
    "review/",
)
"""What knows no file, clock, network or Word: a file, or a folder with all in it."""
DOORS = {"open", "os", "io", "pathlib", "socket", "time", "random", "subprocess", "docx", "zipfile", "jinja2"}
LONGEST_MODULE, LONGEST_FUNCTION = 330, 60


def _name(module):
    return module.relative_to(PACKAGE).as_posix()


def test_imports_run_downward_only():
    result = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    "module", [path for path in MODULES if str(path.relative_to(PACKAGE).as_posix()).startswith(PURE)], ids=_name
)
def test_the_middle_knows_no_file_clock_or_word(module):
    tree = ast.parse(module.read_text(encoding="utf-8"))
    imported = {
        name.name.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names
    }
    imported |= {(node.module or "").split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    called = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    allowed = {"jinja2"} if module.name == "filters.py" else set()
    assert not (imported | called) & (DOORS - allowed)
    assert "today(" not in module.read_text(encoding="utf-8")


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_modules_and_functions_stay_plain(module):
    text = module.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST_MODULE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno - node.lineno < LONGEST_FUNCTION, node.name


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_a_module_says_what_it_is(module):
    assert ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
