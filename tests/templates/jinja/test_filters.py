"""Printed forms and counts as filters of templates."""

from tests.builders import references, sourced
from tests.templates.rendering import printed


def test_a_tally_rests_on_every_grade_it_counts(render):
    spans = list(render('{{ peel.now.areas | tally("grade", "good") | in_words }}').spans())
    assert spans[0].text == "two"
    assert len(spans[0].origin.references) == 3  # one area has a narrative judgment only


def test_forms_follow_one_another(render):
    assert printed(render("{{ peel.now.areas | length | in_words | start_large }}")) == ["Four"]
    assert printed(render('{{ peel.now.areas | map(attribute="name") | listing }}')) == [
        "Preventing crime, Managing offenders, Good use of resources and Service to victims"
    ]


def test_the_last_entry_and_the_first_few(render):
    areas = "peel.now.areas"
    source = f"{{{{ ({areas} | last).name }}}}; {{% for a in {areas}[:2] %}}{{{{ a.name }}}} {{% endfor %}}"
    assert printed(render(source)) == ["Service to victims; Preventing crime Managing offenders"]


def test_what_a_filter_is_given_counts_as_printed(render):
    (span,) = render("{{ [name, name] | listing(last) }}", last=sourced("or", "office.word")).spans()
    assert (span.text, span.origin.references) == (
        "Ethics Panel or Ethics Panel",
        references("scrutiny.ethics.name", "office.word"),
    )


def test_what_a_filter_gives_can_be_used_again(render):
    source = '{% set names = peel.now.areas | map(attribute="name") %}{{ names | length }}: {{ names | listing }}'
    assert printed(render(source))[0].startswith("4: Preventing crime, ")
