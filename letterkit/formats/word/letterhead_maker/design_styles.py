"""The styles in which letterheads differ: headers, headings and the table."""

from letterkit.formats.word.letterhead_maker.design import HeaderLine, Heading, LetterheadDesign, TableHead
from letterkit.formats.word.letterhead_maker.markup import Element, element, value
from letterkit.formats.word.letterhead_maker.palette import Palette
from letterkit.formats.word.letterhead_maker.parts.stylesheet import Style
from letterkit.formats.word.letterhead_maker.properties import (
    bold,
    border,
    colour,
    kept_together,
    paragraph_rule,
    shading,
    size,
    spacing,
    theme_font,
    twips,
)

HEADER_SIZE = 9
"""Points."""
SINGLE, HEADING_LINE = 240, 259
"""Line spacing, in 240ths of a line."""
HEADING_SPACES = ((200, 160), (280, 80), (220, 60))
"""Twips before and after a heading, by its level."""


def design_styles(design: LetterheadDesign) -> list[Style]:
    """Return the styles that a design decides on."""
    return [
        *_header_and_footer(design),
        *(_header_line(line, design) for line in design.header_lines),
        *(_heading(level, heading, design) for level, heading in enumerate(design.headings, start=1)),
        _annex_heading(design.annex_heading_size),
        _letter_table(design.table_head, design.palette),
    ]


def _header_and_footer(design: LetterheadDesign) -> list[Style]:
    """Return the built-in header and footer styles, small and in the dark house colour."""
    stop = element("tabs", element("tab", val="right", pos=design.page.text_width))
    place = (spacing(line=SINGLE), stop, value("jc", design.alignment))
    text = (colour(design.palette.ink), *size(HEADER_SIZE))
    return [Style(name, quick=False, paragraph=place, text=text) for name in ("header", "footer")]


def _header_line(line: HeaderLine, design: LetterheadDesign) -> Style:
    place = [spacing(after=twips(line.after), line=SINGLE)]
    if line.rule:
        place.append(paragraph_rule(line.rule, design.palette.named(line.rule.colour)))
    text = _text_of(line, design)
    return Style(line.style, based_on="header", quick=False, own=True, paragraph=tuple(place), text=text)


def _text_of(line: HeaderLine, design: LetterheadDesign) -> tuple[Element, ...]:
    text: list[Element] = []
    if line.bold:
        text += [*bold(), theme_font("major", design.fonts.headings)]
    if line.small_capitals:
        text.append(element("smallCaps"))
    if line.letter_spacing:
        text.append(value("spacing", twips(line.letter_spacing)))
    if line.colour:
        text.append(colour(design.palette.named(line.colour)))
    if line.size:
        text += size(line.size)
    return tuple(text)


def _heading(level: int, heading: Heading, design: LetterheadDesign) -> Style:
    """Return a heading in the theme's heading font, kept with what follows it."""
    before, after = HEADING_SPACES[level - 1]
    place = (spacing(before, after, HEADING_LINE), *kept_together(), value("outlineLvl", level - 1))
    look = (colour(design.palette.named(heading.colour)), *size(heading.size))
    text = (theme_font("major", design.fonts.headings), *bold(), *look)
    return Style(f"heading {level}", next="Body Text", priority=6 + level, paragraph=place, text=text)


def _annex_heading(points: float) -> Style:
    """Return a heading 1 that begins a page."""
    place = (element("pageBreakBefore"), spacing(0, 240, HEADING_LINE), value("outlineLvl", 0))
    return Style(
        "Annex Heading", "paragraph", "heading 1", "Body Text", 31, own=True, paragraph=place, text=size(points)
    )


def _letter_table(head: TableHead, palette: Palette) -> Style:
    """Return the one table style: thin rules between rows, a closing rule, and the design's own header row.

    Bold is left to `Table Heading`: bold in both would cancel out (a toggle property, ECMA-376 part 1, 17.7.3).
    """
    drawn = palette.named(head.colour)
    edge, below = border("top", drawn, head.above), border("bottom", drawn, head.below)
    rules = element("tblBorders", edge, border("bottom", palette.ink, 1), border("insideH", palette.hairline, 0.5))
    sides = {"top": 70, "left": 100, "bottom": 70, "right": 100}
    cells = element("tblCellMar", *(element(side, w=width, type="dxa") for side, width in sides.items()))
    fill = (shading(palette.tint),) if head.filled else ()
    header = element("tcPr", element("tcBorders", edge, below), *fill, value("vAlign", "bottom"))
    table = element("tblPr", element("tblInd", w=0, type="dxa"), rules, cells)
    first_row = element("tblStylePr", header, type="firstRow")
    return Style("Letter Table", "table", "Normal Table", priority=25, own=True, table=(table, first_row))
