"""Whether a run can be seen on what it stands on: the shading of its words, paragraph, cell, box, or the page."""

import re

from lxml import etree

from letterkit.formats.word.elements import value_of
from letterkit.formats.word.namespaces import qualified, w

PAGE = "FFFFFF"
UNREADABLE_SIZE = re.compile("0*[0-4]")  # in half points
COLOUR = re.compile("[0-9A-F]{6}")
LEAST_DIFFERENCE = 24
"""Colours that differ less than this in red, green and blue are the same to the eye."""
HIGHLIGHTS = {"white": "FFFFFF", "black": "000000", "none": None}
UNKNOWN = "?"
"""A colour that the file gives by a name or by its theme: the text on it is taken to be seen."""
SHADED_BY = {w("p"): "pPr", w("tc"): "tcPr", w("tbl"): "tblPr"}
STYLED_BY = {w("p"): "pStyle", w("tbl"): "tblStyle"}


class Surfaces:
    """What the styles of a file lay under their text."""

    def __init__(self, styles: etree._Element | None) -> None:
        known = () if styles is None else styles.iter(w("style"))
        self.of_style = {style.get(w("styleId"), ""): colour for style in known if (colour := _of_style(style))}

    def hide(self, run: etree._Element, properties: etree._Element) -> bool:
        """Tell whether a run cannot be seen: in the colour of what it stands on, or too small for anybody."""
        if UNREADABLE_SIZE.fullmatch(value_of(properties, "sz") or "") is not None:
            return True
        colour = (value_of(properties, "color") or "").upper()
        return COLOUR.fullmatch(colour) is not None and _same(colour, self._under(run, properties))

    def _under(self, run: etree._Element, properties: etree._Element) -> str:
        highlight = value_of(properties, "highlight")
        if highlight is not None and (marked := HIGHLIGHTS.get(highlight, UNKNOWN)):
            return marked
        if own := _shading(properties):
            return own
        for around in run.iterancestors():
            tag = str(around.tag)
            if tag in SHADED_BY:
                inner = around.find(w(SHADED_BY[tag]))
                style = value_of(inner, STYLED_BY[tag]) if inner is not None and tag in STYLED_BY else None
                shaded = (_shading(inner) if inner is not None else None) or self.of_style.get(style or "")
                if shaded:
                    return shaded
            elif tag == w("txbxContent") and (filled := _fill_of_box(around)):
                return filled
        return PAGE


def is_highlighted(properties: etree._Element) -> bool:
    """Tell whether text is marked as with a pen."""
    return (value_of(properties, "highlight") or "none") != "none"


def _shading(properties: etree._Element) -> str | None:
    """Return the colour that shading lays under text, None if it lays none (17.3.5)."""
    shading = properties.find(w("shd"))
    if shading is None:
        return None
    solid = shading.get(w("val")) == "solid"
    colour = (shading.get(w("color" if solid else "fill")) or "auto").upper()
    if COLOUR.fullmatch(colour):
        return colour
    return "000000" if solid else UNKNOWN if shading.get(w("themeFill")) else None


def _of_style(style: etree._Element) -> str | None:
    """Return what a style shades its text with; that of a table which shades some of its cells cannot be told."""
    paths = ("pPr", "rPr", "tblPr", "tcPr")
    own = next(
        (found for path in paths if (part := style.find(w(path))) is not None and (found := _shading(part))), None
    )
    if style.get(w("type")) == "table" and any(_shading(part) for part in style.iter(w("tcPr"))):
        return UNKNOWN
    return own


def _fill_of_box(content: etree._Element) -> str | None:
    """Return the colour of the shape around a text box, None if it has none."""
    for around in content.iterancestors():
        if around.tag == qualified("wps:wsp"):
            fill = around.find(f"{qualified('wps:spPr')}/{qualified('a:solidFill')}")
            if fill is None:
                return None
            told = next(fill.iter(qualified("a:srgbClr")), None)
            return UNKNOWN if told is None else told.get("val", UNKNOWN).upper()
        if str(around.tag).startswith("{urn:schemas-microsoft-com:vml}"):
            filled = around.get("filled", "t") not in ("f", "false", "0")
            colour = around.get("fillcolor", "").partition(" ")[0].lstrip("#").upper()
            if around.get("fillcolor") or around.tag != qualified("v:textbox"):
                return (colour if COLOUR.fullmatch(colour) else UNKNOWN) if filled and colour else None
    return None


def _same(colour: str, other: str) -> bool:
    """Tell whether two colours are one to the eye."""
    if not COLOUR.fullmatch(other):
        return False
    channels = ((int(colour[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (0, 2, 4))
    return all(abs(one - another) < LEAST_DIFFERENCE for one, another in channels)
