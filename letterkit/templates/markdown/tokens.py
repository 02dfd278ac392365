"""As much of CommonMark as letters need: its tokens for blocks, and for the words in one."""

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

UNUSED = (
    "backticks", "autolink", "link", "image", "entity", "html_inline",
    "code", "fence", "hr", "reference", "html_block", "lheading",
    "inline", "text_join",
)  # fmt: skip


def block_tokens(text: str) -> list[Token]:
    """Return the tokens of headings, paragraphs, lists, tables and quotations; the words in them are not read yet."""
    return _letters().parse(text)


def inline_tokens(text: str) -> list[Token]:
    """Return the tokens of the words of one block: text, strong, emphasis and line breaks."""
    tokens: list[Token] = []
    _letters().inline.parse(text, _letters(), {}, tokens)
    return tokens


@cache
def _letters() -> MarkdownIt:
    """Return markdown-it with what letters need."""
    return MarkdownIt("commonmark").enable("table").disable(UNUSED)
