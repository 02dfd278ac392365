"""That nothing will be done is no answer that accepts an item (N7)."""

import pytest

from letterkit.coverage.refusals import refusal_in
from letterkit.findings import Severity
from letterkit.workspace.commands.coverage import coverage
from tests.reviews import TODAY

ITEM = "By July the force should make sure that each officer has had training on unconscious bias."
DONE = "Guidance has been written for every officer."
ACCEPTED = "We accept this recommendation."

REFUSALS = [
    "Nothing will be done.",
    "No action will be taken.",
    "No action is proposed.",
    "We accept the recommendation but no action will be taken.",
    "The Force will not implement this recommendation.",
    "We do not intend to take any action.",
    "I have decided not to act.",
    "No change will be made to the vetting process.",
    "There will be no change.",
    "The Force has no plans to change its procedures.",
    "There are no plans to do so.",
    "We will not be taking this forward.",
    "We are not proposing to do anything.",
    "The force does not propose to act on this.",
    "No steps are planned.",
    "Nothing will change.",
    "The recommendation will not be implemented.",
    "It will not be taken forward by the Force.",
    "We won’t be doing this.",
    "No further action will be taken.",
    "We take no action.",
    "Nothing is planned.",
    "The Chief Constable has declined to adopt the recommendation.",
    "I do not propose to take any steps in response.",
    "The Force is unable to do anything about this.",
    "We have chosen not to pursue this.",
    "No work is under way or planned.",
    "There is no intention to review the policy.",
    "None is proposed.",
    "We propose to do nothing.",
    "The Force intends to do nothing about it.",
    "We shall leave matters as they are.",
    "It does not intend to change its approach.",
    "We will do nothing.",
    "The force is not going to do this.",
    "We will take no steps.",
    "We see no need to act.",
    "No action is considered necessary.",
    "The Force has considered this and will take no action.",
    "It is not proposed to take any action.",
    "We have concluded that no action is needed.",
    "This will not be progressed.",
    "Leicestershire Police will not be introducing this.",
    "Action will not be taken.",
    "We are content to leave things as they are.",
    "We have no proposals to make.",
    "We accept this but cannot act on it.",
    "I accept it, although nothing will be done at present.",
    "No action.",
    "There is nothing to be done.",
    "There is nothing we can do.",
    "Our practice will stay as it is.",
    "The procedure will remain unchanged.",
    "I accept the recommendation, but the Force does not plan to implement it.",
    "It has been decided that nothing should be done.",
    "Neither the Force nor my office will act on this.",
    "Nothing is going to be done about this.",
    "We don't propose any action.",
    "I am not minded to take any action.",
    "No steps will be taken by the Force this year.",
    "The Chief Constable does not consider that any action is needed.",
    "It will be left as it is.",
]

OTHERS = [
    "No action was needed because the work was already complete.",
    "The guidance has been rewritten, and no officer will be deployed without training.",
    "No force will be left to act alone.",
    "Nothing matters more to me than the trust of the public.",
    "No decision has been taken yet on the new system, but the tender is out.",
    "The Force will not wait for the national guidance; it has begun.",
    "We will not rest until every record is complete.",
    "Officers are not to make arrests without a second check.",
    "Managers do not make decisions alone.",
    "There is no change in the number of complaints.",
    "Training has been given so that no call will be lost.",
    "No changes to the policy were needed beyond those made in March.",
    "It will not be possible to finish before June, but half of the posts are filled.",
    "The Force does not act as an insurer.",
    "Nothing in the report surprised me; the plan of 2023 covers each point.",
    "We have taken steps so that nothing is done twice.",
    "No complaints have been made since the procedure changed.",
    "The Commissioner will not accept anything less than full compliance by March.",
    "There are no outstanding actions; the last was closed in May.",
    "Work has begun, and no change to the budget is needed.",
    "No one has been refused training.",
    "No additional funding is required, since the team exists.",
    "The Force can do more, and will: a team is being formed.",
    "The panel found no action plan, so one has been written.",
    "Where no action is taken on a referral, a supervisor now reviews it.",
    "Cases in which no further action is taken are reviewed each month.",
    "Victims are told when nothing more can be done.",
    "Officers who do not follow the guidance are reported.",
    "No action plan was in place, so one has been written.",
    "Nothing in this answer changes the duty of each officer to report.",
    "The unit does nothing else.",
    "There is no reason for complacency, and a plan is being made.",
    "We have no intention of stopping there: every team will be trained.",
    "The Force has no need of new powers to do this and has begun.",
    "The team will not take any case to court without a review.",
    "Supervisors check that no action is taken on old addresses.",
    "Officers do not take action on such reports until a supervisor has agreed.",
    "The new form does not make any changes to the law.",
    "The Force will do nothing that weakens this.",
    "We will not make changes that put victims at risk.",
    "No further work was needed after the audit of March, which found every record complete.",
    "The IT system cannot do this, so a new one is being bought.",
    "The old procedure did not do this; the new one does.",
    "Not every force can do this, but ours has begun.",
    "If no action is taken within a week, a reminder is sent.",
    "Nobody will be left waiting: nothing is closed before the victim is called.",
    "The board did not adopt the first plan; it has adopted the second.",
    "I have asked that no changes be made to the rota before the review ends.",
    "No work is under way on the old system, which will be replaced in June.",
]


def refusal(*lines, in_part=False):
    return refusal_in(lines, ITEM, in_part=in_part)


@pytest.mark.parametrize("said", REFUSALS)
def test_an_answer_that_says_nothing_will_be_done(said):
    assert refusal(said) == said
    assert refusal(ACCEPTED, said) == said
    assert refusal(f"{ACCEPTED} {said}") == said


@pytest.mark.parametrize("said", OTHERS)
def test_a_sentence_of_something_else_beside_what_was_done(said):
    assert refusal(DONE, said) is None


def test_who_accepts_in_part_may_refuse_the_rest():
    assert refusal(DONE, "The second part will not be implemented.", in_part=True) is None
    assert refusal(DONE, "The second part will not be implemented.") is not None
    assert refusal("Nothing will be done.", in_part=True) is not None


@pytest.mark.parametrize(
    ("position", "told"),
    [("accepted", True), ("accepted in part", True), ("not accepted", False), ("noted", False), ("supported", False)],
)
def test_a_refusal_beside_its_position(workspace, position, told):
    path = workspace.root / "evidence/responses/peel-legitimacy-2017.yaml"
    text = path.read_text(encoding="utf-8")
    answer = f'  "2":\n    position: {position}\n    reason_for_none: Nothing will be done in answer to this recommendation.\n'
    path.write_text(text[: text.index('  "2":')] + answer, encoding="utf-8")
    workspace.edit("templates/letters/peel-legitimacy-2017.md.j2", '{% if item.id == "2" %}', "{% if false %}")
    (standing,) = coverage(workspace, ["peel-legitimacy-2017"], today=TODAY)
    found = [one for one in standing.coverage.all_findings() if "nothing will be done" in one.message]
    assert [one.severity for one in found] == [Severity.ERROR] * told
    if told:
        assert f"the position is '{position}'" in found[0].message
