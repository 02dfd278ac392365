"""The architecture holds: floors, purity, a test for each room, plain sizes."""

import ast
import subprocess
import sys
from collections import Counter
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
MOST_AT_THE_TOP, MOST_SIDE_BY_SIDE = 8, 14
FAMILIES = ("checks",)
"""Folders of alternatives, which may grow."""
OPAQUE = frozenset(
    (
        "examined", "readings", "marks", "in_common", "telling", "word_mended", "matching", "nearest", "named", "opening",
        "judges", "desk", "stationer", "notes", "wording", "locating", "compare", "returned",
    )
)  # fmt: skip
"""Names of modules that said nothing to whoever read them."""
TESTS = ROOT / "tests"
TESTED_ELSEWHERE = {
    "checks/": "checks/test_checks.py",
    "checks/facts/": "checks/facts/test_facts.py",
    "evidence/models/": "evidence/test_loading.py",
    "output/reviews/": "output/reviews/test_reviews.py",
    "output/standings/": "output/standings/test_standings.py",
    "review/checks/": "whole/test_edited_drafts.py",
    "cli/parts.py": "cli/test_app.py",
    "coverage/offices.py": "workspace/commands/test_coverage_of_offices.py",
    "coverage/standing.py": "workspace/commands/test_coverage.py",
    "evidence/letter_context.py": "workspace/test_returned_drafts.py",
    "evidence/yaml_messages.py": "evidence/test_yaml_reader.py",
    "files/locking.py": "files/test_saving.py",
    "findings.py": "cli/test_app.py",
    "formats/word/letterhead_maker/": "formats/word/letterhead_maker/test_letterhead.py",
    "formats/word/letterhead_maker/parts/": "formats/word/letterhead_maker/test_letterhead.py",
    "formats/word/opc/document_properties.py": "formats/word/writing/test_letter.py",
    "formats/page_shell.py": "formats/html/test_letter.py",
    "output/pages/": "output/reviews/test_reviews.py",
    "output/pages/standings.py": "output/standings/test_standings.py",
    "formats/word/elements.py": "formats/word/redline/test_redline.py",
    "formats/word/namespaces.py": "formats/word/test_word.py",
    "formats/word/opc/xml_parts.py": "formats/word/opc/test_package.py",
    "formats/word/reading/blocks.py": "formats/word/test_word.py",
    "formats/word/redline/columns.py": "formats/word/redline/test_redline.py",
    "formats/word/redline/copies.py": "formats/word/redline/test_redline.py",
    "formats/word/redline/stories.py": "formats/word/redline/test_redline.py",
    "formats/word/redline/pairing.py": "formats/word/redline/test_redline.py",
    "formats/word/redline/tokens.py": "formats/word/redline/test_redline.py",
    "formats/word/references.py": "formats/word/redline/test_repair.py",
    "formats/word/styles.py": "formats/word/writing/test_letterhead.py",
    "language/characters.py": "evidence/test_yaml_reader.py",
    "language/messages.py": "evidence/test_model_messages.py",
    "language/names.py": "language/test_claims.py",
    "language/numerals.py": "language/test_normal_forms.py",
    "language/synonyms.py": "language/test_sense.py",
    "letter/blocks.py": "formats/word/test_word.py",
    "letter/tracked_text.py": "formats/word/reading/test_runs.py",
    "output/offices.py": "workspace/commands/test_coverage_of_offices.py",
    "output/reviews/summary.py": "cli/test_app.py",
    "review/changes.py": "whole/test_edited_drafts.py",
    "review/checked_draft.py": "whole/test_plain_files.py",
    "review/checks/forged.py": "workspace/test_returned_drafts.py",
    "review/draft_text.py": "review/test_comparison.py",
    "review/letter_text.py": "review/test_comparison.py",
    "review/locator.py": "review/test_comparison.py",
    "review/phrasing.py": "whole/test_edited_drafts.py",
    "review/reviewed_draft.py": "whole/test_edited_drafts.py",
    "templates/markdown/tokens.py": "templates/markdown/test_reader.py",
    "templates/markers.py": "templates/markdown/test_reader.py",
    "workspace/commands/commitments.py": "coverage/test_commitments.py",
    "workspace/commands/review.py": "review/test_review.py",
    "workspace/commands/schema.py": "cli/test_app.py",
    "workspace/commands/validate.py": "cli/test_app.py",
    "workspace/loaded.py": "workspace/commands/test_draft.py",
}
"""Modules that have no test file of their own, and the one that covers them.

A folder stands for those in it that have none: alternatives, all put to one test.
"""


def _name(module):
    return module.relative_to(PACKAGE).as_posix()


def _is_a_file_of_a_room(module):
    return not module.stem.startswith("__")


def _mirrored(module):
    """Return where the test file of a module is, or of the door of a folder."""
    path = module.relative_to(PACKAGE)
    name = path.parent.name if path.stem == "__init__" else path.stem
    return (path.parent / f"test_{name}.py").as_posix()


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


def test_every_module_has_its_test():
    tested = [module for module in MODULES if _is_a_file_of_a_room(module)]
    alone = [_name(module) for module in tested if not (TESTS / _mirrored(module)).is_file()]
    assert [name for name in alone if not {name, f"{name.rpartition('/')[0]}/"} & set(TESTED_ELSEWHERE)] == []


@pytest.mark.parametrize("name", TESTED_ELSEWHERE)
def test_what_is_tested_elsewhere_has_no_test_of_its_own_and_is_tested_there(name):
    stands_for = (PACKAGE / name).glob("*.py") if name.endswith("/") else [PACKAGE / name]
    without = [
        path
        for path in stands_for
        if path.is_file() and _is_a_file_of_a_room(path) and not (TESTS / _mirrored(path)).is_file()
    ]
    assert without, f"{name} is gone, or has its test: take it out of TESTED_ELSEWHERE"
    assert (TESTS / TESTED_ELSEWHERE[name]).is_file()


def test_every_test_file_of_a_room_mirrors_a_module():
    mirrors = {_mirrored(module) for module in MODULES}
    files = sorted(path.relative_to(TESTS).as_posix() for path in TESTS.rglob("test_*.py"))
    assert len(files) > len(TESTED_ELSEWHERE)
    assert [name for name in files if name not in mirrors and not name.startswith("whole/")] == []


def test_few_modules_stand_side_by_side():
    beside = Counter(
        module.relative_to(PACKAGE).parent.as_posix() for module in MODULES if module.name != "__init__.py"
    )
    assert beside["."] <= MOST_AT_THE_TOP
    assert [folder for folder, count in beside.items() if count > MOST_SIDE_BY_SIDE and folder not in FAMILIES] == []


def test_no_module_has_a_name_that_says_nothing():
    named = {part for module in MODULES for part in module.relative_to(PACKAGE).with_suffix("").parts}
    assert named & OPAQUE == set()
