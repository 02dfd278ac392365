"""What the checks find in a letter."""

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
