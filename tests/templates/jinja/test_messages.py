"""A mistake in a template is told in plain words."""

import pytest

from tests.templates.rendering import refused

MISTAKES = {
    "nothing to list": ("one\n{{ [] | listing }}", "letter.md.j2:2: There is nothing to list."),
    "a fraction without end": ("{{ stops.count / stops.out_of }}", "is a fraction without end: print it as a share"),
    "an entry after that of the last turn": (
        "{% for a in peel.now.areas %}{{ loop.nextitem.name }}{% endfor %}", "The loop has no entry before its first",
    ),
    "a mark that ends tags": ('{{ "a }} b" }}', "A text in this tag holds the mark by which tags end."),
    "an include that sees nothing": (
        '{% macro a() %}{{ name }}{% endmacro %}{% include "letter.md.j2" without context %}', "Write 'with context' behind it",
    ),
    "a name that is nowhere": ("one\n{{ pell.now }}", "letter.md.j2:2: There is no 'pell' here. Did you mean 'peel'?"),
    "a name under evidence": ("{{ peel.now.aeras }}", "letter.md.j2:1: peel.now has no 'aeras'. Did you mean 'areas'?"),
    "a missing name through a filter": ("{{ peel.now.aeras | length | in_words }}", "peel.now has no 'aeras'"),
    "a missing name asked": ("{% if peel.now.aeras %}x{% endif %}", "peel.now has no 'aeras'. Did you mean 'areas'?"),
    "a missing name looped over": ("{% for a in peel.nwo %}x{% endfor %}", "peel has no 'nwo'. Did you mean 'now'?"),
    "a value that is empty": ("{{ nothing }}", "scrutiny.ethics.chair has no value. Give it a value in the evidence"),
    "an empty value through a form": ("{{ nothing | in_words }}", "scrutiny.ethics.chair has no value"),
    "a whole record": ("{{ peel.now }}", "peel.now holds several values: name one of them, or loop over it."),
    "a form for the wrong kind": ("{{ met | percent }}", "scrutiny.ethics.met is not a number"),
    "a form that cannot be": ("{{ name | month }}", "scrutiny.ethics.name cannot be printed as 'month'"),
    "a filter that is nowhere": ("{{ name | in_word }}", "No filter named 'in_word'. Did you mean 'in_words'?"),
    "a tag left open": ("{% if name %}", "{% if %} is begun and never ended. Write {% endif %} where that part ends."),
    "an answer left open": ('{% answer "R1" %}x', "{% answer %} is begun and never ended. Write {% endanswer %}"),
    "tags that cross": (
        '{% if name %}{% answer "R1" %}x{% endif %}{% endanswer %}',
        "{% endif %} does not fit here: {% answer %} is not ended yet. Write {% endanswer %} first",
    ),
    "an end without a beginning": ("x{% endif %}", "{% endif %} ends what was not begun. Take it out, or write {% if %} where it begins."),
    "a tag that is nowhere": ("{% anser 'R1' %}x{% endanswer %}", "There is no tag {% anser %}. Did you mean 'answer'?"),
    "a tag without its end mark": (
        "{% if name }}x{% endif %}", "This tag makes no sense at '}'. Look for what is missing before it.",
    ),
    "a filter without a name": ("{{ name | }}", "This tag makes no sense at }}: a name belongs there."),
    "nothing to print": ("{{ }}", "A value is missing before }}. Name it there."),
    "values joined by ~": ("{{ name ~ met }}", "'~' loses the source of a value."),
    "values joined by %": ('{{ "%s" % name }}', "'%' loses the source of a value."),
    "block text through a form": (
        "{% set x %}{{ name }}{% endset %}{{ x | quoted }}", "Block text cannot be filtered: filter the value itself",
    ),
    "block text joined": ("{% set x %}{{ name }}{% endset %}{{ name + x }}", "'+' is for numbers only"),
    "block text in pieces": ("{% set x %}{{ name }}{% endset %}{% for c in x %}{{ c }}{% endfor %}", "is block text"),
    "the notes of letterkit": ("{{ _notes.spans }}", "There is no '_notes' here."),
    "autoescape": ("{% autoescape false %}x{% endautoescape %}", "'autoescape' is not for letters"),
    "a character no letter can hold": ('{{ "\\x01" }}', "holds a character that no letter can hold"),
    "text multiplied": ('{{ "a" * 5000000000 }}', "is for numbers only"),
    "a call": ("{{ name.upper() }}", "A template cannot call anything."),
    "an item that the report does not have": (
        '{% answer "R9" %}x{% endanswer %}', "The report has no item 'R9'. Choose one of: R1, R2.",
    ),
    "an answer to nothing": ("{% answer %}x{% endanswer %}", "This answer names no item."),
    "a template that is nowhere": ('{% extends "_bas.md.j2" %}', "There is no template '_bas.md.j2'"),
    "a template that extends itself": ('{% extends "letter.md.j2" %}', "without end"),
    "a single value looped over": ("{% for x in name %}x{% endfor %}", "there is nothing to loop over"),
    "a figure with a decimal point": ("{{ 1.5 }}", "A template holds no figures with a decimal point."),
    "an id with a dot": ("{{ peel.7.1 }}", "peel has no '7'. Choose one of: now."),
    "a figure without end": ("{{ 1e999 }}", "A template holds no figures with a decimal point."),
    "plain numbers divided": ("{{ 1 / 3 }}", "is a fraction of plain numbers"),
    "the first of none": ("{{ [] | first }}", "There is no entry to take: the list is empty."),
    "an entry after the last": (
        "{{ peel.now.areas.preventing_crime.nothing }}", "has no 'nothing'",
    ),
    "a record as an item": ("{% answer peel.now %}x{% endanswer %}", "peel.now is no id and no text. Name one of"),
    "a record as a name": ("{{ peel[peel] }}", "peel has no such entry. Name an entry by a word or a number."),
    "too many decimals": ("{{ (stops.count / stops.out_of) | share(400) }}", "can be printed as a share with 0 to 6"),
    "no place in an order": ("{{ (stops.count - 2000) | ordinal }}", "has no place in an order"),
    "a filter without its arguments": ("{{ peel.now.areas | tally }}", "a filter is given what it cannot take"),
    "a raw passage left open": ("{% raw %}x", "Missing end of raw directive."),
    "a comment left open": ("{# x", "Missing end of comment tag"),
    "curly quotation marks in a tag": ("{% if name == “x” %}{% endif %}", "A tag wants straight quotation marks, \" or ', and this one holds “."),
    "a quotation mark left open": ('{{ "abc }}', "A quotation mark is opened in this tag and not closed. Close it."),
    "a quotation mark closed by the next tag's": ('{{ "abc }} {{ "x" }}', "A text in this tag holds the mark by which tags end."),
    "a sign that no tag has": ("{{ name & met }}", "'&' means nothing in a tag. Take it out."),
    "a part of a value that is set": ("x\n{% set ns.a = 1 %}", "letter.md.j2:2: 'ns.a' cannot be set"),
    "numbers divided by nothing": ("{{ 10 / 0 }}", "Something is divided by nothing (0) here."),
    "evidence divided by nothing": ("{{ (stops.count - stops.count) / 0 }}", "Something is divided by nothing (0) here."),
    "a tally of a field that is nowhere": (
        '{{ peel.now.areas | tally("grad", "good") }}', "peel.now.areas.preventing_crime has no 'grad'. Did you mean 'grade'?",
    ),
    "texts subtracted": ("{{ name - name }}", "'-' is for numbers only."),
    "a list as an entry": ("{{ peel[[1]] }}", "peel has no such entry. Name an entry by a word or a number."),
    "a character of letterkit's own": ("a \ue000 b", "holds a character that letterkit keeps for itself"),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_with_template_and_line(render, mistake):
    source, told = MISTAKES[mistake]
    message = refused(render, source)
    assert told in message
    assert message.startswith("templates/letters/letter.md.j2") or mistake == "a template that is nowhere"
