"""Rendered Markdown with marks for sourced values and regions, turned into the blocks of a letter.

Only what a letter needs is markup: headings, paragraphs, lists, tables, block quotations, **strong** and
*emphasis*. A mark is opaque to Markdown, so evidence is always printed as it stands.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from letterkit.letter import (
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
from letterkit.marks import REGION_MARK, ROLE_REGIONS, SPAN_MARK, Region

CAPTION = "Table:"
MOST_LEVELS = 3

_UNUSED_RULES = ["backticks", "autolink", "link", "image", "entity", "html_inline"]
_UNUSED_BLOCKS = ["code", "fence", "hr", "reference", "html_block", "lheading"]


class MarkupProblem(ValueError):
    """The template's markup cannot become a letter; the message says why and what to do."""


def read_blocks(text: str, spans: Sequence[Span], regions: Sequence[Region]) -> tuple[Block, ...]:
    """Turn rendered text into blocks; raises MarkupProblem."""
    tokens = _markdown().parse(text)
    _refuse_lost_values(text, tokens)
    blocks = _Reader(tokens, spans, regions).letter_blocks()
    _refuse_neighbouring_tables(blocks)
    _refuse_second_title(blocks)
    return blocks


def _refuse_lost_values(text: str, tokens: Iterable[Token]) -> None:
    """Markdown drops the cells of a table row that its header has no column for."""
    kept = sum(len(SPAN_MARK.findall(token.content)) for token in tokens if token.type == "inline")
    if kept != len(SPAN_MARK.findall(text)):
        raise MarkupProblem("A table row has more cells than its header. Give the header a cell for each.")


def _refuse_second_title(blocks: Iterable[Block]) -> None:
    """One title a document, so that a screen reader's list of headings begins with it (WCAG 2.4.6)."""
    titles = [block for block in blocks if isinstance(block, Heading) and block.level == 1 and not block.begins_annex]
    if len(titles) > 1:
        raise MarkupProblem(
            f"'{text_of(titles[1].spans)[:40]}' is a second title. The subject line is the letter's only title: "
            "begin headings with '##'."
        )


def _refuse_neighbouring_tables(blocks: Iterable[Block]) -> None:
    """Word makes one table of two that nothing separates."""
    flat = [inner for block in blocks for inner in (block.blocks if isinstance(block, Answer) else (block,))]
    for block, following in pairwise(flat):
        if isinstance(block, Table) and isinstance(following, Table) and not following.caption:
            raise MarkupProblem(
                "Two tables stand one after the other, which Word joins. "
                "Give the second a caption, a line above it that begins with 'Table:'."
            )


def _markdown() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table")
    return parser.disable(_UNUSED_RULES).disable(_UNUSED_BLOCKS)


class _Reader:
    """Goes through Markdown tokens once, from left to right."""

    def __init__(self, tokens: Sequence[Token], spans: Sequence[Span], regions: Sequence[Region]) -> None:
        self.tokens = tokens
        self.spans = spans
        self.regions = regions
        self.at = 0

    def letter_blocks(self) -> tuple[Block, ...]:
        blocks: list[Block] = []
        while self.at < len(self.tokens):
            region = self._region_opening()
            if region is None:
                blocks.extend(self._block())
            elif region.name == "answer":
                blocks.append(Answer(region.arguments, self._region_blocks(region)))
            else:
                blocks.extend(_element(region, self._region_blocks(region)))
        return tuple(blocks)

    def _region_opening(self) -> Region | None:
        mark = self._region_mark()
        if mark is None:
            return None
        if mark[1]:
            raise MarkupProblem("A region ends that did not begin. Look for an {% end... %} without its beginning.")
        self.at += 3
        return self.regions[int(mark[2])]

    def _region_mark(self) -> re.Match[str] | None:
        if self.tokens[self.at].type != "paragraph_open":
            return None
        return REGION_MARK.fullmatch(self.tokens[self.at + 1].content)

    def _region_blocks(self, region: Region) -> tuple[PlainBlock, ...]:
        blocks: list[PlainBlock] = []
        while self.at < len(self.tokens):
            mark = self._region_mark()
            if mark is None:
                blocks.extend(self._block())
            elif mark[1]:
                self.at += 3
                return tuple(blocks)
            else:
                inner = self.regions[int(mark[2])]
                raise MarkupProblem(
                    f"{{% {inner.name} %}} stands inside {{% {region.name} %}}. "
                    "End the outer one before the inner begins."
                )
        raise MarkupProblem(
            f"{{% {region.name} %}} does not end at the top level. Move it out of the list or quotation."
        )

    def _block(self) -> list[PlainBlock]:
        token = self.tokens[self.at]
        readers: dict[str, Callable[[], list[PlainBlock]]] = {
            "paragraph_open": self._paragraph,
            "heading_open": self._heading,
            "bullet_list_open": lambda: [self._list()],
            "ordered_list_open": lambda: [self._list()],
            "blockquote_open": self._quotation,
            "table_open": lambda: [self._table(())],
        }
        reader = readers.get(token.type)
        if reader is None:
            raise MarkupProblem(
                f"'{token.type}' is not something a letter has. Write it as paragraphs, lists or tables."
            )
        return reader()

    def _inline(self) -> Spans:
        """Read the opening, inline and closing tokens of a one-paragraph element."""
        spans = _inline_spans(self.tokens[self.at + 1].children or [], self.spans)
        self.at += 3
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
            raise MarkupProblem("A heading has no text. Write it behind the '#', or take the line out.")
        if level > MOST_LEVELS:
            raise MarkupProblem(
                f"The heading '{text_of(spans)[:40]}' is deeper than the third level. Begin it with at most '###'."
            )
        return [Heading(level, spans)]

    def _quotation(self) -> list[PlainBlock]:
        self.at += 1
        quoted: list[PlainBlock] = []
        while self.tokens[self.at].type != "blockquote_close":
            if self.tokens[self.at].type != "paragraph_open":
                raise MarkupProblem(
                    "A quotation holds something other than paragraphs. Quote it as paragraphs that begin with '> '."
                )
            spans = self._inline()
            quoted.extend([Paragraph(spans, Role.QUOTATION)] if spans else [])
        self.at += 1
        return quoted

    def _list(self, level: int = 1) -> List:
        if level > MOST_LEVELS:
            raise MarkupProblem("A list is deeper than three levels. Say it in fewer, or as a paragraph.")
        ordered = self.tokens[self.at].type == "ordered_list_open"
        if self.tokens[self.at].attrs.get("start", 1) != 1:
            raise MarkupProblem(
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
            raise MarkupProblem(
                "A list item does not begin with text. Write its text on the line of the bullet or number."
            )
        spans = self._inline()
        if not spans:
            raise MarkupProblem("A list item has no text. Write it on the line of the bullet or number.")
        sublist = (
            self._list(level + 1) if self.tokens[self.at].type in ("bullet_list_open", "ordered_list_open") else None
        )
        if self.tokens[self.at].type != "list_item_close":
            raise MarkupProblem(
                f"The list item '{text_of(spans)[:40]}' goes on after its first paragraph. Make it one paragraph."
            )
        return ListItem(spans, sublist)

    def _table(self, caption: Spans) -> Table:
        rows: list[tuple[Spans, ...]] = []
        cells: list[Spans] = []
        while self.tokens[self.at].type != "table_close":
            token = self.tokens[self.at]
            if token.type == "inline":
                cells.append(_inline_spans(token.children or [], self.spans))
            elif token.type == "tr_close":
                rows.append(tuple(cells))
                cells = []
            self.at += 1
        self.at += 1
        return Table(caption, rows[0], tuple(rows[1:]))


def _element(region: Region, blocks: tuple[PlainBlock, ...]) -> Iterable[PlainBlock]:
    """Give the paragraphs of an element their part in the letter."""
    if region.name == "annex":
        first, *others = blocks or [None]
        if not isinstance(first, Heading) or first.level != 1:
            raise MarkupProblem("An annex has no title. Begin it with a line such as '# Annex A'.")
        return [Heading(1, first.spans, begins_annex=True), *(block for block in others if block is not None)]
    lines = [block.spans for block in blocks if isinstance(block, Paragraph)]
    if len(lines) != len(blocks):
        raise MarkupProblem(
            f"{{% {region.name} %}} holds something other than lines of text. Write one paragraph for each line."
        )
    if region.name == "subject":
        return [Heading(1, line) for line in lines]
    if region.name == "signature":
        return [_signature(region, lines)]
    return [Paragraph(line, ROLE_REGIONS[region.name]) for line in lines]


def _signature(region: Region, lines: list[Spans]) -> SignatureBlock:
    if len(lines) != len(("name", "post")):
        raise MarkupProblem("{% signature %} does not have two lines. Write the name, then the post.")
    picture, description, *others = (*region.arguments, "", "")
    if any(others):
        raise MarkupProblem("{% signature %} has too many arguments. Give it a picture's file and its description.")
    return SignatureBlock(lines[0], lines[1], picture or None, description if picture else "")


def _inline_spans(tokens: Iterable[Token], marked: Sequence[Span]) -> Spans:
    strong = emphasis = 0
    spans: list[Span] = []
    for token in tokens:
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
    return join_spans(tuple(spans))


def _text_spans(text: str, marked: Sequence[Span], **formats: Any) -> list[Span]:
    """Split text at its marks; runs of blanks in the template's own text become one."""
    spans: list[Span] = []
    for index, part in enumerate(SPAN_MARK.split(text)):
        if index % 2:
            span = marked[int(part)]
            spans.append(Span(span.text, span.origin, **formats))
        else:
            spans.append(Span(re.sub(r"[ \t]+", " ", part), None, **formats))
    return spans


def _without_prefix(spans: Spans, prefix: str) -> Spans:
    first, *others = spans
    return join_spans(
        (Span(first.text.removeprefix(prefix).lstrip(), first.origin, first.strong, first.emphasis), *others)
    )
