"""What in the markup of a template cannot become a letter, and why."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

from markdown_it.token import Token

from letterkit.letter import Answer, Block, Heading, Table, text_of

NOT_TEXT = re.compile(r"[\s|\\]")


class MarkupFault(ValueError):
    """Markup that cannot become a letter; the message says why and what to do, `near` has words where it is."""

    def __init__(self, message: str, near: str = "") -> None:
        super().__init__(message)
        self.near = near


class MarkupFaults(ValueError):
    """Every `MarkupFault` in a rendered template."""

    def __init__(self, faults: Sequence[MarkupFault]) -> None:
        super().__init__(" ".join(map(str, faults)))
        self.faults = faults


def lost_cells(lines: Sequence[str], tokens: Sequence[Token]) -> Iterator[MarkupFault]:
    """Find the rows whose cells Markdown drops, since the table's header has no column for them."""
    starts = [place for place, token in enumerate(tokens) if token.type == "tr_open"]
    for start in starts:
        row = takewhile(lambda token: token.type != "tr_close", tokens[start:])
        kept = "".join(token.content for token in row if token.type == "inline")
        (number, _) = tokens[start].map or (0, 0)
        if NOT_TEXT.sub("", lines[number]) != NOT_TEXT.sub("", kept):
            message = "A table row has more cells than its header. Give the header a cell for each."
            yield MarkupFault(message, lines[number])


def second_titles(blocks: Iterable[Block]) -> Iterator[MarkupFault]:
    """One title a document, so that a screen reader's list of headings begins with it (WCAG 2.4.6)."""
    titles = [block for block in blocks if isinstance(block, Heading) and block.level == 1 and not block.begins_annex]
    for title in titles[1:]:
        text = text_of(title.spans)
        remedy = "The subject line is the letter's only title: begin headings with '##'."
        yield MarkupFault(f"'{text[:40]}' is a second title. {remedy}", text)


def neighbouring_tables(blocks: Iterable[Block]) -> Iterator[MarkupFault]:
    """Word makes one table of two that nothing separates."""
    flat = [inner for block in blocks for inner in (block.blocks if isinstance(block, Answer) else (block,))]
    for block, following in pairwise(flat):
        if isinstance(block, Table) and isinstance(following, Table) and not following.caption:
            yield MarkupFault(
                "Two tables stand one after the other, which Word joins. "
                "Give the second a caption, a line above it that begins with 'Table:'.",
                text_of(following.header[0]),
            )
