"""A letter as one accessible HTML page (WCAG 2.2 AA), which needs nothing from anywhere else."""

from collections.abc import Iterator
from html import escape
from typing import assert_never

from letterkit.formats.page_shell import page
from letterkit.letter import (
    Answer,
    Block,
    Heading,
    Letter,
    List,
    Paragraph,
    PlainBlock,
    Role,
    SignatureBlock,
    Span,
    Spans,
    Table,
    printed_references,
)

WIDE_MAIN = '<main class="wide" tabindex="0">'
STYLE = """
:root { color-scheme: light dark; --ink: #16242f; --paper: #fff; --rule: #00656b; --line: #b3c4c8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eef0; --paper: #12191e; --rule: #5cc2c6; --line: #4a5b60; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 Arial, Helvetica, sans-serif; }
main { max-width: 42rem; margin: 0 auto; padding: 3rem 1.25rem 5rem; }
main.wide { max-width: none; overflow-x: auto; }
header.letterhead { border-bottom: 3px solid var(--rule); margin-bottom: 2rem; padding-bottom: .75rem; }
header.letterhead p { margin: 0; } .tagline { color: var(--rule); }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 2rem 0 1rem; } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; } p { margin: 0 0 1rem; } .tight { margin-bottom: 0; }
.date, .salutation { margin-top: 1.5rem; }
blockquote { border-left: 4px solid var(--rule); margin: 1rem 0; padding: .1rem 0 .1rem 1rem; }
table { border-collapse: collapse; margin: 1rem 0 1.5rem; width: 100%; }
caption { text-align: left; padding-bottom: .5rem; }
th, td { border-bottom: 1px solid var(--line); padding: .5rem .75rem .5rem 0; text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid var(--rule); } .signature { margin-top: 3rem; } .copies { margin-top: 2rem; }
@media print { main { max-width: none; padding: 0; } .annex { break-before: page; } }
"""


def write(letter: Letter, *, office: str, tagline: str, wide: bool = False) -> str:
    """Return the page; `office` and `tagline` stand where a letterhead has them. A wide table wants a wide page."""
    body = "\n".join(_blocks(letter.blocks))
    head = f'<p><strong>{escape(office)}</strong></p><p class="tagline">{escape(tagline)}</p>'
    main = f'{WIDE_MAIN if wide else "<main>"}\n<header class="letterhead">{head}</header>\n{body}\n</main>'
    return page(letter.title, STYLE, main)


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Answer):
            yield f'<section data-answers="{escape(" ".join(map(str, block.items)))}">'
            yield from _blocks(block.blocks)
            yield "</section>"
        else:
            yield _block(block)


def _block(block: PlainBlock) -> str:
    match block:
        case Paragraph(role=Role.QUOTATION):
            return f"<blockquote><p>{_inline(block.spans)}</p></blockquote>"
        case Paragraph():
            classes = f"{block.role}{' tight' if block.role in (Role.RECIPIENT, Role.REFERENCE) else ''}"
            return f'<p class="{classes}">{_inline(block.spans)}</p>'
        case Heading():
            annex = ' class="annex"' if block.begins_annex else ""
            level = 2 if block.begins_annex else block.level
            return f"<h{level}{annex}>{_inline(block.spans)}</h{level}>"
        case List():
            return _list(block)
        case Table():
            return _table(block)
        case SignatureBlock():
            return f'<p class="signature tight">{_inline(block.name)}</p>\n<p>{_inline(block.post)}</p>'
        case _:
            assert_never(block)


def _list(block: List) -> str:
    tag = "ol" if block.ordered else "ul"
    items = "".join(
        f"<li>{_inline(item.spans)}{_list(item.sublist) if item.sublist else ''}</li>" for item in block.items
    )
    return f"<{tag}>{items}</{tag}>"


def _table(block: Table) -> str:
    caption = f"<caption>{_inline(block.caption)}</caption>" if block.caption else ""
    heads = "".join(f'<th scope="col">{_inline(cell)}</th>' for cell in block.header)
    rows = "".join("<tr>" + "".join(f"<td>{_inline(cell)}</td>" for cell in row) + "</tr>" for row in block.rows)
    return f"<table>{caption}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _inline(spans: Spans) -> str:
    return "".join(_span(span) for span in spans)


def _span(span: Span) -> str:
    text = escape(span.text).replace("\n", "<br>")
    if span.origin:
        text = f'<span data-source="{escape(printed_references(span.origin.references))}">{text}</span>'
    if span.emphasis:
        text = f"<em>{text}</em>"
    return f"<strong>{text}</strong>" if span.strong else text
