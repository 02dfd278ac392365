"""What the office has undertaken to do, by whom and by when."""

from datetime import date

from letterkit.coverage import State
from letterkit.workspace.commands.commitments import commitments_of

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


def test_what_the_letter_says_in_its_own_words_is_listed_and_what_it_quotes_is_not(workspace):
    told = [one.what for one in listed(workspace) if one.reference is None]
    assert any(what.startswith("We will continue to monitor the data") for what in told)
    assert not any("I will work with the Chief Constable" in what for what in told)
