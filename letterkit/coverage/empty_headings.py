"""Does something stand under each heading of a letter, and an answer under each that asks for one?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from letterkit.coverage.empty_answers import nothing_said
from letterkit.coverage.items import SEVERITIES
from letterkit.evidence import EvidencePack, Item
from letterkit.findings import Severity
from letterkit.letter import (
    Answer,
    Heading,
    ItemRef,
    Letter,
    Paragraph,
    PlainBlock,
    Role,
    SignatureBlock,
    lines_of,
    text_of,
)

ENDS = (Role.CLOSE, Role.COPIES)


@dataclass(slots=True)
class _Section:
    """A heading with what stands under it, deeper headings and all, and the items that are answered there."""

    heading: Heading
    blocks: list[PlainBlock] = field(default_factory=list)
    items: list[ItemRef] = field(default_factory=list)
    has_parts: bool = False

    def lines(self) -> list[str]:
        """Return what the office itself says in it."""
        own = (one for one in self.blocks if not (isinstance(one, Paragraph) and one.role is Role.QUOTATION))
        return [text for block in own for line in lines_of(block) if (text := text_of(line).strip())]


def find_empty_headings(letter: Letter, pack: EvidencePack, report_id: str) -> Iterator[tuple[str, Severity, str]]:
    """Go through the headings with nothing under them, or no answer: their text, how grave that is and what to do.

    `report_id` is the report that the letter is named after.
    """
    for section in _sections(letter):
        said, lines = text_of(section.heading.spans), section.lines()
        if section.items:
            items = [_item(pack, report_id, reference) for reference in section.items]
            texts = " ".join(item.text for item in items if item)
            ours = any(item is None or item.directed != "not at all" for item in items)
            if not lines or (ours and nothing_said(lines, texts)):
                severity = max((SEVERITIES[item.kind] for item in items if item), default=Severity.WARNING)
                yield said, severity, "There is no answer under this heading. Write it, or add it in the response."
        elif section.has_parts:
            continue
        elif not section.blocks:
            yield (
                said,
                Severity.WARNING,
                "There is nothing under this heading. Write what belongs there, or take it out.",
            )
        elif lines and lines[-1].endswith(":") and len(lines) == 1 and len(section.blocks) == 1:
            yield (
                said,
                Severity.WARNING,
                f"There is nothing after '{lines[0]}'. Write what belongs there, or take it out.",
            )


def _item(pack: EvidencePack, report_id: str, reference: ItemRef) -> Item | None:
    report = pack.reports[reference.report or report_id]
    return next((item for item in report.answerable() if item.id == reference.id), None)


def _sections(letter: Letter) -> Sequence[_Section]:
    """Return the sections under the headings of a letter; what stands under a deeper one stands under both."""
    found: list[_Section] = []
    open_now: list[_Section] = []
    for block in letter.blocks:
        inner, items = (block.blocks, block.items) if isinstance(block, Answer) else ((block,), ())
        for one in inner:
            if isinstance(one, Heading):
                open_now = [section for section in open_now if section.heading.level < one.level]
                for section in open_now:
                    section.has_parts = True
                open_now.append(_Section(one))
                found.append(open_now[-1])
            elif isinstance(one, SignatureBlock) or (isinstance(one, Paragraph) and one.role in ENDS):
                open_now = []
            else:
                for section in open_now:
                    section.blocks.append(one)
        if open_now and items:
            open_now[-1].items.extend(items)
    return found
