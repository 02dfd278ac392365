"""As much of CommonMark as letters need, by markdown-it: its tokens for blocks, and for the words in one."""

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

UNUSED = (
    "backticks", "autolink", "link", "image", "entity", "html_inline",
    "code", "fence", "hr", "reference", "html_block", "lheading",
    "inline", "text_join",
)  # fmt: skip
PROSE_LINE = r"[^\s\d#>|:+*-][^\n]*+"
PROSE = re.compile(rf"{PROSE_LINE}(?:\n{PROSE_LINE})*+(?<!\s)(?=\n[ \t]*(?:\n|\Z)|\Z)")
"""Lines up to an empty one, of which none begins with a sign of Markdown's blocks, a digit or a blank."""


def block_tokens(text: str) -> list[Token]:
    """Return the tokens of headings, paragraphs, lists, tables and quotations; the words in them are not read yet."""
    return _letters().parse(text)


def inline_tokens(text: str) -> list[Token]:
    """Return the tokens of the words of one block: text, strong, emphasis and line breaks."""
    tokens: list[Token] = []
    _letters().inline.parse(text, _letters(), {}, tokens)
    return tokens


def parser() -> MarkdownIt:
    """Return markdown-it with what letters need, and a rule of our own for prose."""
    made = MarkdownIt("commonmark").enable("table").disable(UNUSED)
    made.block.ruler.before("table", "prose", _read_prose)
    return made


_letters = cache(parser)


def _read_prose(state: StateBlock, line: int, _last_line: int, _silent: bool) -> bool:  # noqa: FBT001 - as it is called
    """Read a paragraph that is prose and nothing else at once, where markdown-it tries each rule on each line."""
    prose = PROSE.match(state.src, state.bMarks[line]) if not state.level and not state.tShift[line] else None
    if prose is None:
        return False
    state.line = line + prose[0].count("\n") + 1
    state.push("paragraph_open", "p", 1).map = [line, state.line]
    words = state.push("inline", "", 0)
    words.content, words.map, words.children = prose[0], [line, state.line], []
    state.push("paragraph_close", "p", -1)
    return True
