"""What the checks find in a letter."""

import pytest

from letterkit.checks import CHECKS
from letterkit.desk import Desk
from letterkit.findings import Severity

REPORT = "getting-a-grip-2023"


def findings(workspace):
    desk = Desk(workspace, [REPORT])
    return desk.findings(REPORT, desk.letter(REPORT))


def test_a_panel_that_was_superseded_is_told_with_its_successor(workspace):
    workspace.edit(
        "evidence/scrutiny.yaml",
        "  name: Ethics and Transparency Panel\n",
        "  name: Ethics and Transparency Panel\n  until: 2023-06-30\n  superseded_by: hate_crime_scrutiny_panel\n",
    )
    (found,) = findings(workspace)
    assert (found.check, found.severity, found.subject) == (
        "superseded", Severity.ERROR, "scrutiny.ethics_and_transparency_panel",
    )  # fmt: skip
    assert "Use 'hate_crime_scrutiny_panel', which superseded it." in found.message
    assert found.place.line == workspace.line_of("evidence/scrutiny.yaml", "ethics_and_transparency_panel:") + 1


def test_a_panel_that_was_there_on_the_day_is_not_told(workspace):
    workspace.edit(
        "evidence/scrutiny.yaml",
        "  name: Ethics and Transparency Panel\n",
        "  name: Ethics and Transparency Panel\n  since: 2023-08-24\n  until: 2023-08-24\n",
    )
    assert findings(workspace) == []


def test_a_figure_typed_into_a_template_is_told_with_its_words(workspace):
    workspace.edit(
        f"templates/letters/{REPORT}.md.j2", "They reflect a progressive,", "They reflect 43 forces and a progressive,"
    )
    (found,) = findings(workspace)
    assert (found.check, found.subject) == ("unsourced", "'43'")
    assert "They reflect 43 forces" in found.message


def test_every_check_has_a_name_of_its_own():
    assert all(check.__module__.endswith(f".{name}") for name, check in CHECKS.items())


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("They reflect forty-three forces and a progressive,", "This count is typed into the template"),
        ("They reflect 22% of forces and a progressive,", "This percentage is typed into the template"),
        ("They reflect March 2023 and a progressive,", "This month is typed into the template"),
        (
            "They reflect \N{LEFT DOUBLE QUOTATION MARK}good\N{RIGHT DOUBLE QUOTATION MARK} work and a progressive,",
            "This quotation is typed",
        ),
        ("They reflect the Equality Act 2010 and a progressive,", "This statute is typed into the template"),
        ("They reflect 12 {{ statistics.emergency_calls_target.unit }} and a progressive,", "This duration is typed"),
    ],
)
def test_what_is_typed_into_a_template_is_told_in_digits_and_in_words(workspace, typed, told):
    workspace.edit(f"templates/letters/{REPORT}.md.j2", "They reflect a progressive,", typed)
    assert any(told in found.message for found in findings(workspace))


def test_one_by_itself_is_no_figure(workspace):
    workspace.edit(f"templates/letters/{REPORT}.md.j2", "They reflect a progressive,", "They reflect one progressive,")
    assert findings(workspace) == []


def test_a_fact_that_was_good_until_an_earlier_day_is_told_with_its_line(workspace):
    workspace.edit("evidence/peel.yaml", "\ncycle_2021_22:\n", "\ncycle_2021_22:\n  valid_until: 2023-08-23\n")
    (found,) = findings(workspace)
    assert (found.check, found.severity, found.reference) == ("expired", Severity.ERROR, "peel.cycle_2021_22")
    assert found.place.line == workspace.line_of("evidence/peel.yaml", "valid_until: 2023-08-23")
    workspace.edit("evidence/peel.yaml", "valid_until: 2023-08-23", "valid_until: 2023-08-24")
    assert findings(workspace) == []


def test_a_quotation_that_is_never_closed_is_told_with_its_words(workspace):
    template = f"templates/letters/{REPORT}.md.j2"
    workspace.edit(template, "They reflect a progressive,", 'They reflect a "progressive,')
    assert [found.check for found in findings(workspace)] == ["unbalanced"]
    assert "They reflect a" in findings(workspace)[0].message
