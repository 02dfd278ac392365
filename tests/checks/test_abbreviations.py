"""An abbreviation of the field is spelled out where it first stands, and field words are words (N9)."""

import pytest

from letterkit.workspace.commands.validate import validate
from letterkit.workspace.loaded import LoadedWorkspace

REPORT = "peel-legitimacy-2017"
TEMPLATE = f"templates/letters/{REPORT}.md.j2"
BEFORE = "Speaking for everyone who lives in"


def found(workspace, sentence, *, without_peel=True):
    """What is told of the abbreviations of a letter that begins with a sentence, and spells out no other."""
    if without_peel:
        workspace.edit(
            TEMPLATE,
            "It is the {{ report.series.number }} element of the {{ report.series.name }}, on\n{{ office.bodies.peel.name }}. ",
            "",
        )
    workspace.edit(TEMPLATE, BEFORE, f"{sentence} {BEFORE}")
    return [one.subject for one in validate(workspace, [REPORT]) if one.check == "abbreviations"]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The last PEEL inspection pleased me.", ["'PEEL'"]),
        ("Each AFI has an owner.", ["'AFI'"]),
        ("All AFIs have an owner.", ["'AFIs'"]),
        ("The AFIs have owners, and each AFI a date.", ["'AFIs'"]),
        ("The NPCC’s plan and PCCs agree.", ["'NPCC'", "'PCCs'"]),
        ("The VAWG team has grown.", ["'VAWG'"]),
        ("Each area for improvement (AFI) has an owner.", []),
        ("Areas for improvement (AFIs) have owners.", []),
        ("Each area for improvement has an owner, and no AFI is late.", []),
        ("AFIs (areas for improvement) have owners.", []),
        ("The PEEL (police effectiveness, efficiency and legitimacy) inspection pleased me.", []),
        ("The National Police Chiefs’ Council agrees, and the NPCC has a plan.", []),
        ("The HMICFRS report pleased me.", []),  # spelled out in the first sentence
        ("The {{ office.bodies.peel.short }} inspection pleased me.", ["'PEEL'"]),
        ("The {{ office.bodies.peel.name }} ({{ office.bodies.peel.short }}) inspection pleased me.", []),
        ("The report {{ report.title | quoted }} pleased me.", []),  # its title is its title
        ("The team uses CCTV and an IT system.", []),
    ],
)
def test_the_first_use_is_spelled_out(workspace, sentence, told):
    assert found(workspace, sentence) == told


def test_the_name_on_the_day_of_the_letter_is_proposed(workspace):
    workspace.edit(TEMPLATE, "{{ publisher.name }} ({{ publisher.short }})", "{{ publisher.short }}")
    (told,) = [one for one in validate(workspace, [REPORT]) if one.check == "abbreviations"]
    assert "Write 'Her Majesty’s Inspectorate of Constabulary and Fire & Rescue Services (HMICFRS)'" in told.message


@pytest.mark.parametrize(
    ("kind", "printed"),
    [
        ("area_for_improvement", "Area for improvement AFI1, an area for improvement, is Area for improvement AFI1"),
        ("cause_of_concern", "Cause of concern AFI1, an cause of concern, is Cause of concern AFI1"),
        ("recommendation", "Recommendation AFI1, an recommendation, is Recommendation AFI1"),
    ],
)
def test_the_kind_of_an_item_is_printed_in_words(workspace, kind, printed):
    for folder, old, new in (("reports", 'id: "2"', "id: AFI1"), ("responses", '"2":', "AFI1:")):
        workspace.edit(f"evidence/{folder}/{REPORT}.yaml", old, new)
    path = workspace.root / f"evidence/reports/{REPORT}.yaml"
    text = path.read_text(encoding="utf-8")
    start = text.index("id: AFI1")
    path.write_text(text[:start] + text[start:].replace("kind: recommendation", f"kind: {kind}", 1), encoding="utf-8")
    workspace.edit(
        TEMPLATE,
        "### Recommendation {{ item.id }}",
        "### {{ item.kind | start_large }} {{ item.id }}, an {{ item.kind }}, is {{ item.label }}",
    )
    letter = LoadedWorkspace(workspace, [REPORT]).letter(REPORT)
    assert printed in ["".join(span.text for span in line) for line in letter.lines()]
