"""A blank, dash or bullet that came from Word is named in its own line (U1)."""

import pytest

from letterkit.errors import EvidenceError
from letterkit.evidence import load_evidence

REPORT = "peel-legitimacy-2017"
RESPONSE = f"evidence/responses/{REPORT}.yaml"
NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("    position: accepted\n", f"{NBSP * 4}position: accepted\n", "indented with a non-breaking space"),
        ("position: accepted\n", f"position:{NBSP}accepted\n", "After the colon stands a non-breaking space"),
        ("position: accepted\n", f"position: accepted{NBSP}\n", "The line ends in a non-breaking space"),
        ("- what:", f"-{NBSP}what:", "After the hyphen stands a non-breaking space"),
        ("- what:", "\N{BULLET} what:", "begins with a bullet where '- ' belongs"),
        ("- what:", "\N{EN DASH} what:", "begins with an en dash where '- ' belongs"),
        ("position: accepted\n", "position:\N{THIN SPACE}accepted\n", "After the colon stands a thin space"),
    ],
)
def test_an_odd_blank_is_named_in_its_own_line(workspace, old, new, told):
    path = workspace.root / RESPONSE
    text = path.read_text(encoding="utf-8")
    line = text[: text.index(old)].count("\n") + 1
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(EvidenceError) as refused:
        load_evidence(workspace.root, [REPORT])
    first = refused.value.problems[0]
    assert (first.place.file, first.place.line) == (RESPONSE, line)
    assert told in first.what


def test_another_fault_beside_ordinary_blanks_is_told_as_what_it_is(workspace):
    path = workspace.root / RESPONSE
    path.write_text(path.read_text(encoding="utf-8").replace("accepted", "excepted"), encoding="utf-8")
    with pytest.raises(EvidenceError, match="excepted"):
        load_evidence(workspace.root, [REPORT])
