"""The styles that do not differ between letterheads except in colour.

All vertical space in a letter comes from styles; a letter never needs a blank paragraph. Names are Word's own where
Word has the style built in, so that Word recognises them in any language.
"""

from letterkit.formats.word.letterhead_maker.markup import Element, element, value
from letterkit.formats.word.letterhead_maker.palette import Palette
from letterkit.formats.word.letterhead_maker.parts.numbering import BULLETS, NUMBERS, STEP
from letterkit.formats.word.letterhead_maker.parts.stylesheet import Style
from letterkit.formats.word.letterhead_maker.properties import (
    bold,
    border,
    colour,
    indent,
    kept_together,
    size,
    spacing,
)

CELL_SIDE = 108
"""Twips: what Word leaves at the sides of cells by itself."""


def common_styles(palette: Palette) -> list[Style]:
    """Return the styles that every letterhead has, in the order of a letter."""
    return [
        *_roots(),
        *_opening(),
        *_text(palette),
        *_lists(),
        *_tables(palette),
        *_end(),
        *_notes(),
        *_characters(palette),
    ]


def _roots() -> list[Style]:
    sides = {"top": 0, "left": CELL_SIDE, "bottom": 0, "right": CELL_SIDE}
    cells = element("tblCellMar", *(element(side, w=width, type="dxa") for side, width in sides.items()))
    plain_table = element("tblPr", element("tblInd", w=0, type="dxa"), cells)
    text = (element("widowControl"), spacing(after=180))
    return [
        Style("Normal", based_on="", priority=0, default=True, paragraph=text),
        Style("Default Paragraph Font", "character", "", priority=1, hidden=True, default=True),
        Style("Normal Table", "table", "", hidden=True, default=True, table=(plain_table,)),
        Style("No List", "numbering", "", hidden=True, default=True),
    ]


def _opening() -> list[Style]:
    """Return those from the reference to the salutation: the address lines close up on each other only."""
    keep = element("keepNext")
    block = (spacing(240, 240, 264), element("contextualSpacing"), element("keepLines"))
    return [
        Style("Letter Reference", next="Date", priority=1, own=True, paragraph=(spacing(), keep)),
        Style("Date", next="Recipient", priority=2, paragraph=(spacing(after=240), keep)),
        Style("Delivery", next="Recipient", priority=3, own=True, paragraph=(spacing(after=240), keep)),
        Style("Recipient", priority=4, own=True, paragraph=block),
        Style("Salutation", next="heading 1", priority=5, paragraph=(spacing(240, 180), keep)),
    ]


def _text(palette: Palette) -> list[Style]:
    bar = element("pBdr", border("left", palette.rule, 3, 11))
    quote = (bar, spacing(60, 240), indent(340, right=340))
    caption = (spacing(180, 100), *kept_together())
    return [
        Style("Body Text", priority=6, paragraph=(spacing(after=180),)),
        Style("Quote", next="Body Text", priority=11, paragraph=quote),
        Style("caption", next="Table Text", priority=20, paragraph=caption, text=(colour(palette.ink),)),
    ]


def _lists() -> list[Style]:
    def item(name: str, level: int, numbering: int, priority: int) -> Style:
        depth = [value("ilvl", level)] if level else []
        mark = element("numPr", *depth, value("numId", numbering))
        place = (mark, spacing(after=120), indent(STEP * (level + 1), hanging=STEP))
        return Style(name + (f" {level + 1}" if level else ""), priority=priority + level, paragraph=place)

    bullets = [item("List Bullet", level, BULLETS, 12) for level in range(3)]
    return bullets + [item("List Number", level, NUMBERS, 15) for level in range(3)]


def _tables(palette: Palette) -> list[Style]:
    """Return those of tables and around them; a table has no space of its own, so the text after it brings it."""
    heading, heading_text = (spacing(line=259), *kept_together()), (*bold(), colour(palette.ink))
    note, after = (spacing(100, 240), element("keepLines")), (spacing(240, 180),)
    return [
        Style("Table Heading", priority=21, own=True, paragraph=heading, text=heading_text),
        Style("Table Text", priority=22, own=True, paragraph=(spacing(line=259),)),
        Style("Table Note", next="Body Text", priority=23, own=True, paragraph=note),
        Style("Body Text After Table", "paragraph", "Body Text", "Body Text", 24, own=True, paragraph=after),
    ]


def _end() -> list[Style]:
    """Return those from the closing to the copies: kept together, with room for a signature in ink above the name."""
    keep = kept_together()
    image, post = (spacing(120, 60, 240), *keep), (spacing(after=0), *keep)
    copies = (spacing(before=360), element("contextualSpacing"), element("keepLines"))
    return [
        Style("Closing", next="Signature", priority=26, paragraph=(spacing(before=240), *keep)),
        Style("Signature Image", next="Signature With Image", priority=27, own=True, paragraph=image),
        Style("Signature", next="Signatory Post", priority=28, paragraph=(spacing(before=960), *keep)),
        Style("Signature With Image", "paragraph", "Signature", "Signatory Post", 28, own=True, paragraph=(spacing(),)),
        Style("Signatory Post", next="Copies", priority=29, own=True, paragraph=post),
        Style("Copies", priority=30, own=True, paragraph=copies),
    ]


def _notes() -> list[Style]:
    """Return those of footnotes and comments: shown by Word only where they are used."""
    font = "Default Paragraph Font"
    comment, raised = (spacing(after=80, line=240),), (value("vertAlign", "superscript"),)
    return [
        Style("footnote text", hidden=True, paragraph=(spacing(after=60, line=259),)),
        Style("footnote reference", "character", font, hidden=True, text=raised),
        Style("annotation text", hidden=True, paragraph=comment, text=size(10)),
        Style("annotation reference", "character", font, hidden=True, text=size(8)),
        Style("annotation subject", based_on="annotation text", next="annotation text", hidden=True, text=bold()),
        Style("Balloon Text", hidden=True, paragraph=(spacing(line=240),), text=size(9)),
    ]


def _characters(palette: Palette) -> list[Style]:
    font = "Default Paragraph Font"
    link: tuple[Element, ...] = (colour(palette.link), value("u", "single"))
    return [
        Style("Strong", "character", font, priority=18, text=bold()),
        Style("Emphasis", "character", font, priority=19, text=(element("i"), element("iCs"))),
        Style("Hyperlink", "character", font, quick=False, text=link),
        Style("Placeholder Text", "character", font, quick=False, text=(colour(palette.accent),)),
    ]
