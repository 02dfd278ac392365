"""What no model takes is told at its place, in the words of the field."""

import pytest

from letterkit.language import misspelt
from tests.evidence.faults import assert_told_at_its_place, problems

REPORT = "getting-a-grip-2023"


FAULTS = {
    "a misspelt key": (
        "evidence/wellbeing.yaml", "  run_by: Oscar Kilo", "  run_bi: Oscar Kilo",
        "'run_bi' is not a key that letterkit knows here. Did you mean 'run_by'?",
    ),
    "a key taken away": (
        "evidence/wellbeing.yaml", "  run_by: Oscar Kilo\n", "",
        "'run_by' is missing from oscar_kilo. Add a line 'run_by: ...'.",
    ),
    "a grade off the scale": (
        "evidence/peel.yaml", "      name: Investigating crime\n      grade: adequate",
        "      name: Investigating crime\n      grade: adequat",
        "'adequat' is not on the scale of the 2021/22 cycle. Did you mean 'adequate'?",
    ),
    "a percentage that does not follow": (
        "evidence/statistics.yaml", "  out_of: 6,466\n", "  out_of: 6,466\n  value: 23\n",
        "23% does not follow from 1,433 of 6,466, which is 22%. Correct the figure that is wrong",
    ),
    "a count with a unit": (
        "evidence/statistics.yaml", "  count: 1,433\n", "  count: 1,433 people\n",
        "count: Write a whole number such as 6 or 1,433. Found '1,433 people'.",
    ),
    "a value that is none of the choices": (
        "evidence/scrutiny.yaml", "  run_by: local authorities", "  run_by: local authority",
        "'local authority' is not one of the values of 'run_by'. Did you mean 'local authorities'?",
    ),
    "a year that is none of ours": (
        "evidence/reports/getting-a-grip-2023.yaml", "published: 2023-07-11", "published: 9999-12-31",
        "published: Write a year from 1700 to 2200. Found '9999-12-31'.",
    ),
    "a tenure that ends before it starts": (
        "evidence/office.yaml", "    since: 2022-12-14\n", "    since: 2022-12-14\n    until: 2021-08-01\n",
        "'until' (2021-08-01) is before 'since' (2022-12-14).",
    ),
    "two items with one id": (
        f"evidence/reports/{REPORT}.yaml", "  - id: calls\n", "  - id: trust\n",
        "A second item has the id 'trust'.",
    ),
    "text where a list belongs": (
        "evidence/addressees.yaml", "  posts: [Home Secretary]", "  posts: Home Secretary",
        "'posts' wants a list: lines that begin with '- '; found 'Home Secretary'.",
    ),
    "nothing where text belongs": (
        "evidence/wellbeing.yaml", "  name: Oscar Kilo", "  name:",
        "'name' wants text; found nothing.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_at_its_place_with_a_remedy(workspace, fault):
    assert_told_at_its_place(workspace, *FAULTS[fault])


def test_the_place_is_the_line_of_the_fault(workspace):
    workspace.edit("evidence/statistics.yaml", "  count: 1,433\n", "  count: many\n")
    line = workspace.line_of("evidence/statistics.yaml", "count: many")
    assert problems(workspace)[0].startswith(f"evidence/statistics.yaml:{line}:10: ")


def test_braces_in_an_id_are_told_as_they_stand(workspace):
    file = f"evidence/reports/{REPORT}.yaml"
    workspace.edit(file, "  - id: trust\n", '  - id: "{at}{what}"\n')
    workspace.edit(file, "  - id: calls\n", '  - id: "{at}{what}"\n')
    assert any("A second item has the id '{at}{what}'." in problem for problem in problems(workspace))


def test_what_was_typed_is_told_no_longer_than_people_read(workspace):
    workspace.edit("evidence/statistics.yaml", "  count: 1,433\n", f"  count: {'9' * 100_000}\n")
    workspace.edit("evidence/wellbeing.yaml", "  run_by: Oscar Kilo\n", f"  run_by: {'a' * 100_000}\n")
    found = problems(workspace)
    assert all(len(problem) < 400 for problem in found)
    assert any("'run_by' wants text of at most 20,000 characters" in problem for problem in found)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("acepted", "Did you mean 'accepted'?"),
        ("Not acepted", "Did you mean 'not accepted'?"),
        ("rejected", "Choose one of: accepted, not accepted, noted."),
        ("unaccepted", "Choose one of: accepted, not accepted, noted."),
        ("no", "Choose one of: accepted, not accepted, noted."),
    ],
)
def test_a_fixed_value_is_proposed_only_where_it_was_misspelt(typed, told):
    """N11: what is alike may say the opposite."""
    assert misspelt(typed, ["accepted", "not accepted", "noted"]) == told
