"""The architecture holds: floors, purity, a test for each room, plain sizes."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import ROOT

MODULES = sorted((ROOT / "letterkit").rglob("*.py"))
PURE = (
    "models",
    "sourced",
    "house_forms",
    "letter",
    "context",
    "markup",
    "markup_faults",
    "consistency",
    "compose",
    "record",
    "checks",
    "filters",
    "statute",
    "coverage",
    "substance",
    "duty",
    "alignment",
    "standing",
    "checklist",
    "schemas",
    "manuscript",
    "readings",
    "matching",
    "draft_text",
    "letter_text",
    "locating",
    "compare",
    "wording",
    "support",
    "judges",
    "claims",
    "named",
    "evidence_index",
    "examined",
    "checked_draft",
    "commitments",
    "quotation_marks",
    "notes",
    "review_checks",
    "review",
)
DOORS = {"open", "os", "io", "pathlib", "socket", "time", "random", "subprocess", "docx", "zipfile", "jinja2"}
LONGEST_MODULE, LONGEST_FUNCTION = 330, 60


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
    "module", [path for path in MODULES if path.relative_to(ROOT / "letterkit").parts[0].removesuffix(".py") in PURE]
)
def test_the_middle_knows_no_file_clock_or_word(module):
    tree = ast.parse(module.read_text(encoding="utf-8"))
    imported = {
        name.name.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names
    }
    imported |= {(node.module or "").split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    called = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    allowed = {"jinja2"} if module.stem == "filters" else set()
    assert not (imported | called) & (DOORS - allowed)
    assert "today(" not in module.read_text(encoding="utf-8")


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_modules_and_functions_stay_plain(module):
    text = module.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST_MODULE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno - node.lineno < LONGEST_FUNCTION, node.name


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_a_module_says_what_it_is(module):
    assert ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
