"""What holds a place for words that are still to be written, and marks of programs that Word does not understand."""

import re
from collections.abc import Iterator

INSTRUCTION = (
    r"(?:please )?(?:insert|enter|add|give|state|type|fill in|complete|confirm|check|update|delete|replace|amend|choose"
    r"|select|name|date|title|address|figure|number|amount|text|wording|signature|tbc|tbd|tba|xx+|todo|to follow"
    r"|ref(?:erence)?|force to|to be)\b"
)
IN_BRACKETS = r"\[(?!sic\]|\.\.\.\]|\N{HORIZONTAL ELLIPSIS}\]|\d+\])[^\[\]\n]{1,120}\](?!\()"
PLACE_HOLDER = re.compile(
    rf"{IN_BRACKETS}"
    r"|\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}[^\n]{1,80}?\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
    r"|<<[^\n]{1,80}?>>|\{\{[^\n]{0,80}?\}\}|\{%[^\n]{0,80}?%\}|\$\{[^\n]{1,80}?\}"
    rf"|<(?i:{INSTRUCTION})[^<>\n]{{0,80}}>"
    r"|\b(?:TB[CDA]|tb[cda]|T\.B\.[CDA]\.|TODO|FIXME)(?!\w)|(?<!\w)X{2,}(?!\w)|(?<!\w)x{3,}(?!\w)|_{3,}|\.{5,}|\?{2,}"
    r"|(?i:\blorem ipsum\b|\b(?:click|tap)(?: or (?:click|tap))? (?:here )?to (?:enter|add|insert|type)\b"
    r"[^.\n]{0,40}"
    r"|\bchoose an item\b|\b(?:insert|enter|type) (?:text|name|date|figure|response)s? here\b)"
)
"""Words in brackets, merge fields, marks such as TBC and XX, what Word and forms show in empty controls."""
MARKUP = re.compile(
    r"!?\[[^\[\]\n]{1,200}\]\([^()\s]{1,400}\)|~~[^~\n]{1,200}~~|\*\*[^*\n]{1,200}\*\*|`[^`\n]{1,200}`"
    r"|^#{1,6} (?=\S)|^```.*"
    r"|</?(?:br|p|b|i|u|em|strong|span|div|sup|sub|ul|ol|li|a|h[1-6]|table|tr|td|img|hr)\b[^<>\n]{0,200}/?>"
    r"|\\(?:newpage|pagebreak|newline|begin|end|textbf|textit|emph|footnote|item|clearpage)\b(?:\{[^{}\n]{0,80}\})?"
    r"|&(?:nbsp|amp|lt|gt|quot|ndash|mdash|pound|rsquo|lsquo|#\d{1,5});",
    re.MULTILINE,
)
"""Markdown, HTML and LaTeX, which Word prints as they are typed."""


def find_place_holders(text: str) -> Iterator[re.Match[str]]:
    """Go through what holds a place in a text for words that are still to be written."""
    return PLACE_HOLDER.finditer(text)


def find_foreign_markup(text: str) -> Iterator[re.Match[str]]:
    """Go through the marks of other programs in a text."""
    return MARKUP.finditer(text)
