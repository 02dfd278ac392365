"""The letter: a tree of frozen blocks, the same whether just composed or read back from Word."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, assert_never

from letterkit.language import NOT_IN_XML
from letterkit.letter.references import ItemRef, Reference

MOST_LEVELS: Final = 3
"""How deep headings and lists go."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where printed text comes from: references into the evidence, the kind of value and the value itself.

    `value` is in its plain written form (`1433`, `2023-08-24`), whatever form was printed.
    """

    references: tuple[Reference, ...]
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one format; `origin` is None for the template's own prose."""

    text: str
    origin: Origin | None = None
    strong: bool = False
    emphasis: bool = False


Spans = tuple[Span, ...]


class Role(StrEnum):
    """What a paragraph is in a letter."""

    BODY = "body"
    REFERENCE = "reference"
    DATE = "date"
    DELIVERY = "delivery"
    RECIPIENT = "recipient"
    SALUTATION = "salutation"
    QUOTATION = "quotation"
    CLOSE = "close"
    COPIES = "copies"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; a line of the recipient's block is a paragraph of its own."""

    spans: Spans
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the subject line, and an annex's title, which begins a new page."""

    level: int
    spans: Spans
    begins_annex: bool = False


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list, with the list inside it if there is one."""

    spans: Spans
    sublist: "List | None" = None


@dataclass(frozen=True, slots=True)
class List:
    """A bulleted or numbered list."""

    ordered: bool
    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; `caption` stands above it and names it for screen readers."""

    caption: Spans
    header: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """The signatory's name and post, under a picture of the signature or room for one by hand.

    `picture` is a file name under `templates/signatures/`, `description` what a screen reader says of it.
    """

    name: Spans
    post: Spans
    picture: str | None = None
    description: str = ""


PlainBlock = Paragraph | Heading | List | Table | SignatureBlock


@dataclass(frozen=True, slots=True)
class Answer:
    """The blocks that answer one or more items."""

    items: tuple[ItemRef, ...]
    blocks: tuple[PlainBlock, ...]


Block = PlainBlock | Answer


@dataclass(frozen=True, slots=True)
class Letter:
    """A whole letter, from the reference to the copies and annexes."""

    title: str
    blocks: tuple[Block, ...]

    def answering(self, report_id: str, *, main: str) -> "Letter":
        """Return the letter with only the answers to one of the reports that it answers, as if named after that one.

        `main` is the report that it is named after.
        """
        wanted = None if report_id == main else report_id
        blocks: list[Block] = []
        for block in self.blocks:
            answered = block.items if isinstance(block, Answer) else ()
            items = tuple(ItemRef(None, item.id) for item in answered if item.report == wanted)
            if not isinstance(block, Answer):
                blocks.append(block)
            elif items:
                blocks.append(Answer(items, block.blocks))
            else:
                blocks.extend(block.blocks)
        return Letter(self.title, tuple(blocks))

    def plain_blocks(self) -> Iterator[PlainBlock]:
        """Go through all blocks in order, those inside answers included."""
        for block in self.blocks:
            if isinstance(block, Answer):
                yield from block.blocks
            else:
                yield block

    def spans(self) -> Iterator[Span]:
        """Go through all spans in the order in which they are read."""
        for lines in self.lines():
            yield from lines

    def lines(self) -> Iterator[Spans]:
        """Go through everything that is one paragraph in Word, table cells included."""
        for block in self.plain_blocks():
            yield from lines_of(block)


def lines_of(block: PlainBlock) -> Iterator[Spans]:
    """Go through the paragraphs of one block."""
    match block:
        case Paragraph() | Heading():
            yield block.spans
        case List():
            for item in block.items:
                yield item.spans
                if item.sublist:
                    yield from lines_of(item.sublist)
        case Table():
            if block.caption:
                yield block.caption
            for row in (block.header, *block.rows):
                yield from row
        case SignatureBlock():
            yield block.name
            yield block.post
        case _:
            assert_never(block)


def text_of(spans: Spans) -> str:
    """Return the text of a paragraph without its formats."""
    return "".join(span.text for span in spans)


def can_be_written(letter: Letter) -> bool:
    """Tell whether a letter, wherever it comes from, has only what Word files can hold and writers know."""
    text = "".join((letter.title, *(span.text for span in letter.spans())))
    return not NOT_IN_XML.search(text) and all(map(_is_block, letter.plain_blocks()))


def _is_block(block: PlainBlock) -> bool:
    match block:
        case Heading():
            return 1 <= block.level <= MOST_LEVELS
        case List():
            return _is_list(block)
        case Table():
            return bool(block.header) and all(len(row) == len(block.header) for row in block.rows)
        case SignatureBlock():
            return not any(map(NOT_IN_XML.search, (block.picture or "", block.description)))
        case _:
            return True


def _is_list(block: List, level: int = 1) -> bool:
    inner = [item.sublist for item in block.items if item.sublist]
    return level <= MOST_LEVELS and bool(block.items) and all(_is_list(one, level + 1) for one in inner)


def join_spans(spans: Iterable[Span]) -> Spans:
    """Return spans in normal form: none empty, no two neighbours that one could stand for."""
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        if not span.text:
            continue
        if (
            last
            and last.origin is None
            and span.origin is None
            and (last.strong, last.emphasis) == (span.strong, span.emphasis)
        ):
            joined[-1] = Span(last.text + span.text, None, span.strong, span.emphasis)
        else:
            joined.append(span)
    return tuple(joined)


def text_cells(texts: Iterable[str]) -> tuple[Spans, ...]:
    """Return plain texts as the cells of a row."""
    return tuple((Span(text),) for text in texts)
