"""The checklist of a report: every item, what the office says and does about it, and whether that is an answer."""

from collections.abc import Iterable, Mapping
from datetime import date

from letterkit.coverage.items import Coverage, ItemCoverage
from letterkit.coverage.section_55 import last_lawful_day
from letterkit.evidence import ITEM_KINDS, NONE, Action, EvidencePack, day, due, weekday
from letterkit.letter import Heading, Letter, Paragraph, Reference, Span, Spans, Table, text_cells

COLUMNS = (
    "Item", "Kind", "Text", "Directed to", "Position", "Action", "Owner", "Due", "Where in the letter",
    "Evidence relied on", "Status",
)  # fmt: skip

WITHHELD = "not published"


def make_checklist(coverage: Coverage, pack: EvidencePack) -> Letter:
    """Return the checklist as a document of its own, a row an item."""
    report, names = coverage.report, _names(pack)
    title = f"Checklist: {report.title}"
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
    return any(isinstance(block, Table) and block.header == text_cells(COLUMNS) for block in letter.blocks)


def _row(covered: ItemCoverage, published: date, names: Mapping[Reference, str]) -> tuple[Spans, ...]:
    item, answer = covered.item, covered.answer
    actions = [*answer.action_taken, *answer.action_proposed] if answer else []
    due = item.due(published)
    dues = _dues(actions) or ([f"{day(due)} (the item's own)"] if due else [])
    return text_cells(
        (
            item.id.replace("_", " "),
            ITEM_KINDS[item.kind],
            item.text,
            ", ".join(item.directed_to) or f"this office, {item.directed}",
            answer.position if answer else NONE,
            "\n".join(action.what for action in actions) or (answer.reason_for_none if answer else None) or NONE,
            _lines(action.owner for action in actions),
            _lines(dues),
            "\n".join(covered.where) or NONE,
            _lines(_name_of(reference, names) for reference in (answer.evidence if answer else ())),
            "\n".join(finding.message for finding in covered.findings) or "answered",
        )
    )


def _dues(actions: Iterable[Action]) -> list[str]:
    return [due for due in map(due, actions) if due]


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
