"""Pages are made from files: no markup in Python, every file used, nothing let through unescaped, loaded only for pages."""

import ast
import re
import subprocess
import sys

import pytest
from jinja2 import UndefinedError
from lxml.html import defs

from letterkit.cli.parts import PARTS
from letterkit.formats.html.letter import kind_of
from letterkit.formats.page_shell import render
from tests.builders import ROOT, letter

PACKAGE = ROOT / "letterkit"
MARKUP = re.compile(rf"</?(?:{'|'.join(sorted(defs.tags))})(?=[\s/>]|$)", re.IGNORECASE)
"""A tag of HTML, whole or begun."""
NO_PAGE = {
    "formats/word/opc/xml_parts.py": "an empty element of XML",
    "language/claims.py": "reads past the tags of 21<sup>st</sup>",
}
NAMED = re.compile(r"\"((?:formats|output)/[\w/]+\.(?:html\.j2|css|js))\"")
BEYOND_PYTHON = [path for path in PACKAGE.rglob("*") if path.is_file() and path.suffix not in (".py", ".pyc", ".typed")]
TEMPLATES = [path for path in BEYOND_PYTHON if path.name.endswith(".html.j2")]


def _name(path):
    return path.relative_to(PACKAGE).as_posix()


def _strings(tree):
    """The text in a module's code, that of f-strings included; a string that stands alone tells people something."""
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node.value


@pytest.mark.parametrize("module", sorted(PACKAGE.rglob("*.py")), ids=_name)
def test_no_python_file_holds_markup(module):
    strings = _strings(ast.parse(module.read_text(encoding="utf-8")))
    assert any(map(MARKUP.search, strings)) == (_name(module) in NO_PAGE)


def test_every_file_of_a_page_is_named_and_every_name_is_a_file():
    texts = [path.read_text(encoding="utf-8") for path in (*PACKAGE.rglob("*.py"), *TEMPLATES)]
    assert {name for text in texts for name in NAMED.findall(text)} == set(map(_name, BEYOND_PYTHON))


@pytest.mark.parametrize("template", TEMPLATES, ids=_name)
def test_no_template_lets_markup_through(template):
    assert not re.search(r"\|\s*safe|autoescape|xmlattr|Markup", template.read_text(encoding="utf-8"))


def test_a_page_that_is_not_given_what_it_shows_is_not_made():
    with pytest.raises(UndefinedError, match="'tagline' is undefined"):
        render("formats/html/letter.html.j2", letter=letter(), office="", wide=False, kind_of=kind_of)


def test_only_pages_load_what_makes_pages():
    others = [part.partition(":")[0] for name, part in PARTS.items() if "html" not in name and "draft" not in name]
    loaded = (
        "import importlib, sys\n"
        f"for name in {sorted(set(others))}: importlib.import_module('letterkit.' + name)\n"
        "print([name for name in sys.modules if name.startswith(('letterkit.formats.page', 'letterkit.output.pages'))])"
    )
    done = subprocess.run([sys.executable, "-c", loaded], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
