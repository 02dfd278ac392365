"""Markdown with marks becomes blocks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterkit.letter import (
    Answer,
    Heading,
    Letter,
    List,
    ListItem,
    Paragraph,
    Role,
    SignatureBlock,
    Span,
    Table,
    text_of,
)
from letterkit.templates.markdown.faults import MarkupFaults
from letterkit.templates.markdown.reader import read_blocks
from letterkit.templates.markers import Region, region_mark, span_mark
from tests.builders import items, paragraph, span

NAME = span("Ethics Panel", "scrutiny.ethics.name")


def blocks(text, *, spans=(NAME,), regions=()):
    return read_blocks(text, spans, regions)


def region(name, inside, *arguments):
    return read_blocks(
        region_mark(0) + inside + region_mark(0, closes=True),
        [NAME],
        [Region(name, arguments, items=items(*arguments))],
    )


def test_paragraphs_lines_and_formats():
    assert blocks("One\ntwo **three** *four* ***five***.\n\nSix.") == (
        Paragraph((Span("One two "), Span("three", strong=True), Span(" "), Span("four", emphasis=True), Span(" "),
                   Span("five", strong=True, emphasis=True), Span("."))),
        paragraph("Six."),
    )  # fmt: skip


def test_a_mark_becomes_its_span_with_the_format_around_it():
    assert blocks(f"The **{span_mark(0)}** met.") == (
        Paragraph((Span("The "), Span(NAME.text, NAME.origin, strong=True), Span(" met."))),
    )


def test_headings_and_quotations():
    assert blocks("## Vetting\n\n> The force should act.\n>\n> It should act now.") == (
        Heading(2, (Span("Vetting"),)),
        paragraph("The force should act.", role=Role.QUOTATION),
        paragraph("It should act now.", role=Role.QUOTATION),
    )


def test_lists_inside_lists():
    assert blocks("1. One\n2. Two\n   - Inner\n") == (
        List(
            ordered=True,
            items=(
                ListItem((Span("One"),)),
                ListItem((Span("Two"),), List(ordered=False, items=(ListItem((Span("Inner"),)),))),
            ),
        ),
    )


def test_a_table_takes_the_line_before_it_as_caption():
    assert blocks("Table: Grades\n| Area | Grade |\n| --- | --- |\n| A | Good |\n") == (
        Table((Span("Grades"),), ((Span("Area"),), (Span("Grade"),)), (((Span("A"),), (Span("Good"),)),)),
    )


def test_an_answer_is_a_region():
    assert region("answer", "We have acted.\n\n- At once", "R1", "R2") == (
        Answer(
            items("R1", "R2"), (paragraph("We have acted."), List(ordered=False, items=(ListItem((Span("At once"),)),)))
        ),
    )


def test_the_parts_of_a_letter_are_regions():
    assert region("recipient", "Roy Wilsher\n\nLondon") == (
        paragraph("Roy Wilsher", role=Role.RECIPIENT),
        paragraph("London", role=Role.RECIPIENT),
    )
    assert region("subject", "Getting a grip") == (Heading(1, (Span("Getting a grip"),)),)
    assert region("signature", "Name\n\nPost", "sign.png", "A signature") == (
        SignatureBlock((Span("Name"),), (Span("Post"),), "sign.png", "A signature"),
    )
    assert region("annex", "# Annex A\n\nText.") == (
        Heading(1, (Span("Annex A"),), begins_annex=True),
        paragraph("Text."),
    )


@pytest.mark.parametrize(
    "text", ["96.7% of calls", "    indented", "a `tick`", "[text](address)", "&amp; so", "<b>x</b>", "Line\n===="]
)
def test_what_a_letter_does_not_need_is_plain_text(text):
    (block,) = blocks(text)
    assert isinstance(block, Paragraph)


def test_blanks_in_the_template_become_one():
    assert blocks("a   b\tc") == (paragraph("a b c"),)


PIECES = ["w1", "w2", "w3", " ", "\n", "\n\n", "# ", "## ", "#### ", "- ", "1. ", "7. ", "> ", "  ", "    ", "*", "**", "_", "|", "| - |", "\n| - | - |\n",
          "`", "```", "<b>", "&amp;", "[", "](", "\\", "---", "===", "Table: ", "![", "~~~"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_markup_is_read_without_losing_a_word_or_refused(text):
    try:
        read = blocks(text)
    except MarkupFaults:
        return
    printed = " ".join(text_of(line) for line in Letter("t", read).lines())
    for word in ("w1", "w2", "w3"):
        assert printed.count(word) == text.count(word), printed
