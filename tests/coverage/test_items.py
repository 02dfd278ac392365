"""Is every item answered, in evidence and in the letter?"""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterkit.evidence.models.reports import Limb
from letterkit.findings import Severity
from letterkit.letter import Answer, Heading, Role, Span
from tests.builders import answer, inspection_report, items, letter, paragraph, recommendation
from tests.coverage.answers import ITEM_IDS, answered, full, judge, messages, response, told


@pytest.mark.parametrize(
    ("kind", "severity"),
    [
        ("recommendation", Severity.ERROR),
        ("cause_of_concern", Severity.ERROR),
        ("area_for_improvement", Severity.WARNING),
        ("observation", Severity.NOTE),
    ],
)
def test_an_unanswered_item_weighs_as_its_kind_does(kind, severity):
    coverage = judge(inspection_report(recommendation("7.1", kind=kind)), response(), letter())
    ((check, found, subject),) = told(coverage)
    assert (check, found) == ("in-evidence", severity)
    assert subject.endswith(" 7.1")
    assert coverage.answered == 0


def test_a_position_alone_is_no_answer():
    bare = answered(action_taken=())
    coverage = judge(inspection_report(), response(R1=bare), letter(answer("R1")))
    assert "s.55(5B) knows no third way" in messages(coverage)


def test_a_reason_for_doing_nothing_is_an_answer():
    reasoned = answered(position="not accepted", action_taken=(), reason_for_none="The law leaves this to the force.")
    region = answer("R1", blocks=[paragraph("I do not accept this: the law leaves it to the force.")])
    assert told(judge(inspection_report(), response(R1=reasoned), letter(region))) == []


@pytest.mark.parametrize(("position", "fine"), [("noted", True), ("supported", True), ("accepted", False)])
def test_an_item_not_directed_to_this_office_is_noted_or_supported(position, fine):
    report = inspection_report(recommendation(directed="not at all", directed_to=("College of Policing",)))
    region = answer("R1", blocks=[paragraph("We will share what we learn with the College.")])
    coverage = judge(report, response(R1=answered(position=position, action_taken=())), letter(region))
    assert (told(coverage) == []) is fine


def test_an_item_that_the_letter_leaves_out_is_told():
    report = inspection_report(recommendation("R1"), recommendation("R2"))
    coverage = judge(report, response(R1=answered(), R2=answered()), letter(answer("R1")))
    assert told(coverage) == [("in-letter", Severity.ERROR, "Recommendation R2")]


def test_a_region_with_nothing_but_the_quoted_item_is_no_answer():
    region = answer("R1", blocks=[paragraph("The force should act.", role=Role.QUOTATION)])
    assert "no text of your own" in messages(judge(inspection_report(), response(R1=answered()), letter(region)))


def test_several_items_may_share_an_answer_and_one_be_answered_in_several_places():
    report = inspection_report(recommendation("10"), recommendation("22"))
    given_answers = response(**{"10": answered(), "22": answered()})
    both = letter(
        Heading(2, (Span("Panels"),)),
        answer("10", "22"),
        Heading(2, (Span("More"),)),
        answer("22", blocks=[paragraph("And more is coming.")]),
    )
    coverage = judge(report, given_answers, both)
    assert told(coverage) == []
    assert [item.where for item in coverage.items] == [("Panels",), ("Panels", "More")]


def test_an_answer_to_no_item_is_told():
    coverage = judge(
        inspection_report(),
        response(R1=answered()),
        letter(answer("R1"), answer("R9", blocks=[paragraph("Nobody asked for this.")])),
    )
    assert told(coverage) == [("orphan", Severity.ERROR, "'R9'")]


def test_two_answers_with_different_positions_are_told():
    regions = [
        answer("R1", blocks=[paragraph(text)]) for text in ("I accept this and have acted.", "I do not accept this.")
    ]
    assert ("positions", Severity.ERROR, "Recommendation R1") in told(
        judge(inspection_report(), response(R1=answered()), letter(*regions))
    )


def test_an_item_may_have_several_addressees():
    report = inspection_report(
        recommendation("T10", directed_to=("All chief constables", "Police and crime commissioners"))
    )
    coverage = judge(report, response(T10=answered()), letter(answer("T10")))
    assert told(coverage) == []
    assert coverage.items[0].item.directed_to == ("All chief constables", "Police and crime commissioners")


def test_each_limb_wants_an_answer():
    item = recommendation(
        "4822", limbs=(Limb(id="4822a", text="Train officers."), Limb(id="4822b", text="Train staff."))
    )
    report = inspection_report(item)
    given_answers = response(**{"4822a": answered(), "4822b": answered()})
    first = answer("4822a", blocks=[paragraph("Officers have been trained.")])
    assert told(judge(report, given_answers, letter(first))) == [("in-letter", Severity.ERROR, "Recommendation 4822b")]
    both = letter(first, answer("4822b", blocks=[paragraph("All colleagues took the course in May.")]))
    assert told(judge(report, given_answers, both)) == []


@given(ITEM_IDS, st.data())
def test_taking_one_answer_away_gives_exactly_one_finding(item_ids, data):
    report, given_answers, composed = full(item_ids)
    assert told(judge(report, given_answers, composed)) == []
    gone = data.draw(st.sampled_from(item_ids))
    fewer = response(**{key: value for key, value in given_answers.answers.items() if key != gone})
    assert told(judge(report, fewer, composed)) == [("in-evidence", Severity.ERROR, f"Recommendation {gone}")]
    without = replace(
        composed,
        blocks=tuple(
            block for block in composed.blocks if not (isinstance(block, Answer) and items(gone)[0] in block.items)
        ),
    )
    assert told(judge(report, given_answers, without)) == [("in-letter", Severity.ERROR, f"Recommendation {gone}")]
