"""Designs come from a file that people write, and its mistakes are told by their path in it."""

import subprocess
import sys

import pytest

from letterkit.errors import LetterheadError
from letterkit.formats.word.letterhead_maker import make_letterhead, read_designs
from tests.builders import ROOT, parts
from tests.formats.word.letterhead_maker.designs import design

WARWICKSHIRE = """
[warwickshire]
title = "Letterhead of Warwickshire"
office = "Office of the Police and Crime Commissioner for Warwickshire"
dated = 2025-05-01
address = ["3 Northgate Street, Warwick CV34 4SP", "01926 000000"]

[warwickshire.palette]
name = "Plum and moss"
dark = "4A1942"
light = "F3ECF2"
accents = ["3F5B1B", "8AA35B", "4A1942", "1F4E79", "7A3B00", "BDB7BC"]
hyperlink = "1F4E9E"
followed = "5B3F7A"

[[warwickshire.wordmark]]
style = "Wordmark"
words = "Police & Crime Commissioner"
after = 2
size = 20
bold = true

[[warwickshire.wordmark]]
style = "Wordmark Area"
words = "for Warwickshire"
after = 18
size = 13
colour = "accent"
rule = { side = "bottom", width = 1.5, gap = 6, colour = "rule" }

[warwickshire.continuation]
style = "Continuation Header"
words = "Office of the Police and Crime Commissioner for Warwickshire"
after = 18
"""


def test_a_design_reads_as_what_it_says():
    assert read_designs(WARWICKSHIRE, shown_as="designs.toml") == {"warwickshire": design()}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("bold = true", "bald = true", "'warwickshire.wordmark.0.bald' is nothing that a design has."),
        ('title = "Letterhead of Warwickshire"\n', "", "'warwickshire.title' is missing. Add it."),
        ('"bottom"', '"below"', "'warwickshire.wordmark.1.rule.side' cannot be used: Input should be 'top'"),
        ('"4A1942"\nlight', '"F3ECF2"\nlight', "warwickshire.palette: Text in 'F3ECF2' on white has a contrast of"),
        ("size = 20", "size = ", "It is no TOML:"),
    ],
)
def test_a_mistake_is_told_by_its_path_with_a_remedy(old, new, told):
    assert WARWICKSHIRE.count(old) == 1
    with pytest.raises(LetterheadError) as caught:
        read_designs(WARWICKSHIRE.replace(old, new), shown_as="designs.toml")
    (problem,) = caught.value.problems
    assert str(problem).startswith("designs.toml: ")
    assert told in str(problem)


def maker(*arguments):
    command = [sys.executable, "-m", "letterkit.formats.word.letterhead_maker", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)


def test_the_letterheads_of_a_folder_are_written_beside_their_designs(tmp_path):
    (tmp_path / "designs.toml").write_text(WARWICKSHIRE, encoding="utf-8")
    assert maker(tmp_path).returncode == 0
    assert parts((tmp_path / "warwickshire.docx").read_bytes()) == parts(make_letterhead(design()))


def test_nothing_is_written_for_a_folder_without_designs_or_with_wrong_ones(tmp_path):
    assert maker(tmp_path).returncode == 2
    (tmp_path / "designs.toml").write_text(WARWICKSHIRE + "\n[other]\n", encoding="utf-8")
    result = maker(tmp_path)
    assert (result.returncode, list(tmp_path.glob("*.docx"))) == (2, [])
    assert "'other.palette' is missing." in result.stderr
    assert maker().returncode == 2
