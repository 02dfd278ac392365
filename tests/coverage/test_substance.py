"""Is an answer an answer?"""

import pytest

from letterkit.evidence import Action
from letterkit.letter import Role
from tests.builders import answer, inspection_report, letter, paragraph, recommendation
from tests.coverage.answers import answered, judge, messages, response, told


@pytest.mark.parametrize(
    ("said", "fine"), [("two recommendations", True), ("three recommendations", False), ("2 recommendations", True)]
)
def test_a_count_of_items_must_be_the_true_one(said, fine):
    report = inspection_report(recommendation("R1"), recommendation("R2"))
    composed = letter(
        paragraph(f"Your report makes {said}."), answer("R1"), answer("R2", blocks=[paragraph("This is done.")])
    )
    coverage = judge(report, response(R1=answered(), R2=answered()), composed)
    assert (told(coverage) == []) is fine


OBJECTIONABLE = {
    "a placeholder": ("TBC", answered(), "holds a place for the answer"),
    "an insertion mark": ("We have [insert figure] panels.", answered(), "holds a place for the answer"),
    "the item repeated": ("The force should act on this.", answered(), "only repeats the item"),
    "monitoring alone": (
        "We will continue to monitor this.",
        answered(action_taken=(), action_proposed=(Action(what="This is monitored.", owner="OPCC", ongoing=True),)),
        "To monitor is not to act",
    ),
    "no owner": (
        "A new panel will be formed.",
        answered(action_taken=(), action_proposed=(Action(what="A panel is formed.", ongoing=True),)),
        "has no owner",
    ),
    "no owner and no date": (
        "A new panel will be formed.",
        answered(action_taken=(), action_proposed=(Action(what="A panel is formed."),)),
        "has no owner and no due",
    ),
    "a position that differs": (
        "I do not accept this.",
        answered(),
        "The letter says 'not accepted', the evidence 'accepted'",
    ),
    "half a position": ("I accept this in part and have acted.", answered(), "'accepted in part'"),
}


@pytest.mark.parametrize("objection", OBJECTIONABLE)
def test_an_answer_that_is_none_is_told(objection):
    prose, given_answer, expected = OBJECTIONABLE[objection]
    report = inspection_report(recommendation(text="The force should act on this."))
    coverage = judge(report, response(R1=given_answer), letter(answer("R1", blocks=[paragraph(prose)])))
    assert expected in messages(coverage)
    (item,) = coverage.items
    assert (item.in_evidence, item.in_letter, item.in_substance) == (True, True, False)


def test_an_answer_copied_from_another_is_told_for_both():
    report = inspection_report(recommendation("R1"), recommendation("R2", text="Something else entirely."))
    same = [answer(item, blocks=[paragraph("We have put this into practice.")]) for item in ("R1", "R2")]
    coverage = judge(report, response(R1=answered(), R2=answered()), letter(*same))
    assert messages(coverage).count("word for word") == 2


def test_an_item_reworded_is_told_but_typography_is_not():
    report = inspection_report(recommendation(text="The force should ensure that it's recorded within 24 hours."))

    def quoting(text):
        region = answer("R1", blocks=[paragraph(text, role=Role.QUOTATION), paragraph("This is done.")])
        return messages(judge(report, response(R1=answered()), letter(region)))

    assert quoting("The force should ensure that it’s recorded within 24 hours.") == ""
    assert "is not the report's wording" in quoting("The force should ensure that it's recorded within 48 hours.")
