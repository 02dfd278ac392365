"""A draft that came back as plain text or Markdown, read as a letter and as a manuscript.

Such a file keeps no record and shows no tracked change; its lines are told by their number.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from markdown_it import MarkdownIt
from markdown_it.token import Token

from letterkit.errors import Place, Problem, UnreadableDraft
from letterkit.letter import (
    Block,
    DraftLetter,
    DraftRecord,
    Heading,
    Letter,
    Line,
    List,
    ListItem,
    Manuscript,
    Paragraph,
    Piece,
    Span,
    Table,
)

LONG = 60
UNDERLINE = re.compile(r"={3,}|-{3,}|~{3,}")
ROW = re.compile(r"\|(?P<cells>.*)\|")
RULE = re.compile(r"[\s|:-]*")
BULLET = re.compile(r"(?:[-*•]|\(?[0-9a-z]{1,2}[.)])\s+(?=\S)")
TITLE = re.compile(r"(#{1,6})\s+")
EMPHASIS = re.compile(r"\*\*|</?(?:sup|b|i|em|strong)>")
BINARY = re.compile("[\0-\x08\x0e-\x1f]")
BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


@dataclass(frozen=True, slots=True)
class _Text:
    """One paragraph of a file: its text, its line, whether it is a heading (of which level), in a list, in a row."""

    text: str
    line: int
    level: int = 0
    listed: bool = False
    row: int | None = None


def read_plain_file(data: bytes, *, shown_as: str, suffix: str, beside: DraftRecord | None = None) -> DraftLetter:
    """Read a text or Markdown file; raises UnreadableDraft. `beside` is the record of the letter it was made from."""
    texts = list(READERS[suffix](_decoded(data, shown_as)))
    if not texts:
        raise UnreadableDraft([Problem(Place(shown_as), "The file is empty.", "Save the letter's text in it.")])
    lines = tuple(
        Line((Piece(one.text),), place=f"line {one.line}", level=one.level, listed=one.listed, row=one.row)
        for one in texts
    )
    title = next((one.text for one in texts if one.level), "")
    return DraftLetter(Letter(title, tuple(_blocks(texts))), Manuscript(lines, paged=False), beside, untouched=False)


def _decoded(data: bytes, shown_as: str) -> str:
    encoding = next((name for mark, name in BYTE_ORDER_MARKS.items() if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if BINARY.search(text):
        remedy = "Open it in the program that made it, and save it as plain text or as a Word document (.docx)."
        raise UnreadableDraft([Problem(Place(shown_as), "This is not a text file.", remedy)])
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _blocks(texts: Sequence[_Text]) -> Iterator[Block]:
    """Go through the blocks of a letter: the entries of a list in a row are one, so are the rows of a table."""
    for kind, group in groupby(texts, key=lambda one: "list" if one.listed else "" if one.row is None else "table"):
        if kind == "list":
            yield List(False, tuple(ListItem((Span(one.text),)) for one in group))
        elif kind == "table":
            rows = [tuple((Span(one.text),) for one in cells) for _, cells in groupby(group, key=lambda one: one.row)]
            yield Table((), rows[0], tuple(rows[1:]))
        else:
            yield from (
                Heading(one.level, (Span(one.text),)) if one.level else Paragraph((Span(one.text),)) for one in group
            )


def _of_text(text: str) -> Iterator[_Text]:
    """Go through the paragraphs of plain text; a long line goes on in the next, a short one ends there."""
    begun: _Text | None = None
    goes_on = False
    for number, raw in enumerate(text.split("\n"), start=1):
        line = EMPHASIS.sub("", raw.strip())
        if UNDERLINE.fullmatch(line):
            begun = _Text(begun.text, begun.line, 1 if line[0] == "=" else 2) if begun else None
            continue
        title, bullet, row = TITLE.match(line), BULLET.match(line), ROW.fullmatch(line)
        if row:
            if begun:
                yield begun
            begun = None
            if not RULE.fullmatch(line):
                yield from (_Text(cell.strip(), number, row=number) for cell in row["cells"].split("|"))
            continue
        if begun and goes_on and line and not (title or bullet):
            begun = _Text(f"{begun.text} {line}", begun.line, begun.level, begun.listed)
        else:
            if begun:
                yield begun
            plain = line[title.end() if title else bullet.end() if bullet else 0 :]
            begun = _Text(plain, number, len(title[1]) if title else 0, bullet is not None) if plain else None
        goes_on = len(raw.rstrip("\n")) >= LONG and not raw.endswith("  ") and not title
    if begun:
        yield begun


def _of_markdown(text: str) -> Iterator[_Text]:
    """Go through the paragraphs, headings, list items and table cells of Markdown."""
    level, lists, line = 0, 0, 1
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type == "heading_open":
            level = int(token.tag[1:])
        elif token.type == "heading_close":
            level = 0
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            lists += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists -= 1
        line = token.map[0] + 1 if token.map else line
        if token.type in ("inline", "fence", "code_block"):
            for plain in (EMPHASIS.sub("", part).strip() for part in _plain(token).split("\n")):
                if plain:
                    yield _Text(plain, line, level, lists > 0)


def _plain(token: Token) -> str:
    if token.children is None:
        return token.content
    breaks = {"softbreak": " ", "hardbreak": "\n"}
    return "".join(breaks.get(child.type, child.content) for child in token.children)


READERS: Mapping[str, Callable[[str], Iterator[_Text]]] = {
    ".txt": _of_text,
    ".text": _of_text,
    ".md": _of_markdown,
    ".markdown": _of_markdown,
}
"""How each kind of plain file is read, by the end of its name."""
