"""Builders for WordprocessingML elements: what a style, a header and the specimen are made of.

Lengths are in Word's units: twips (20 to the point) for space and indents, half-points for
sizes, eighths of a point for the width of rules.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from theme import FONT, Colour

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
NAMESPACES = {"w": W, "r": R}

Element = etree._Element

# The schema wants the children of these in order (ECMA-376 part 1, 17.3.1.26, 17.3.2.28, 17.3.1.24).
_ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs "
    "spacing ind contextualSpacing jc outlineLvl",
    "rPr": "rStyle rFonts b bCs i iCs smallCaps color spacing sz szCs u vertAlign lang",
    "pBdr": "top left bottom right between",
}


def w(tag: str, *children: Element, **attributes: str | int) -> Element:
    """One element of the main namespace, its attributes in that namespace too.

    It takes copies of its children, so that one rule or fill may serve several styles.
    """
    element = etree.Element(f"{{{W}}}{tag}", nsmap=NAMESPACES)
    for name, value in attributes.items():
        element.set(f"{{{W}}}{name}", str(value))
    element.extend(deepcopy(child) for child in _in_order(tag, children))
    return element


def _in_order(tag: str, children: Iterable[Element]) -> Iterable[Element]:
    if tag not in _ORDER:
        return children
    order = _ORDER[tag].split()
    return sorted(children, key=lambda child: order.index(etree.QName(child).localname))


def value(tag: str, val: str | int) -> Element:
    """The commonest shape of element: one `w:val`."""
    return w(tag, val=val)


def serialise(root: Element) -> bytes:
    """A part as UTF-8 bytes with its XML declaration."""
    etree.cleanup_namespaces(root, top_nsmap=NAMESPACES)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


# ---- properties of text


def fonts(role: str = "minor") -> Element:
    """The theme's `minor` (text) or `major` (headings) font, with the literal font for programs without themes."""
    theme = {"asciiTheme": f"{role}HAnsi", "eastAsiaTheme": f"{role}EastAsia", "hAnsiTheme": f"{role}HAnsi"}
    return w("rFonts", ascii=FONT, hAnsi=FONT, cs=FONT, cstheme=f"{role}Bidi", **theme)


def size(points: float) -> tuple[Element, Element]:
    """The size of text, for Latin and for complex scripts."""
    half_points = round(points * 2)
    return value("sz", half_points), value("szCs", half_points)


def bold() -> tuple[Element, Element]:
    """Bold, for Latin and for complex scripts."""
    return w("b"), w("bCs")


def colour(chosen: Colour) -> Element:
    """The colour of text."""
    return w("color", val=chosen.hex, themeColor=chosen.theme)


# ---- properties of paragraphs


def spacing(before: int = 0, after: int = 0, line: int = 276) -> Element:
    """Space around a paragraph in twips; `line` is in 240ths of single spacing."""
    return w("spacing", before=before, after=after, line=line, lineRule="auto")


def indent(left: int, *, hanging: int = 0, right: int = 0) -> Element:
    """Indents in twips."""
    return w("ind", left=left, right=right, **({"hanging": hanging} if hanging else {}))


def border(side: str, chosen: Colour, width: int, gap: int = 0, line: str = "single") -> Element:
    """A rule on one side: `width` in eighths of a point (2 to 96), `gap` in points (0 to 31)."""
    return w(side, val=line, sz=width, space=gap, color=chosen.hex, themeColor=chosen.theme)


def shading(chosen: Colour) -> Element:
    """A flat fill."""
    return w("shd", val="clear", color="auto", fill=chosen.hex, themeFill=chosen.theme)


# ---- content


def run(text: str, *properties: Element, style: str = "") -> Element:
    """A run of text, in a character style if one is named."""
    marks = (value("rStyle", style), *properties) if style else properties
    content = w("t")
    content.text = text
    content.set(XML_SPACE, "preserve")
    return w("r", *([w("rPr", *marks)] if marks else []), content)


def paragraph(style: str, *content: Element | str) -> Element:
    """A paragraph in a style; strings become plain runs."""
    return w(
        "p",
        w("pPr", value("pStyle", style)),
        *(run(part) if isinstance(part, str) else part for part in content),
    )


def field(instruction: str, shown: str) -> list[Element]:
    """A complex field (ECMA-376 part 1, 17.16.18), with the result to show until Word computes it."""
    code = w("instrText")
    code.text = f" {instruction} "
    code.set(XML_SPACE, "preserve")
    begin, separate, end = (w("r", w("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end"))
    return [begin, w("r", code), separate, run(shown), end]
