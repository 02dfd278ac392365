"""What no letter needs is refused, and what would not end is stopped."""

import pytest

from tests.builders import sourced
from tests.templates.rendering import printed, refused

OUTSIDE = {
    "an answer": ('{% answer "R1" %}\nWe act.\n{% endanswer %}', 4),
    "another template": ('{% include "_other.md.j2" %}', 4),
    "text": ("\n\nWe act.", 6),
    "a value": ("{{ name }}", 4),
    "text that is chosen": ("{% if name %}\nWe act.\n{% endif %}", 5),
}


@pytest.mark.parametrize("what", OUTSIDE)
def test_what_stands_outside_the_blocks_of_a_letter_is_told_and_not_lost(render, tmp_path, what):
    (tmp_path / "_base.md.j2").write_text("Dear {{ name }},\n\n{% block body %}{% endblock %}\n", encoding="utf-8")
    (tmp_path / "_other.md.j2").write_text("We act.", encoding="utf-8")
    outside, line = OUTSIDE[what]
    letter = '{% extends "_base.md.j2" %}\n{% set us %}We{% endset %}\n{% block body %}{{ us }} say.{% endblock %}\n'
    assert printed(render(letter)) == ["Dear Ethics Panel,", "We say."]
    told = refused(render, letter + outside)
    assert f"letter.md.j2:{line}: This stands outside {{% block body %}}, where no letter prints it." in told


def test_a_block_that_no_letter_has_is_told_and_not_lost(render, tmp_path):
    (tmp_path / "_all.md.j2").write_text("{% block annexes %}{% endblock %}", encoding="utf-8")
    (tmp_path / "_base.md.j2").write_text('{% extends "_all.md.j2" %}', encoding="utf-8")
    assert printed(
        render('{% extends "_base.md.j2" %}{% block annexes %}{% block inner %}One.{% endblock %}{% endblock %}')
    )
    told = refused(render, '{% extends "_base.md.j2" %}\n{% block annexs %}One.{% endblock %}')
    assert "letter.md.j2:2: There is no block 'annexs' in _base.md.j2" in told
    assert "Did you mean 'annexes'?" in told


def test_a_template_that_fills_in_itself_is_told(render):
    assert "goes into itself without end" in refused(render, '{% extends "letter.md.j2" %}{% block a %}x{% endblock %}')


@pytest.mark.parametrize("around", ["if nothing", "for a in peel.now.areas", "with a = name"])
def test_a_block_is_not_put_into_a_condition(render, tmp_path, around):
    (tmp_path / "_base.md.j2").write_text("{% block body %}{% endblock %}", encoding="utf-8")
    inside = f"{{% {around} %}}\n{{% block body %}}One.{{% endblock %}}\n{{% end{around.split()[0]} %}}"
    told = refused(render, f'{{% extends "_base.md.j2" %}}\n{inside}')
    assert "letter.md.j2:3: This block is printed whatever stands around it. Put that inside the block" in told


def doubled(first, step):
    return first + "".join(step.replace("NEXT", f"a{number + 1}").replace("LAST", f"a{number}") for number in range(40))


DEEP = 2000
IN_A_LIST = "A list cannot stand inside a list."
LONG_LIST = "{% set l = [" + "1, " * 30_000 + "] %}{% set m = l[:] %}"
WITHOUT_END = {
    "loops in loops": ("{% for a in many %}" * 6 + "{% endfor %}" * 6, "stopped after 500,000 steps"),
    "loops that choose nothing": ("{% for a in many %}" * 2 + "{% for a in many if a == 0 %}" + "{% endfor %}" * 3, "steps"),
    "a macro that calls itself twice": (
        "{% macro m(n) %}{% if n < 60 %}{{ m(n+1) }}{{ m(n+1) }}{% endif %}{% endmacro %}{{ m(0) }}", "steps",
    ),
    "a macro that calls itself for ever": ("{% macro m(n) %}{{ m(n) }}{% endmacro %}{{ m(0) }}", "without end"),
    "text doubled": (doubled('{% set a0 = "x" %}', "{% set NEXT = LAST + LAST %}"), "'+' is for numbers only"),
    "a list doubled": (doubled("{% set a0 = [1] %}", "{% set NEXT = LAST + LAST %}"), "'+' is for numbers only"),
    "block text doubled": (
        doubled("{% set a0 %}x{% endset %}", "{% set NEXT %}{{ LAST }}{{ LAST }}{% endset %}"), "more than any letter has",
    ),
    "a number squared": (doubled("{% set a0 = 999 %}", "{% set NEXT = LAST * LAST %}"), "more than 30 digits"),
    "a tower of powers": ("{{ 9**9**9 }}", "'**' is for numbers only"),
    "a number of 6,000 digits": ("{{ " + "9" * 6000 + " }}", "too many digits"),
    "a call inside its caller": (
        "{% macro m() %}{{ caller() }}{{ caller() }}{% endmacro %}" + "{% call m() %}" * 25 + "x" + "{% endcall %}" * 25, "It was stopped",
    ),
    "a template that includes itself": ("{% include 'letter.md.j2' %}", "without end"),
    "a block that holds itself": ("{% block a %}{{ self.a() }}{% endblock %}", "without end"),
    "a template of six million characters": ("x" * 6_000_000, "It has more than 5,000,000 bytes"),
    "brackets too deep": ("{{ " + "(" * DEEP + "1" + ")" * DEEP + " }}", "too deep"),
    "loops too deep": ("{% for a in peel %}" * 25 + "{% endfor %}" * 25, "too deep"),
    "conditions too deep": ("{% if name %}" * 200 + "{% endif %}" * 200, "too deep"),
    "answers too deep": ('{% answer "R1" %}' * 300 + "{% endanswer %}" * 300, "too deep"),
    "tags opened on one line": ("{%" * 200_000, "tag name expected"),
    "tags without number": ("{{x}}" * 500_000, "Up to here its tags hold 75,000 words and signs"),
    "a word without end": ("{{ " + "x" * 4_000_000 + " }}", "more than 1,000 characters in one piece"),
    "lists of lists": (doubled("{% set a0 = [1] %}", "{% set NEXT = [LAST, LAST] %}") + "{{ a40 | length }}", IN_A_LIST),
    "tuples of tuples": (doubled("{% set a0 = (1,) %}", "{% set NEXT = (LAST, LAST) %}") + "{{ peel[a40] }}", IN_A_LIST),
    "records of lists": (doubled("{% set a0 = [1] %}", "{% set NEXT = {1: LAST, 2: LAST} %}"), IN_A_LIST),
    "a listing of listings": (
        doubled('{% set a0 = ["x"] | listing %}', "{% set NEXT = [LAST, LAST] | listing %}"), "more than any letter has",
    ),
    "all arguments of a macro": ("{% macro m() %}{{ m(varargs, varargs) }}{% endmacro %}{{ m(1) }}", "'varargs' is not for letters: give each"),
    "nothing printed again and again": ("{% for a in many %}" * 2 + '{{ "" }}' * 50 + "{% endfor %}" * 2, "500,000 steps"),
    "long filters in loops": ("{% for a in many %}" * 2 + "{% set n = many | sort | list | length %}" + "{% endfor %}" * 2, "500,000 steps"),
    "long comparisons in loops": (LONG_LIST + "{% for a in many %}" * 2 + "{% if l == m %}{% endif %}" + "{% endfor %}" * 2, "500,000 steps"),
    "long tests in loops": (LONG_LIST + "{% for a in many %}" * 2 + "{% if 2 is in l %}{% endif %}" + "{% endfor %}" * 2, "500,000 steps"),
    "long cuts in loops": (LONG_LIST + "{% for a in many %}" * 2 + "{% set n = l[1:] %}" + "{% endfor %}" * 2, "500,000 steps"),
    "long changes in loops": (LONG_LIST + "{% for a in many %}" * 2 + "{% set n = loop.changed(loop.cycle(l, m)) %}" + "{% endfor %}" * 2, "500,000 steps"),
    "many references in loops": (
        "{% set n = many | length %}" + "{% for a in many %}" * 2 + "{% set m = n - n %}{{ n }}" + "{% endfor %}" * 2, "500,000 steps",
    ),
    "comments opened on one line": ("{#" * 200_000, "Missing end of comment tag"),
    "filters without number": ("{{ name" + " | quoted" * 3000 + " }}", "too deep"),
}  # fmt: skip


@pytest.mark.parametrize("fault", WITHOUT_END)
def test_a_template_that_would_not_end_is_stopped_with_its_name(render, fault):
    source, told = WITHOUT_END[fault]
    message = refused(render, source, many=sourced({str(number): "x" for number in range(1000)}, "many"))
    assert message.startswith("templates/letters/letter.md.j2")
    assert told in message
    assert len(message) < 400


def test_a_long_letter_is_not_stopped(render):
    answers = sourced({str(number): "An answer in a few words. " * 20 for number in range(1200)}, "answers")
    source = "{% for answer in answers %}{% for area in peel.now.areas %}{{ answer }}\n\n{% endfor %}{% endfor %}"
    assert len(printed(render(source, answers=answers))) >= 1200
