"""The checklist of a report: every item, what the office says and does about it, and whether that is an answer."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from letterkit.coverage.items import Coverage, ItemCoverage
from letterkit.coverage.section_55 import last_lawful_day
from letterkit.evidence import ITEM_KINDS, NONE, Answer, EvidencePack, Item, day, due, weekday
from letterkit.letter import Heading, Letter, Paragraph, Reference, Span, Spans, Table, text_cells

COLUMNS = ("Item", "Position", "Action, by whom and by when", "In the letter", "Evidence relied on", "Status")
TITLE = "Checklist: "

WITHHELD = "not published"


def make_checklist(coverage: Coverage, pack: EvidencePack) -> Letter:
    """Return the checklist as a document of its own, a row an item."""
    report, names = coverage.report, _names(pack)
    title = f"{TITLE}{report.title}"
    rows = tuple(_row(item, report.published, names) for item in coverage.items)
    clock = (
        f"Published on {day(report.published)}; the last lawful day to answer is "
        f"{weekday(last_lawful_day(report.published))} (Police Act 1996, s.55(5A)). "
        f"{coverage.answered} of {len(coverage.items)} items are answered."
    )
    table = Table((Span("Every item of the report and its answer"),), text_cells(COLUMNS), rows)
    return Letter(title, (Heading(1, (Span(title),)), Paragraph((Span(clock),)), table))


def is_checklist(letter: Letter) -> bool:
    """Tell whether a document is a checklist, not a letter."""
    return letter.title.startswith(TITLE) and any(isinstance(block, Table) for block in letter.blocks)


def _row(covered: ItemCoverage, published: date, names: Mapping[Reference, str]) -> tuple[Spans, ...]:
    item, answer = covered.item, covered.answer
    label = f"{ITEM_KINDS[item.kind]} {item.id.replace('_', ' ')}"
    directed = ", ".join(item.directed_to) or f"this office, {item.directed}"
    cells = text_cells(
        (
            answer.position if answer else NONE,
            "\n".join(_actions(item, answer, published)) or NONE,
            "\n".join(covered.where) or NONE,
            _lines(_name_of(reference, names) for reference in (answer.evidence if answer else ())),
            "\n".join(finding.message for finding in covered.findings) or "answered",
        )
    )
    return ((Span(label, strong=True), Span(f"\n{item.text}\nDirected to: {directed}")), *cells)


def _actions(item: Item, answer: Answer | None, published: date) -> Iterator[str]:
    """Go through what is done, each with who does it and by when, or why nothing is; then the item's own last day."""
    actions = [*answer.action_taken, *answer.action_proposed] if answer else []
    for action in actions:
        beside = "; ".join(filter(None, (action.owner, due(action))))
        yield f"{action.what} ({beside})" if beside else action.what
    if answer and answer.reason_for_none and not actions:
        yield answer.reason_for_none
    last = item.due(published)
    if last and not any(map(due, actions)):
        yield f"The item's own date: {day(last)}"


def _lines(texts: Iterable[str | None]) -> str:
    return "\n".join(dict.fromkeys(text for text in texts if text)) or NONE


def _names(pack: EvidencePack) -> dict[Reference, str]:
    """Return what each fact is called, and its kind, by reference."""
    named = (
        (reference, (getattr(fact, "name", None) or getattr(fact, "what", None)) if fact.publish else WITHHELD)
        for reference, fact in pack.facts()
    )
    return {reference: f"{name} ({reference.kind})" for reference, name in named if name}


def _name_of(reference: Reference, names: Mapping[Reference, str]) -> str:
    """Return what a reference, or the fact that it is part of, is called; quotations by their id in words."""
    part = reference
    while part:
        if part in names:
            return names[part]
        part = part.parent
    return f"{str(Reference(reference[1:])).replace('_', ' ')} ({reference.kind})"
