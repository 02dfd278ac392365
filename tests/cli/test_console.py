"""No text of a file steers the terminal."""

import re

from letterkit.formats.word.opc import Package
from letterkit.language import NOT_IN_LETTERS
from tests.edits import EditedDraft

REPORT = "getting-a-grip-2023"
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
