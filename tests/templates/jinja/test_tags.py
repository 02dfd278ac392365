"""A template is looked at before it is read: characters that nobody sees, ends of lines."""

import pytest

from tests.templates.rendering import printed, refused


def test_a_condition_inside_a_line_keeps_the_words_apart(render):
    assert printed(render("We met{% if name %} today{% endif %}\nand spoke{% if nothing %} much{% endif %}.")) == [
        "We met today and spoke."
    ]


@pytest.mark.parametrize("where", ["{{# a{} #}}", "{{% set a{} = 1 %}}", "{{{{ name{} }}}}", '{{{{ "a{}" }}}}', "a{}b"])
@pytest.mark.parametrize("character", ["\u202e", "\x1b", "\u200b", "\ue000"])
def test_a_character_that_nobody_sees_is_told_wherever_it_stands(render, where, character):
    told = refused(render, f"x\n{where.format(character)}\n")
    assert told.startswith("templates/letters/letter.md.j2:2: This line holds a character that ")


def test_a_line_break_of_windows_or_of_an_old_macintosh_is_one(render):
    assert refused(render, "a\r\nb\rc\n{{ nope }}").startswith("templates/letters/letter.md.j2:4:")


def test_raw_at_the_end_of_a_line_still_works(render):
    assert printed(render("x {% raw %}\n{{ y }}\n{% endraw %}")) == ["x {{ y }}"]
