"""The passages that letters share print all that a reader wants to know of an action, and numbers with their unit (N8)."""

import pytest

from letterkit.formats.text import write
from letterkit.workspace.commands.validate import validate
from letterkit.workspace.loaded import LoadedWorkspace

REPORT = "peel-legitimacy-2017"
TEMPLATE = f"templates/letters/{REPORT}.md.j2"


def lines_of_letter(workspace, answer):
    path = workspace.root / f"evidence/responses/{REPORT}.yaml"
    text = path.read_text(encoding="utf-8")
    kept = text[: text.index('  "2":')]
    path.write_text(f'{kept}  "2":\n    position: accepted\n{answer}', encoding="utf-8")
    said = write(LoadedWorkspace(workspace, [REPORT]).letter(REPORT))
    part = said[said.rindex("Recommendation 2") : said.index("The work goes on")]
    return [line for line in part.splitlines() if line.startswith(("Action", "- "))]


@pytest.mark.parametrize(
    ("actions", "printed"),
    [
        ("{what: A., owner: The Force}", ["Action taken by The Force:", "- A."]),
        ("{what: A., owner: The Force}, {what: B., owner: The Force}", ["Action taken by The Force:", "- A.", "- B."]),
        (
            "{what: A., owner: The Force, due: 2018-07}, {what: B., owner: My office}",
            ["Action taken:", "- A. (The Force; due July 2018)", "- B. (My office)"],
        ),
        (
            "{what: A, due: 2018-07-03}, {what: B, ongoing: true}, {what: C}",
            ["Action taken:", "- A (due 3 July 2018)", "- B (ongoing)", "- C"],
        ),
        ("{what: A., owner: The Force}, {what: B.}", ["Action taken:", "- A. (The Force)", "- B."]),
        ("{what: A., owner: The Force, due: 2018}", ["Action taken by The Force:", "- A. (due 2018)"]),
        (
            "{what: A., owner: The Force, ongoing: true}, {what: B., owner: My office, ongoing: true}",
            ["Action taken:", "- A. (The Force; ongoing)", "- B. (My office; ongoing)"],
        ),
    ],
)
@pytest.mark.parametrize("label", ["taken", "proposed"])
def test_an_action_is_printed_with_its_owner_and_when_it_is_due(workspace, label, actions, printed):
    expected = [line.replace("Action taken", f"Action {label}") for line in printed]
    assert lines_of_letter(workspace, f"    action_{label}: [{actions}]\n") == expected


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        ("{value: 6, unit: organisations}", "six organisations"),
        ("{value: 200, qualifier: about, unit: officers}", "about 200 officers"),
        ("{value: 12}", "12"),
    ],
)
def test_a_number_is_printed_with_its_unit(workspace, number, printed):
    path = workspace.root / "evidence/programmes.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("{value: 6, unit: organisations}", number), encoding="utf-8"
    )
    name = name_of_the_programme(workspace, number)
    workspace.edit(
        TEMPLATE,
        "There was much in",
        f"It helped {{{{ phrases.number(programmes.{name}.number) }}}}. There was much in",
    )
    assert f"It helped {printed}." in " ".join(write(LoadedWorkspace(workspace, [REPORT]).letter(REPORT)).split())


def name_of_the_programme(workspace, number):
    programmes = LoadedWorkspace(workspace, [REPORT]).pack.shared["programmes"].root
    value, unit = number.removeprefix("{value: ").rstrip("}").split(",")[0], "unit" in number
    return next(
        name
        for name, one in programmes.items()
        if one.number and str(one.number.value) == value and bool(one.number.unit) == unit
    )


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("It helped {{ programmes.NAME.number }} last year.", True),
        ("It helped {{ programmes.NAME.number }} {{ programmes.NAME.number.unit }} last year.", False),
        ("It helped {{ programmes.NAME.number }} community organisations last year.", False),
        ("It helped {{ phrases.number(programmes.NAME.number) }} last year.", False),
        ("The rate was {{ statistics.exit_interviews.value }} last year.", False),
        ("It was {{ statistics.exit_interviews.value }} last year.", True),
        ("It was {{ statistics.exit_interviews.value | percent }} last year.", False),
        ("It took {{ statistics.emergency_calls_target.value }} on the day.", True),
        ("It took {{ statistics.emergency_calls_target.value }} seconds on the day.", False),
    ],
)
def test_a_number_printed_without_its_unit_is_told(workspace, sentence, told):
    name = name_of_the_programme(workspace, "{value: 6, unit: organisations}")
    workspace.edit(TEMPLATE, "There was much in", f"{sentence.replace('NAME', name)} There was much in")
    assert ["without-unit"] * told == [
        one.check for one in validate(workspace, [REPORT]) if one.check == "without-unit"
    ]
