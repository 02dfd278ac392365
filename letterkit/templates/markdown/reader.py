"""Rendered Markdown with marks for sourced values and regions, turned into the blocks of a letter.

Only what a letter needs is markup: headings, paragraphs, lists, tables, block quotations, **strong** and
*emphasis*. A mark is opaque to Markdown, so evidence is always printed as it stands.
"""

import re
from collections.abc import Callable, Sequence
from itertools import islice
from typing import TypeVar

from markdown_it.token import Token

from letterkit.errors import MOST_TOLD
from letterkit.letter import (
    MOST_LEVELS,
    Answer,
    Block,
    Heading,
    List,
    ListItem,
    Paragraph,
    PlainBlock,
    Role,
    SignatureBlock,
    Span,
    Spans,
    Table,
    join_spans,
    text_of,
)
from letterkit.templates.markdown.faults import (
    MarkupFault,
    MarkupFaults,
    lost_cells,
    neighbouring_tables,
    second_titles,
)
from letterkit.templates.markdown.tokens import block_tokens, inline_tokens
from letterkit.templates.markers import REGION_MARK, ROLE_REGIONS, SPAN_MARK, Region

SomeBlock = TypeVar("SomeBlock", bound=Block)

CAPTION = "Table:"
PARAGRAPH_TOKENS = 3
BLANKS = re.compile(r"[ \t]+")
LINE_END = re.compile(r"\n *")


def read_blocks(text: str, spans: Sequence[Span], regions: Sequence[Region]) -> tuple[Block, ...]:
    """Turn rendered text into blocks; raises MarkupFaults."""
    tokens = block_tokens(text)
    lines = text.split("\n")
    reader = _Reader(tokens, lines, spans, regions)
    blocks = reader.letter_blocks()
    faults = [*reader.faults, *islice(lost_cells(lines, tokens), MOST_TOLD)]
    faults = faults or [*neighbouring_tables(blocks), *second_titles(blocks)]
    if faults:
        raise MarkupFaults(faults)
    return blocks


class _Reader:
    """Goes through Markdown tokens once, from left to right; what it cannot read it notes and skips."""

    def __init__(
        self, tokens: Sequence[Token], lines: Sequence[str], spans: Sequence[Span], regions: Sequence[Region]
    ) -> None:
        self.tokens = tokens
        self.lines = lines
        self.spans = spans
        self.regions = regions
        self.faults: list[MarkupFault] = []
        self.at = 0

    def letter_blocks(self) -> tuple[Block, ...]:
        blocks: list[Block] = []
        while self.at < len(self.tokens):
            blocks.extend(self._read_or_note(self._block if self._region_mark() is None else self._region))
        return tuple(blocks)

    def _read_or_note(self, read: Callable[[], Sequence[SomeBlock]]) -> Sequence[SomeBlock]:
        """Read one block or region; if it is at fault, note that and go on after it."""
        start = self.at
        try:
            return read()
        except MarkupFault as fault:
            fault.near = fault.near or self._line()
            self.faults.append(fault)
            enough = len(self.faults) > MOST_TOLD
            self.at = len(self.tokens) if enough else max(self.at, self._end_of(start))
            return ()

    def _line(self) -> str:
        """Return the rendered line that was read last."""
        place = max(self.at, 1) - 1
        while not (begun := self.tokens[place].map):
            place -= 1
        return self.lines[begun[0]]

    def _end_of(self, start: int) -> int:
        """Return where the block that begins at a token ends."""
        depth = 0
        for place in range(start, len(self.tokens)):
            depth += self.tokens[place].nesting
            if depth <= 0:
                return place + 1
        return len(self.tokens)

    def _ends_reading(self, message: str, near: str) -> MarkupFault:
        """Word a fault after which nothing makes sense."""
        self.at = len(self.tokens)
        return MarkupFault(message, near)

    def _region(self) -> Sequence[Block]:
        mark = self._region_mark()
        assert mark
        if mark[1]:
            message = "A region ends that did not begin. Look for an {% end... %} without its beginning."
            raise self._ends_reading(message, f"{{% end{self.regions[int(mark[2])].name}")
        self.at += PARAGRAPH_TOKENS
        region = self.regions[int(mark[2])]
        blocks = self._region_blocks(region)
        return [Answer(region.items, blocks)] if region.name == "answer" else _element(region, blocks)

    def _region_mark(self) -> re.Match[str] | None:
        """Return the mark that begins or ends a region here; it stands alone in its line, and so is a paragraph."""
        if self.tokens[self.at].type != "paragraph_open":
            return None
        return REGION_MARK.fullmatch(self.tokens[self.at + 1].content)

    def _region_blocks(self, region: Region) -> tuple[PlainBlock, ...]:
        blocks: list[PlainBlock] = []
        while self.at < len(self.tokens):
            mark = self._region_mark()
            if mark is None:
                blocks.extend(self._read_or_note(self._block))
            elif mark[1]:
                self.at += PARAGRAPH_TOKENS
                return tuple(blocks)
            else:
                inner = self.regions[int(mark[2])]
                raise self._ends_reading(
                    f"{{% {inner.name} %}} stands inside {{% {region.name} %}}. "
                    "End the outer one before the inner begins.",
                    f"{{% {inner.name}",
                )
        message = f"{{% {region.name} %}} does not end at the top level. Move it out of the list or quotation."
        raise self._ends_reading(message, f"{{% {region.name}")

    def _block(self) -> list[PlainBlock]:
        token = self.tokens[self.at]
        match token.type:
            case "paragraph_open":
                return self._paragraph()
            case "heading_open":
                return self._heading()
            case "bullet_list_open" | "ordered_list_open":
                return [self._list()]
            case "blockquote_open":
                return self._quotation()
            case "table_open":
                return [self._table(())]
            case other:
                message = f"'{other}' is not something a letter has. Write it as paragraphs, lists or tables."
                raise MarkupFault(message)

    def _inline(self) -> Spans:
        """Read a paragraph or heading: an opening, an inline and a closing token."""
        spans = _inline_spans(self.tokens[self.at + 1].content, self.spans)
        self.at += PARAGRAPH_TOKENS
        return spans

    def _paragraph(self) -> list[PlainBlock]:
        spans = self._inline()
        if (
            self.at < len(self.tokens)
            and self.tokens[self.at].type == "table_open"
            and spans
            and spans[0].origin is None
            and spans[0].text.startswith(CAPTION)
        ):
            return [self._table(_without_prefix(spans, CAPTION))]
        return [Paragraph(spans)] if spans else []

    def _heading(self) -> list[PlainBlock]:
        level = int(self.tokens[self.at].tag[1])
        spans = self._inline()
        if not spans:
            raise MarkupFault("A heading has no text. Write it behind the '#', or take the line out.")
        if level > MOST_LEVELS:
            raise MarkupFault(
                f"The heading '{text_of(spans)[:40]}' is deeper than the third level. Begin it with at most '###'."
            )
        return [Heading(level, spans)]

    def _quotation(self) -> list[PlainBlock]:
        self.at += 1
        quoted: list[PlainBlock] = []
        while self.tokens[self.at].type != "blockquote_close":
            if self.tokens[self.at].type != "paragraph_open":
                raise MarkupFault(
                    "A quotation holds something other than paragraphs. Quote it as paragraphs that begin with '> '."
                )
            spans = self._inline()
            quoted.extend([Paragraph(spans, Role.QUOTATION)] if spans else [])
        self.at += 1
        return quoted

    def _list(self, level: int = 1) -> List:
        if level > MOST_LEVELS:
            raise MarkupFault("A list is deeper than three levels. Say it in fewer, or as a paragraph.")
        ordered = self.tokens[self.at].type == "ordered_list_open"
        if self.tokens[self.at].attrs.get("start", 1) != 1:
            raise MarkupFault(
                "A numbered list begins with a number other than 1. Begin it with 1, or write '2023\\.' "
                "where a sentence begins with a number."
            )
        self.at += 1
        items: list[ListItem] = []
        while self.tokens[self.at].type == "list_item_open":
            self.at += 1
            items.append(self._item(level))
            self.at += 1
        self.at += 1
        return List(ordered, tuple(items))

    def _item(self, level: int) -> ListItem:
        if self.tokens[self.at].type != "paragraph_open":
            raise MarkupFault(
                "A list item does not begin with text. Write its text on the line of the bullet or number."
            )
        spans = self._inline()
        if not spans:
            raise MarkupFault("A list item has no text. Write it on the line of the bullet or number.")
        sublist = (
            self._list(level + 1) if self.tokens[self.at].type in ("bullet_list_open", "ordered_list_open") else None
        )
        if self.tokens[self.at].type != "list_item_close":
            raise MarkupFault(
                f"The list item '{text_of(spans)[:40]}' goes on after its first paragraph. Make it one paragraph."
            )
        return ListItem(spans, sublist)

    def _table(self, caption: Spans) -> Table:
        rows: list[tuple[Spans, ...]] = []
        cells: list[Spans] = []
        while self.tokens[self.at].type != "table_close":
            token = self.tokens[self.at]
            if token.type == "inline":
                cells.append(_inline_spans(token.content, self.spans))
            elif token.type == "tr_close":
                rows.append(tuple(cells))
                cells = []
            self.at += 1
        self.at += 1
        return Table(caption, rows[0], tuple(rows[1:]))


def _element(region: Region, blocks: tuple[PlainBlock, ...]) -> Sequence[PlainBlock]:
    """Give the paragraphs of an element their part in the letter."""
    if region.name == "annex":
        first, *others = blocks or [None]
        if not isinstance(first, Heading) or first.level != 1:
            raise MarkupFault("An annex has no title. Begin it with a line such as '# Annex A'.", "{% annex")
        return [Heading(1, first.spans, begins_annex=True), *(block for block in others if block is not None)]
    lines = [block.spans for block in blocks if isinstance(block, Paragraph)]
    if len(lines) != len(blocks):
        message = f"{{% {region.name} %}} holds something other than lines of text. Write one paragraph for each line."
        raise MarkupFault(message, f"{{% {region.name}")
    if region.name == "subject":
        return [Heading(1, line) for line in lines]
    if region.name == "signature":
        return [_signature(region, lines)]
    return [Paragraph(line, ROLE_REGIONS[region.name]) for line in lines]


def _signature(region: Region, lines: list[Spans]) -> SignatureBlock:
    if len(lines) != len(("name", "post")):
        raise MarkupFault("{% signature %} does not have two lines. Write the name, then the post.", "{% signature")
    picture, description, *others = (*region.arguments, "", "")
    if any(others):
        message = "{% signature %} has too many arguments. Give it a picture's file and its description."
        raise MarkupFault(message, "{% signature")
    return SignatureBlock(lines[0], lines[1], picture or None, description if picture else "")


def _inline_spans(content: str, marked: Sequence[Span]) -> Spans:
    if not ("*" in content or "_" in content or "\\" in content or "  \n" in content):  # nothing is found faster
        return join_spans(_text_spans(LINE_END.sub(" ", content), marked))
    strong = emphasis = 0
    spans: list[Span] = []
    for token in inline_tokens(content):
        match token.type:
            case "strong_open" | "strong_close":
                strong += token.nesting
            case "em_open" | "em_close":
                emphasis += token.nesting
            case "softbreak":
                spans.append(Span(" ", None, strong > 0, emphasis > 0))
            case "hardbreak":
                spans.append(Span("\n", None, strong > 0, emphasis > 0))
            case _:
                spans.extend(_text_spans(token.content, marked, strong=strong > 0, emphasis=emphasis > 0))
    return join_spans(spans)


def _text_spans(text: str, marked: Sequence[Span], *, strong: bool = False, emphasis: bool = False) -> list[Span]:
    """Split text at its marks; runs of blanks in the template's own text become one."""
    spans: list[Span] = []
    for index, part in enumerate(SPAN_MARK.split(text)):
        if index % 2:
            span = marked[int(part)]
            spans.append(Span(span.text, span.origin, strong, emphasis) if strong or emphasis else span)
        elif part:
            several = "  " in part or "\t" in part
            spans.append(Span(BLANKS.sub(" ", part) if several else part, None, strong, emphasis))
    return spans


def _without_prefix(spans: Spans, prefix: str) -> Spans:
    first, *others = spans
    rest = Span(first.text.removeprefix(prefix).lstrip(), first.origin, first.strong, first.emphasis)
    return join_spans([rest, *others])
