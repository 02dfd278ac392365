"""Small builders for coverage: answers in evidence, and what is told of them."""

from datetime import date

from hypothesis import strategies as st

from letterkit.coverage import cover
from letterkit.evidence import Action, Particulars, Response
from letterkit.evidence import Answer as AnswerInEvidence
from letterkit.letter import Heading, List, ListItem, Role, Span
from tests.builders import answer, inspection_report, letter, paragraph, recommendation

TODAY = date(2026, 11, 22)


def answered(**changes):
    known = {"position": "accepted", "action_taken": (Action(what="Panels publish their dates."),)}
    return AnswerInEvidence(**{**known, **changes})


def response(**answers):
    particulars = Particulars(date=TODAY, addressee="a", signatory="s", copies=(), basis="s55")
    return Response(letter=particulars, answers=answers)


def judge(report, given, composed):
    return cover("r", report, given, composed, places={})


def told(coverage):
    return [(finding.check, finding.severity, finding.subject) for finding in coverage.all_findings()]


def messages(coverage):
    return " ".join(finding.message for finding in coverage.all_findings())


ITEM_IDS = st.lists(st.sampled_from(["1", "7.1", "10", "T10", "4822", "22"]), min_size=1, max_size=5, unique=True)


def full(item_ids):
    report = inspection_report(
        *(recommendation(item_id, text=f"Forces should do thing {item_id}.") for item_id in item_ids)
    )
    given_answers = response(**{item_id: answered() for item_id in item_ids})
    blocks = [paragraph("Thank you.")]
    for item_id in item_ids:
        quoted = paragraph(f"Forces should do thing {item_id}.", role=Role.QUOTATION)
        done = List(ordered=False, items=(ListItem((Span(f"Panel {item_id} has taken it up."),)),))
        blocks += [Heading(2, (Span(f"On {item_id}"),)), answer(item_id, blocks=[quoted, done])]
    return report, given_answers, letter(*blocks)
