"""What the office has undertaken to do, by whom and by when."""

from datetime import date

import pytest

from letterkit.coverage import State, find_commitments
from letterkit.evidence import load_evidence
from letterkit.workspace.commands.commitments import commitments_of
from tests.builders import letter, paragraph
from tests.other_offices import greater_manchester, of_office, warwickshire

REPORT = "race-and-policing-2023"
RESPONSE = f"evidence/responses/{REPORT}.yaml"
PROPOSED = "      - what: The share of victims whose ethnicity is recorded is monitored.\n"


def listed(workspace, today="2023-11-01"):
    return commitments_of(workspace, [REPORT], today=date.fromisoformat(today))


def test_an_action_proposed_is_listed_with_owner_and_place(workspace):
    found = next(one for one in listed(workspace) if one.what.startswith("The share of victims"))
    assert (found.item, found.who, found.state) == (
        "ethnicity_in_crime_data",
        "Police and Crime Commissioner",
        State.OPEN,
    )
    assert found.place.line == workspace.line_of(RESPONSE, "The share of victims whose ethnicity")


def test_an_action_past_its_day_comes_first_and_one_done_last(workspace):
    workspace.edit(RESPONSE, PROPOSED, PROPOSED + "        due: 2023-10-31\n")
    found = listed(workspace)
    assert (found[0].what, found[0].state, found[0].when) == (
        "The share of victims whose ethnicity is recorded is monitored.", State.OVERDUE, "31 October 2023",
    )  # fmt: skip
    assert listed(workspace, "2023-10-31")[0].state is State.OPEN
    workspace.edit(RESPONSE, "        due: 2023-10-31\n", "        due: 2023-10-31\n        done: 2023-10-20\n")
    assert listed(workspace)[-1].state is State.DONE


def test_what_the_letter_quotes_is_no_commitment(workspace):
    told = [one.what for one in listed(workspace) if one.reference is None]
    assert not any("I will work with the Chief Constable" in what for what in told)


@pytest.fixture(scope="module")
def pack(leicestershire):
    return load_evidence(leicestershire.root, [REPORT])


def who_will(pack, sentence):
    found = find_commitments(pack, REPORT, letter(paragraph(sentence)), date(2023, 11, 1))
    return [one.who for one in found if one.reference is None]


@pytest.mark.parametrize(
    ("office", "sentence", "who"),
    [
        (greater_manchester(), "The Deputy Mayor will chair it.", "The Deputy Mayor"),
        (greater_manchester(), "GMCA will pay for it.", "GMCA"),
        (greater_manchester(), "By March, GMP also will report.", "GMP"),
        (greater_manchester(), "My office shall see to it.", "My office"),
        (warwickshire(), "The Commissioner will chair it.", "The Commissioner"),
        (warwickshire(), "In May the OPCC will pay for it.", "the OPCC"),
        (warwickshire(), "The Force shall report.", "The Force"),
    ],
)
def test_an_office_is_known_by_the_names_in_its_evidence(pack, office, sentence, who):
    assert who_will(of_office(pack, office), sentence) == [who]


@pytest.mark.parametrize(
    ("office", "sentence"),
    [
        (greater_manchester(), "The Commissioner will chair it."),
        (greater_manchester(), "The OPCC will pay for it."),
        (warwickshire(), "The Information Commissioner will chair it."),
        (warwickshire(), "The Home Office will pay for it."),
    ],
)
def test_what_others_will_do_is_no_commitment_of_an_office(pack, office, sentence):
    assert who_will(of_office(pack, office), sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "I will not repeat it.",
        "You will know, and I will be glad to hear, how it went.",
        "We will all benefit.",
        "Analysts who scrutinise the Force will find it rich.",
        "I shall be grateful for a reply.",
        "Will you say what we will do?",
    ],
)
def test_what_is_said_with_will_and_undertakes_nothing_is_no_commitment(pack, sentence):
    """F15."""
    assert not who_will(pack, sentence)


def test_what_evidence_undertakes_is_not_told_again_from_the_letter(workspace):
    """F15: the letter's sentence on the data that are published, and the action in evidence, are one undertaking."""
    told = [one.what for one in listed(workspace)]
    assert sum("ublished" in what and "monitor" in what for what in told) == 1


def test_an_undertaking_is_told_whole_whatever_its_abbreviations(pack):
    sentence = "We will report on Recommendation No. 5, e.g. on 4.5% of cases, by May 2024."
    found = find_commitments(pack, REPORT, letter(paragraph(f"It is so. {sentence} That is all.")), date(2023, 11, 1))
    assert [(one.what, one.when) for one in found if one.reference is None] == [(sentence, "May 2024")]
