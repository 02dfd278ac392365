"""The lines and tables of a Word file gathered into the blocks of a letter, by their styles."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from letterkit.formats.word.styles import (
    AFTER_TABLE_STYLE,
    ANNEX_STYLE,
    CAPTION_STYLE,
    HEADING_STYLES,
    PARAGRAPH_STYLES,
    PICTURED_SIGNATURE_STYLE,
    POST_STYLE,
    SIGNATURE_IMAGE_STYLE,
    SIGNATURE_STYLE,
)
from letterkit.letter import Heading, List, ListItem, Paragraph, PlainBlock, Role, SignatureBlock, Spans, Table

ROLES = {style: role for role, style in PARAGRAPH_STYLES.items()} | {AFTER_TABLE_STYLE: Role.BODY}

SIGNATURE_STYLES = (SIGNATURE_IMAGE_STYLE, SIGNATURE_STYLE, PICTURED_SIGNATURE_STYLE)

HEADING_LEVELS = {style: level for level, style in HEADING_STYLES.items()} | {ANNEX_STYLE: 1}


@dataclass(slots=True)
class StyledLine:
    """One paragraph of Word: its style's name, spans, place in a list, and picture if it holds one."""

    style: str
    spans: Spans
    list_id: str | None = None
    level: int = 0
    ordered: bool = False
    picture: tuple[str, str] | None = None


@dataclass(slots=True)
class Grid:
    """One table of Word: the spans of each cell, row by row."""

    rows: list[tuple[Spans, ...]]


def gather(parts: Sequence[StyledLine | Grid]) -> Iterator[PlainBlock]:
    """Go through the blocks that lines and tables in a row stand for."""
    at = 0
    while at < len(parts):
        part, following = parts[at], parts[at + 1] if at + 1 < len(parts) else None
        if isinstance(part, Grid):
            yield Table((), part.rows[0], tuple(part.rows[1:]))
            at += 1
        elif part.style == CAPTION_STYLE and isinstance(following, Grid):
            yield Table(part.spans, following.rows[0], tuple(following.rows[1:]))
            at += 2
        elif part.list_id:
            found, at = _list(parts, at)
            yield found
        elif part.style in SIGNATURE_STYLES:
            signature, at = _signature(parts, at)
            yield signature
        else:
            yield _text_block(part)
            at += 1


def _list(parts: Sequence[StyledLine | Grid], at: int) -> tuple[List, int]:
    """Read the list that begins at a line, with the lists inside it; return it and where it ends."""
    first = parts[at]
    assert isinstance(first, StyledLine)
    items: list[ListItem] = []
    while at < len(parts):
        part = parts[at]
        if not isinstance(part, StyledLine) or not part.list_id or part.level < first.level:
            break
        if part.level > first.level:
            sublist, at = _list(parts, at)
            items[-1] = ListItem(items[-1].spans, sublist)
        elif part.list_id == first.list_id:
            items.append(ListItem(part.spans))
            at += 1
        else:
            break
    return List(first.ordered, tuple(items)), at


def _text_block(line: StyledLine) -> PlainBlock:
    if line.style in HEADING_LEVELS:
        return Heading(HEADING_LEVELS[line.style], line.spans, begins_annex=line.style == ANNEX_STYLE)
    return Paragraph(line.spans, ROLES.get(line.style, Role.BODY))


def _signature(parts: Sequence[StyledLine | Grid], at: int) -> tuple[SignatureBlock, int]:
    picture: tuple[str, str] | None = None
    lines: dict[str, Spans] = {}
    for style in (*SIGNATURE_STYLES, POST_STYLE):
        part = parts[at] if at < len(parts) else None
        if isinstance(part, StyledLine) and part.style == style:
            picture = part.picture or picture
            lines[style] = part.spans
            at += 1
    name = lines.get(SIGNATURE_STYLE) or lines.get(PICTURED_SIGNATURE_STYLE, ())
    post = lines.get(POST_STYLE, ())
    return SignatureBlock(name, post, *(picture or ())), at
