"""Markdown is taken apart as CommonMark has it."""

from hypothesis import given
from hypothesis import strategies as st

from letterkit.templates.markdown.tokens import HEADING_TOKEN, PROSE_TOKEN, block_tokens, parser

PIECES = ["w1", "w2", "w3", " ", "\n", "\n\n", "# ", "## ", "#### ", "- ", "1. ", "7. ", "> ", "  ", "    ", "*", "**", "_", "|", "| - |", "\n| - | - |\n",
          "`", "```", "<b>", "&amp;", "[", "](", "\\", "---", "===", "Table: ", "![", "~~~"]  # fmt: skip


BLANKS = ["\u00a0", "\x0b", "\x0c", "\u2028", "\t", "\r", "1", ":--", "=", "+", "\ue0001\ue001", "#", "## w4", " ##"]


@given(st.lists(st.sampled_from(PIECES + BLANKS), max_size=30).map("".join))
def test_prose_and_headings_are_read_as_commonmark_reads_them(text):
    read = [told for token in block_tokens(text) for told in written_out(token)]
    assert read == [(token.type, token.tag, token.content, token.map) for token in parser().parse(text)]


def written_out(token):
    """Write prose and headings as the three tokens that CommonMark has for them."""
    names = {PROSE_TOKEN: "paragraph", HEADING_TOKEN: "heading"}
    if token.type not in names:
        return [(token.type, token.tag, token.content, token.map)]
    name = names[token.type]
    return [
        (f"{name}_open", token.tag, "", token.map),
        ("inline", "", token.content, token.map),
        (f"{name}_close", token.tag, "", None),
    ]
