"""Templates: what they may do, and how what is wrong in them is told."""

import os
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterkit.errors import MOST_TOLD, TemplateError
from letterkit.letter import Letter, text_of
from letterkit.templates import LetterTemplates
from letterkit.templates.markdown.faults import MarkupFaults
from letterkit.templates.markdown.reader import read_blocks
from tests.builders import items as named_items
from tests.builders import peel_cycle, references, sourced, statistic

LITERALS = ["{{ 7*7 }}", "*x*", "<b>bold</b>", "&", "&amp;", "]]>", "😀", "# no heading", "1. no list", "96.7%", "> no",
            "| a |", "`x`", "[a](b)", "\\n", "{% raw %}", "“curly”", "a  b", "---"]  # fmt: skip


def evidence(**more):
    return {
        "peel": sourced({"now": peel_cycle()}, "peel"),
        "stops": sourced(statistic(count=1433, out_of=6466), "statistics.stops"),
        "name": sourced("Ethics Panel", "scrutiny.ethics.name"),
        "met": sourced(date(2023, 8, 24), "scrutiny.ethics.met"),
        "nothing": sourced(None, "scrutiny.ethics.chair"),
        **more,
    }


@pytest.fixture
def render(tmp_path):
    def rendered(source, *, items=("R1", "R2"), **more):
        (tmp_path / "letter.md.j2").write_text(source, encoding="utf-8")
        result = LetterTemplates(tmp_path, shown_as="templates/letters").render(
            "letter.md.j2", evidence(**more), items=named_items(*items)
        )
        return Letter("t", read_blocks(result.text, result.spans, result.regions))

    return rendered


def printed(letter):
    return [text_of(line) for line in letter.lines()]


def refused(render, source, **more):
    with pytest.raises(TemplateError) as error:
        render(source, **more)
    return str(error.value)


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


def test_a_tally_rests_on_every_grade_it_counts(render):
    spans = list(render('{{ peel.now.areas | tally("grade", "good") | in_words }}').spans())
    assert spans[0].text == "two"
    assert len(spans[0].origin.references) == 3  # one area has a narrative judgment only


def test_forms_follow_one_another(render):
    assert printed(render("{{ peel.now.areas | length | in_words | start_large }}")) == ["Four"]
    assert printed(render('{{ peel.now.areas | map(attribute="name") | listing }}')) == [
        "Preventing crime, Managing offenders, Good use of resources and Service to victims"
    ]


def test_a_false_condition_leaves_no_blank_paragraph(render):
    letter = render("One.\n\n{% if nothing %}\nTwo {{ nothing }}.\n{% endif %}\n\nThree.")
    assert printed(letter) == ["One.", "Three."]


def test_a_condition_inside_a_line_keeps_the_words_apart(render):
    assert printed(render("We met{% if name %} today{% endif %}\nand spoke{% if nothing %} much{% endif %}.")) == [
        "We met today and spoke."
    ]


def test_a_condition_on_lines_of_its_own_does_not_break_the_paragraph(render):
    assert printed(render("We met\n{% if nothing %}\ntoday\n{% endif %}\nand spoke.")) == ["We met and spoke."]


def test_macros_print_evidence_as_evidence(render):
    source = "{% macro say(value) %}Panel: *{{ value }}*{% endmacro %}{{ say(name) }}"
    spans = list(render(source).spans())
    assert [(span.text, span.emphasis) for span in spans] == [("Panel: ", False), ("Ethics Panel", True)]


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


def test_pairs_may_be_written_out(render):
    source = "{% for title, who in [('Chair', name), ('Clerk', name)] %}{{ title }}: {{ who }}. {% endfor %}"
    assert printed(render(source)) == ["Chair: Ethics Panel. Clerk: Ethics Panel."]


def test_the_last_entry_and_the_first_few(render):
    areas = "peel.now.areas"
    source = f"{{{{ ({areas} | last).name }}}}; {{% for a in {areas}[:2] %}}{{{{ a.name }}}} {{% endfor %}}"
    assert printed(render(source)) == ["Service to victims; Preventing crime Managing offenders"]


def test_no_more_faults_are_told_than_people_mend_at_once(render):
    with pytest.raises(MarkupFaults) as found:
        render("#### too deep\n\n" * 20_000)
    assert len(found.value.faults) == MOST_TOLD + 1


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


def test_what_a_filter_is_given_counts_as_printed(render):
    (span,) = render("{{ [name, name] | listing(last) }}", last=sourced("or", "office.word")).spans()
    assert (span.text, span.origin.references) == (
        "Ethics Panel or Ethics Panel",
        references("scrutiny.ethics.name", "office.word"),
    )


def test_no_link_leads_out_of_the_folder(render, tmp_path_factory, tmp_path):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "evidence.j2").write_text("kept")
    (tmp_path / "linked.j2").symlink_to(outside / "evidence.j2")
    told = refused(render, '{% include "linked.j2" %}')
    assert told.startswith("templates/letters/linked.j2: It is a link that leads out of the folder")
    assert "kept" not in told


@pytest.mark.parametrize("name", ["below/shared.j2", "linked/shared.j2", "shared.txt", "./shared.j2", ".", ""])
def test_a_template_of_another_folder_or_name_is_told_where_it_is_wanted(render, tmp_path_factory, tmp_path, name):
    (tmp_path / "below").mkdir()
    (tmp_path / "linked").symlink_to(tmp_path_factory.mktemp("outside"))
    for file in ("below/shared.j2", "linked/shared.j2", "shared.txt", "shared.j2"):
        (tmp_path / file).write_text("{{ nope }}")
    told = refused(render, f'x\n{{% include "{name}" %}}')
    assert told.startswith(f"templates/letters/letter.md.j2:2: '{name}' cannot be a template. Move it into this folder")


def test_a_template_that_is_not_there_is_told_where_it_is_wanted(render, tmp_path):
    (tmp_path / "_base.md.j2").write_text('x\n{% include "_nope.md.j2" %}')
    told = refused(render, '{% extends "_base.md.j2" %}')
    assert told.startswith("templates/letters/_base.md.j2:2: There is no template '_nope.md.j2'")


def test_a_template_that_is_a_link_to_itself_is_told_as_one(render, tmp_path):
    (tmp_path / "_shared.j2").symlink_to("_shared.j2")
    told = refused(render, '{% include "_shared.j2" %}')
    assert (
        told == "templates/letters/_shared.j2: It is a link that leads nowhere. Put the template itself in its place."
    )


def test_a_template_that_is_too_large_is_not_read_for_its_message(render, tmp_path):
    (tmp_path / "_large.j2").write_bytes(b"")
    os.truncate(tmp_path / "_large.j2", 2**40)
    told = refused(render, '{% include "_large.j2" %}')
    assert told.startswith("templates/letters/_large.j2: It has more than 5,000,000 bytes")


@pytest.mark.parametrize("where", ["{{# a{} #}}", "{{% set a{} = 1 %}}", "{{{{ name{} }}}}", '{{{{ "a{}" }}}}', "a{}b"])
@pytest.mark.parametrize("character", ["\u202e", "\x1b", "\u200b", "\ue000"])
def test_a_character_that_nobody_sees_is_told_wherever_it_stands(render, where, character):
    told = refused(render, f"x\n{where.format(character)}\n")
    assert told.startswith("templates/letters/letter.md.j2:2: This line holds a character that ")


def test_a_line_break_of_windows_or_of_an_old_macintosh_is_one(render):
    assert refused(render, "a\r\nb\rc\n{{ nope }}").startswith("templates/letters/letter.md.j2:4:")


def test_what_a_filter_gives_can_be_used_again(render):
    source = '{% set names = peel.now.areas | map(attribute="name") %}{{ names | length }}: {{ names | listing }}'
    assert printed(render(source))[0].startswith("4: Preventing crime, ")


def test_a_problem_is_told_once_however_often_a_loop_meets_it(render):
    many = sourced({str(number): "x" for number in range(300)}, "many")
    told = refused(render, "{% for a in many %}\n{{ nope }}{{ nope }}\n{% endfor %}\n{{ other }}", many=many)
    assert [line.split(":")[1] for line in told.splitlines()] == ["2", "4"]


def test_problems_without_number_are_told_up_to_the_hundredth(render):
    told = refused(render, "".join(f"{{{{ nope{number} }}}}\n" for number in range(5000))).splitlines()
    assert len(told) == 101
    assert told[-1].startswith(
        "templates/letters/letter.md.j2:101: There is more to mend than the 100 problems above. Mend those first."
    )


def test_a_shared_template_that_is_no_file_is_left_alone(render, tmp_path):
    os.mkfifo(tmp_path / "_pipe.j2")
    (tmp_path / "_zero.j2").symlink_to("/dev/zero")
    render("x")
    assert LetterTemplates(tmp_path, shown_as="t").digest("letter.md.j2")


def test_evidence_that_looks_like_a_caption_is_none(render):
    source = "{{ text }}\n| A |\n| - |\n| b |\n"
    assert "Table: cap" in printed(render(source, text=sourced("Table: cap", "t")))


def test_an_id_with_a_dot_prints_whole(render):
    answers = sourced({"7.1": peel_cycle()}, "answers")
    assert printed(render("{% for answer in answers %}{{ answer.id }}{% endfor %}", answers=answers)) == ["7.1"]


def test_raw_at_the_end_of_a_line_still_works(render):
    assert printed(render("x {% raw %}\n{{ y }}\n{% endraw %}")) == ["x {{ y }}"]


def test_all_missing_names_come_at_once(render):
    message = refused(render, "{{ a }}\n{{ peel.b }}\n{{ peel.now.c }} {{ nothing }}")
    assert [line.split(":")[1] for line in message.splitlines()] == ["1", "2", "3", "3"]


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


ESCAPES = [
    "{{ ''.__class__ }}",
    "{{ name.__class__ }}",
    "{{ name.value }}",
    "{{ name.references }}",
    "{{ peel.now.model_dump() }}",
    "{{ self.__init__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ range(9) }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ lipsum }}",
    "{{ namespace() }}",
    "{{ [].append(1) }}",
    "{{ '%s' | format(name) }}",
    "{{ name | attr('__class__') }}",
    "{{ 'a'.join(['b']) }}",
    "{{ '{0.__class__}'.format(name) }}",
    "{% include '/etc/passwd' %}",
    "{% include '../evidence/office.yaml' %}",
    "{% for a in ().__class__.__bases__ %}x{% endfor %}",
    # published: CVE-2016-10745, CVE-2019-10906, CVE-2024-56326, CVE-2025-27516 (str.format, reached by other ways)
    "{{ '{0.__class__.__init__.__globals__}'.format(name) }}",
    "{{ '{x.__class__}'.format_map({'x': name}) }}",
    "{% set f = '{0.__class__}'.format %}{{ f(name) }}",
    "{{ ['{0.__class__}'] | map('format', name) | list }}",
    "{{ ('{0.__class__}' | attr('format'))(name) }}",
    "{{ [name] | map(attribute='__class__') | first }}",
    "{{ [name] | map('attr', '__class__') | first }}",
    "{{ [name, met] | sort(attribute='__class__.__name__') | first }}",
    # CVE-2024-56201 (code by way of a name), CVE-2020-28493 (urlize), CVE-2024-22195 and CVE-2024-34064 (xmlattr)
    "{% import \"x' + open('/etc/passwd').read() + '\" as m %}",
    "{{ 'a' | urlize }}",
    "{{ {'onclick=1 x': 1} | xmlattr }}",
    # by way of what Jinja itself hands to a template
    "{% macro m() %}{{ caller.__globals__ }}{% endmacro %}{% call m() %}{% endcall %}",
    "{% macro m() %}{{ varargs.__class__ }}{% endmacro %}{{ m(1) }}",
    "{% macro m() %}{% endmacro %}{{ m.__init__.__globals__ }}",
    "{% macro m() %}{% endmacro %}{{ m._func.__code__ }}",
    "{% for a in peel %}{{ loop.__init__.__globals__ }}{% endfor %}",
    "{% for a in peel %}{{ loop._iterator.gi_frame }}{% endfor %}",
    "{% block a %}{{ super.__func__ }}{% endblock %}",
    "{% block a %}{{ self.a._context.environment }}{% endblock %}",
    "{{ joiner() }}",
    "{{ dict(a=1) }}",
    "{{ name['__class__'] }}",
    "{{ peel['now']['__init__'] }}",
    "{{ peel.now.child('areas') }}",
    "{{ name.__format__('s') }}",
    "{% include 'C:\\\\Windows\\\\win.ini' %}",
    "{% include '..\\\\..\\\\evidence\\\\office.yaml' %}",
    "{% include './../letter.md.j2' %}",
    "{% include name %}",
    "{% extends name %}",
    "{% import '/proc/self/environ' as m %}",
    "{% debug %}",
    "{% do 1 %}",
    "{% trans %}x{% endtrans %}",
]


@pytest.mark.parametrize("source", ESCAPES)
def test_no_way_leads_out_of_the_sandbox(render, source):
    message = refused(render, source)
    assert message.startswith("templates/letters/")
    told = message.partition("The line reads: ")[0]
    assert not re.search(r"object at 0x|<class|<function|root:|\bTraceback\b", told)


def test_arithmetic_that_cannot_be_is_told(render):
    assert "letter.md.j2:1" in refused(render, "{{ (stops.count / 0) | share }}")
    assert "letter.md.j2:1" in refused(render, "{{ (name / met) | share }}")
