"""A template is rendered: its text, the values in it, and what leaves no trace."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterkit.letter import Letter
from letterkit.templates import LetterTemplates
from letterkit.templates.markdown.reader import read_blocks
from tests.builders import peel_cycle, references, sourced
from tests.templates.rendering import printed

LITERALS = ["{{ 7*7 }}", "*x*", "<b>bold</b>", "&", "&amp;", "]]>", "😀", "# no heading", "1. no list", "96.7%", "> no",
            "| a |", "`x`", "[a](b)", "\\n", "{% raw %}", "“curly”", "a  b", "---"]  # fmt: skip


@pytest.mark.parametrize("text", LITERALS)
def test_the_text_of_evidence_prints_literally(render, text):
    assert printed(render("{{ text }}", text=sourced(text, "t"))) == [text]
    assert printed(render("- {{ text }}\n", text=sourced(text, "t"))) == [text]
    table = render("| A |\n| --- |\n| {{ text }} |\n", text=sourced(text, "t"))
    assert printed(table) == ["A", text]


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1).filter(str.strip))
def test_any_text_of_evidence_prints_literally(tmp_path_factory, text):
    folder = tmp_path_factory.mktemp("letters")
    (folder / "a.j2").write_text("Before {{ text }} *after {{ text }}*.")
    result = LetterTemplates(folder, shown_as="t").render("a.j2", {"text": sourced(text, "t")}, items=[])
    letter = Letter("t", read_blocks(result.text, result.spans, result.regions))
    assert printed(letter) == [f"Before {text} after {text}."]


def test_each_printed_value_keeps_its_reference_and_value(render):
    spans = list(render("Of {{ stops.count }} on {{ met }}: {{ (stops.count / stops.out_of) | share }}.").spans())
    origins = {span.text: span.origin for span in spans if span.origin}
    assert origins["1,433"].references == references("statistics.stops.count")
    assert (origins["24 August 2023"].kind, origins["24 August 2023"].value) == ("date", "2023-08-24")
    assert origins["22%"].references == references("statistics.stops.count", "statistics.stops.out_of")


def test_a_false_condition_leaves_no_blank_paragraph(render):
    letter = render("One.\n\n{% if nothing %}\nTwo {{ nothing }}.\n{% endif %}\n\nThree.")
    assert printed(letter) == ["One.", "Three."]


def test_a_condition_on_lines_of_its_own_does_not_break_the_paragraph(render):
    assert printed(render("We met\n{% if nothing %}\ntoday\n{% endif %}\nand spoke.")) == ["We met and spoke."]


def test_macros_print_evidence_as_evidence(render):
    source = "{% macro say(value) %}Panel: *{{ value }}*{% endmacro %}{{ say(name) }}"
    spans = list(render(source).spans())
    assert [(span.text, span.emphasis) for span in spans] == [("Panel: ", False), ("Ethics Panel", True)]


def test_pairs_may_be_written_out(render):
    source = "{% for title, who in [('Chair', name), ('Clerk', name)] %}{{ title }}: {{ who }}. {% endfor %}"
    assert printed(render(source)) == ["Chair: Ethics Panel. Clerk: Ethics Panel."]


def test_evidence_that_looks_like_a_caption_is_none(render):
    source = "{{ text }}\n| A |\n| - |\n| b |\n"
    assert "Table: cap" in printed(render(source, text=sourced("Table: cap", "t")))


def test_an_id_with_a_dot_prints_whole(render):
    answers = sourced({"7.1": peel_cycle()}, "answers")
    assert printed(render("{% for answer in answers %}{{ answer.id }}{% endfor %}", answers=answers)) == ["7.1"]
