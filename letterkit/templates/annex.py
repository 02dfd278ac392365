"""The annex of a letter: each item and its answer, every entry sourced."""

from collections.abc import Iterator, Sequence

from letterkit.evidence import NONE, Answer, EvidencePack, Item, due
from letterkit.letter import Heading, Origin, Reference, Span, Spans, Table, text_cells

ANNEX_COLUMNS = ("Item", "Position", "Action", "Owner", "Due")


def annex(pack: EvidencePack, report_id: str) -> tuple[Heading, Table]:
    """Return the annex of a letter that lists each item with its answer; every entry is sourced."""
    report, response = pack.reports[report_id], pack.responses[report_id]
    rows = []
    for item in report.answerable():
        reference = Reference.of("responses", report_id, "answers", item.id)
        answer = response.answers.get(item.id)
        rows.append(tuple(_annex_cells(item, answer, reference, report_id)))
    title = Heading(1, (Span("Annex: the answer to each item"),), begins_annex=True)
    return title, Table((Span("Items of the report and their answers"),), text_cells(ANNEX_COLUMNS), tuple(rows))


def _annex_cells(item: Item, answer: Answer | None, reference: Reference, report_id: str) -> Iterator[Spans]:
    yield (_sourced(item.label, Reference.of("reports", report_id, "items", item.id, "id")),)
    if answer is None:
        yield from text_cells((NONE,) * (len(ANNEX_COLUMNS) - 1))
        return
    yield (_sourced(answer.position, reference.child("position")),)
    actions = {
        reference.child(kind, index): action
        for kind in ("action_taken", "action_proposed")
        for index, action in enumerate(getattr(answer, kind))
    }
    whats = [_sourced(action.what, where.child("what")) for where, action in actions.items()]
    if not whats and answer.reason_for_none:
        whats = [_sourced(answer.reason_for_none, reference.child("reason_for_none"))]
    yield _stacked(whats)
    yield _stacked([_sourced(action.owner, where.child("owner")) for where, action in actions.items() if action.owner])
    dues = [(where, due(action)) for where, action in actions.items()]
    yield _stacked([_sourced(due, where.child("due")) for where, due in dues if due])


def _sourced(text: str, reference: Reference) -> Span:
    return Span(text, Origin((reference,), "str", text))


def _stacked(spans: Sequence[Span]) -> Spans:
    """Put spans one below the other in a cell."""
    if not spans:
        return (Span(NONE),)
    stacked: list[Span] = [spans[0]]
    for span in spans[1:]:
        stacked += [Span("\n"), span]
    return tuple(stacked)
