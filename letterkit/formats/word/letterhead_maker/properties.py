"""How text and paragraphs look, as elements of WordprocessingML.

Design speaks of points; Word counts text in half-points, space in twips (twentieths), rules in eighths of a point.
"""

from typing import Literal

from letterkit.formats.word.letterhead_maker.design import Rule
from letterkit.formats.word.letterhead_maker.markup import Element, element, value
from letterkit.formats.word.letterhead_maker.palette import Colour


def twips(points: float) -> int:
    """Return a length in twips."""
    return round(points * 20)


def theme_font(role: Literal["minor", "major"], typeface: str) -> Element:
    """Return the theme's font for text or headings, with its name for programs without themes (part 1, 17.3.2.26)."""
    theme = {"asciiTheme": f"{role}HAnsi", "eastAsiaTheme": f"{role}EastAsia", "hAnsiTheme": f"{role}HAnsi"}
    return element("rFonts", ascii=typeface, hAnsi=typeface, cs=typeface, cstheme=f"{role}Bidi", **theme)


def size(points: float) -> tuple[Element, Element]:
    """Return the size of text, for Latin and for complex scripts."""
    half_points = round(points * 2)
    return value("sz", half_points), value("szCs", half_points)


def bold() -> tuple[Element, Element]:
    """Return bold, for Latin and for complex scripts."""
    return element("b"), element("bCs")


def colour(chosen: Colour) -> Element:
    """Return the colour of text."""
    return element("color", val=chosen.hex, themeColor=chosen.theme)


def spacing(before: int = 0, after: int = 0, line: int = 276) -> Element:
    """Return the space around a paragraph in twips; `line` is in 240ths of single spacing (part 1, 17.3.1.33)."""
    return element("spacing", before=before, after=after, line=line, lineRule="auto")


def indent(left: int, *, hanging: int = 0, right: int = 0) -> Element:
    """Return indents in twips."""
    return element("ind", left=left, right=right, **({"hanging": hanging} if hanging else {}))


def kept_together() -> tuple[Element, Element]:
    """Return what keeps a paragraph whole, and on the page of the next one."""
    return element("keepNext"), element("keepLines")


def border(side: str, chosen: Colour, width: float, gap: int = 0, line: str = "single") -> Element:
    """Return a rule on one side; `width` and `gap`, its distance from the text, are in points (part 1, 17.3.4)."""
    eighths = round(width * 8)
    return element(side, val=line, sz=eighths, space=gap, color=chosen.hex, themeColor=chosen.theme)


def paragraph_rule(rule: Rule, chosen: Colour) -> Element:
    """Return the rule that a design draws at a paragraph."""
    return element("pBdr", border(rule.side, chosen, rule.width, rule.gap, rule.line))


def shading(chosen: Colour) -> Element:
    """Return a flat fill."""
    return element("shd", val="clear", color="auto", fill=chosen.hex, themeFill=chosen.theme)
