"""As much of CommonMark as letters need: its tokens for blocks, and for the words in one, as markdown-it has them.

Most of a letter is prose and headings; for these two, which are simple, there are patterns. Everything else is read by
markdown-it, and whatever these patterns match it would read the same.
"""

import re
from collections.abc import Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

UNUSED = (
    "backticks", "autolink", "link", "image", "entity", "html_inline",
    "code", "fence", "hr", "reference", "html_block", "lheading",
    "inline", "text_join",
)  # fmt: skip
PROSE_TOKEN, HEADING_TOKEN = "prose", "heading"
NEW_LINE = re.compile(r"\r\n?")
EMPTY_LINES = re.compile(r"(?:[ \t]*\n)*")
AFTER = r"(?=\n|\Z)"
AFTER_EMPTY = r"(?=\n[ \t]*(?:\n|\Z)|\Z)"
PROSE_START = r"[^\s\d#>|:+*-]"
PROSE_LINE = rf"{PROSE_START}[^\n]*+"
PROSE = re.compile(rf"{PROSE_LINE}(?:\n{PROSE_LINE})*+(?<!\s){AFTER_EMPTY}")
"""Lines up to an empty one, of which none begins with a sign of Markdown's blocks, a digit or a blank."""
HEADING = re.compile(rf"(#{{1,6}}) ([^\s#|][^\n#|]*+)(?<!\s){AFTER}")
OTHERS_END = re.compile(rf"\n[ \t]*\n(?={PROSE_START}|#)")
"""An empty line before prose or a heading ends every list, table and quotation."""


def block_tokens(text: str) -> list[Token]:
    """Return the tokens of headings, paragraphs, lists, tables and quotations; the words in them are not read yet.

    A paragraph or heading that is read by its pattern is one token, instead of three.
    """
    return list(_blocks(NEW_LINE.sub("\n", text) if "\r" in text else text))


def _blocks(text: str) -> Iterator[Token]:
    at = line = 0
    while at < len(text):
        start = at
        if prose := PROSE.match(text, at):
            at = prose.end()
            yield Token(PROSE_TOKEN, "p", 0, content=prose[0], map=[line, line + prose[0].count("\n") + 1])
        elif heading := HEADING.match(text, at):
            at = heading.end()
            yield Token(HEADING_TOKEN, f"h{len(heading[1])}", 0, content=heading[2], map=[line, line + 1])
        else:
            others = OTHERS_END.search(text, at)
            at = others.end() if others else len(text)
            yield from _others(text[start:at], line)
        if empty := EMPTY_LINES.match(text, at):
            at = empty.end()
        line += text.count("\n", start, at)


def _others(text: str, line: int) -> Iterator[Token]:
    """Go through the tokens of markdown-it for a text that begins in a line."""
    for token in _letters().parse(text):
        if token.map:
            token.map = [line + number for number in token.map]
        yield token


def inline_tokens(text: str) -> list[Token]:
    """Return the tokens of the words of one block: text, strong, emphasis and line breaks."""
    tokens: list[Token] = []
    _letters().inline.parse(text, _letters(), {}, tokens)
    return tokens


def parser() -> MarkdownIt:
    """Return markdown-it with what letters need."""
    return MarkdownIt("commonmark").enable("table").disable(UNUSED)


_letters = cache(parser)
