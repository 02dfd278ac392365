"""From a report's id to its letter: what a letter must have, what it is called, and where a fault stands."""

import pytest

from letterkit.errors import TemplateError
from letterkit.letter import Answer, ItemRef
from letterkit.workspace.loaded import LoadedWorkspace

REPORT = "race-and-policing-2023"
TEMPLATE = f"templates/letters/{REPORT}.md.j2"
EXTENDS = '{% extends "_base.md.j2" %}'


def composed(workspace):
    return LoadedWorkspace(workspace, [REPORT]).letter(REPORT)


def problems(workspace):
    with pytest.raises(TemplateError) as told:
        composed(workspace)
    return [str(problem) for problem in told.value.problems]


def test_a_letter_is_called_after_its_subject(workspace):
    workspace.edit(TEMPLATE, "{% block body %}", "{% block subject %}Race in policing{% endblock %}\n{% block body %}")
    assert composed(workspace).title == "Response to Race in policing"


def test_a_letter_without_a_subject_is_called_after_the_report(workspace):
    workspace.edit(TEMPLATE, "{% block body %}", "{% block subject %}{% endblock %}\n{% block body %}")
    title = LoadedWorkspace(workspace, [REPORT]).pack.reports[REPORT].title
    assert composed(workspace).title == f"Response to {title}"


def test_its_answers_name_the_items_of_the_report_alone(workspace):
    answered = [item for block in composed(workspace).blocks if isinstance(block, Answer) for item in block.items]
    report = LoadedWorkspace(workspace, [REPORT]).pack.reports[REPORT]
    assert set(answered) == {ItemRef(None, item) for item in report.answerable_ids()}


@pytest.mark.parametrize(
    "lost", ["{% salutation %}\nDear {{ addressee.salutation }},\n{% endsalutation %}", "{% close %}\nYours sincerely,\n{% endclose %}"]
)  # fmt: skip
def test_a_letter_without_salutation_or_close_is_refused(workspace, lost):
    workspace.edit("templates/letters/_base.md.j2", lost, "")
    (told,) = problems(workspace)
    assert told.startswith(f"{TEMPLATE}: The letter lacks its salutation, its body or its close.")
    assert EXTENDS in told


def test_a_letter_without_a_body_is_refused(workspace):
    (workspace.root / TEMPLATE).write_text(f"{EXTENDS}\n{{% block body %}}{{% endblock %}}\n", encoding="utf-8")
    (told,) = problems(workspace)
    assert "lacks its salutation, its body or its close" in told


def test_a_fault_of_markup_is_told_with_its_line(workspace):
    workspace.edit(TEMPLATE, "The report is welcome", "> A quotation\n> > in a quotation\n\nThe report is welcome")
    line = workspace.line_of(TEMPLATE, "> A quotation")
    assert any(told.startswith(f"{TEMPLATE}:{line}: ") for told in problems(workspace)), problems(workspace)


def test_what_the_office_withholds_is_not_printed_even_in_part(workspace):
    workspace.edit(
        "evidence/statistics.yaml", "\nunrecorded_ethnicity:\n", "\nunrecorded_ethnicity:\n  publish: false\n"
    )
    assert any("unrecorded_ethnicity" in told and "'publish: false'" in told for told in problems(workspace))
