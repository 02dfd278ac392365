"""A letter as plain text, for e-mail and for reading in a terminal."""

import textwrap
from collections.abc import Iterator
from typing import assert_never

from letterkit.letter import Heading, Letter, List, Paragraph, PlainBlock, Role, SignatureBlock, Table, text_of

WIDTH = 96
UNDERLINES = {1: "=", 2: "-"}
TIGHT = (Role.REFERENCE, Role.RECIPIENT)


def write(letter: Letter) -> str:
    """Return the letter as text, wrapped at 96 characters."""
    blocks = list(letter.plain_blocks())
    pieces: list[str] = []
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        pieces.append("\n".join(_lines(block)))
        pieces.append("\n" if _stands_tight(block, following) else "\n\n")
    return "".join(pieces).rstrip("\n") + "\n"


def _stands_tight(block: PlainBlock, following: PlainBlock | None) -> bool:
    return (
        isinstance(block, Paragraph)
        and isinstance(following, Paragraph)
        and block.role is following.role
        and block.role in TIGHT
    )


def _lines(block: PlainBlock) -> Iterator[str]:
    match block:
        case Paragraph():
            indent = "    " if block.role is Role.QUOTATION else ""
            yield _wrapped(text_of(block.spans), indent, indent)
        case Heading():
            title = text_of(block.spans)
            yield title
            if block.level in UNDERLINES:
                yield UNDERLINES[block.level] * min(len(title), WIDTH)
        case List():
            yield from _list(block, "")
        case Table():
            yield from _table(block)
        case SignatureBlock():
            yield text_of(block.name)
            yield text_of(block.post)
        case _:
            assert_never(block)


def _list(block: List, indent: str) -> Iterator[str]:
    for number, item in enumerate(block.items, start=1):
        marker = f"{number}. " if block.ordered else "- "
        yield _wrapped(text_of(item.spans), indent + marker, indent + " " * len(marker))
        if item.sublist:
            yield from _list(item.sublist, indent + " " * len(marker))


def _table(block: Table) -> Iterator[str]:
    if block.caption:
        yield text_of(block.caption)
    for row in (block.header, *block.rows):
        yield f"| {' | '.join(text_of(cell).replace(chr(10), ' ') for cell in row)} |"


def _wrapped(text: str, first: str, others: str) -> str:
    return "\n".join(
        textwrap.fill(
            line, WIDTH, initial_indent=first, subsequent_indent=others, break_long_words=False, break_on_hyphens=False
        )
        for line in text.split("\n")
    )
