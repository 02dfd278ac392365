"""Markdown that cannot become a letter, and why."""

import pytest

from letterkit.errors import MOST_TOLD
from letterkit.templates.markdown.faults import MarkupFaults
from letterkit.templates.markdown.reader import read_blocks
from letterkit.templates.markers import Region, region_mark, span_mark
from tests.builders import items, span


def test_no_more_faults_are_told_than_people_mend_at_once(render):
    with pytest.raises(MarkupFaults) as found:
        render("#### too deep\n\n" * 20_000)
    assert len(found.value.faults) == MOST_TOLD + 1


NAME = span("Ethics Panel", "scrutiny.ethics.name")


def blocks(text, *, spans=(NAME,), regions=()):
    return read_blocks(text, spans, regions)


def region(name, inside, *arguments):
    return read_blocks(region_mark(0) + inside + region_mark(0, closes=True), [NAME], [Region(name, arguments)])


PROBLEMS = {
    "a region inside another": (
        region_mark(0) + region_mark(1) + "x" + region_mark(1, closes=True) + region_mark(0, closes=True),
        "{% answer %} stands inside {% recipient %}",
    ),
    "a region inside a list": ("- a" + region_mark(0).replace("\n", "\n  ") + "x" + region_mark(0, closes=True), "goes on after its first paragraph"),
    "a list in a quotation": ("> - a", "A quotation holds something other than paragraphs"),
    "a list item of two paragraphs": ("- a\n\n  b", "goes on after its first paragraph"),
    "two tables without a caption between": ("| A |\n| - |\n| x |\n\n| B |\n| - |\n| y |", "Two tables stand one after the other"),
    "a recipient with a heading": (region_mark(0) + "# Roy" + region_mark(0, closes=True), "something other than lines of text"),
    "a list three levels too deep": ("- a\n  - b\n    - c\n      - d", "deeper than three levels"),
    "a heading without text": ("## ", "A heading has no text"),
    "a list item without text": ("-\n- b", "A list item"),
    "a list that begins with 2023": ("2023. The year began.", "begins with a number other than 1"),
    "a row with too many cells": (
        f"| A |\n| - |\n| b | {span_mark(0)} |", "A table row has more cells than its header",
    ),
    "a heading of the fourth level": ("#### Deep", "deeper than the third level"),
    "a second title": ("# One\n\n# Two", "'Two' is a second title"),
}  # fmt: skip


@pytest.mark.parametrize("problem", PROBLEMS)
def test_what_cannot_become_a_letter_is_told(problem):
    text, told = PROBLEMS[problem]
    with pytest.raises(MarkupFaults, match=told.replace("{", r"\{").replace("%", "%")):
        blocks(text, regions=[Region("recipient"), Region("answer", items=items("R1"))])


def test_every_fault_is_told_with_words_where_it_is():
    text = "## \n\nFine.\n\n#### Deep\n\n- a\n  - b\n    - c\n      - d\n\nFine, too.\n\n> - quoted"
    with pytest.raises(MarkupFaults) as error:
        blocks(text)
    assert [fault.near.strip() for fault in error.value.faults] == ["##", "#### Deep", "- c", "> - quoted"]


@pytest.mark.parametrize(
    ("name", "inside", "told"), [("annex", "No title.", "no title"), ("signature", "Name only", "two lines")]
)
def test_parts_that_lack_something_are_told(name, inside, told):
    with pytest.raises(MarkupFaults, match=told):
        region(name, inside)
