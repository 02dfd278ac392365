"""A letter as one accessible HTML page (WCAG 2.2 AA), which needs nothing from anywhere else."""

from typing import assert_never

from letterkit.formats.page_shell import render
from letterkit.letter import Answer, Block, Heading, Letter, List, Paragraph, Role, SignatureBlock, Table


def write(letter: Letter, *, office: str, tagline: str, wide: bool = False) -> str:
    """Return the page; `office` and `tagline` stand where a letterhead has them. A wide table wants a wide page."""
    return render(
        "formats/html/letter.html.j2", letter=letter, office=office, tagline=tagline, wide=wide, kind_of=kind_of
    )


def kind_of(block: Block) -> str:
    """Return the name of the macro in `blocks.html.j2` that writes a block; an answer is a section of the letter."""
    match block:
        case Answer():
            return "answer"
        case Paragraph(role=Role.QUOTATION):
            return "quotation"
        case Paragraph():
            return "paragraph"
        case Heading():
            return "heading"
        case List():
            return "list"
        case Table():
            return "table"
        case SignatureBlock():
            return "signature"
        case _:
            assert_never(block)
