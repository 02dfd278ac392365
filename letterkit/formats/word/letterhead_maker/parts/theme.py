"""The theme part: colours and fonts that Word offers, and that everything in a letterhead follows."""

from letterkit.formats.word.letterhead_maker.design import Fonts
from letterkit.formats.word.letterhead_maker.palette import Palette
from letterkit.formats.word.namespaces import NAMESPACES
from letterkit.formats.word.opc import attribute, xml_part

ACCENTS = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6")


def theme_part(palette: Palette, fonts: Fonts) -> bytes:
    """Return the theme part (DrawingML, ECMA-376 part 1, 20.1.6.9)."""
    name = attribute(palette.name)
    inner = (
        f'<a:theme xmlns:a="{NAMESPACES["a"]}" name="{name}"><a:themeElements>'
        f'<a:clrScheme name="{name}">{SYSTEM_COLOURS}{_colours(palette)}</a:clrScheme>'
        f'<a:fontScheme name="{name}"><a:majorFont>{_font(fonts.headings)}</a:majorFont>'
        f"<a:minorFont>{_font(fonts.text)}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="{name}">{FORMATS}</a:fmtScheme>'
        "</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )
    return xml_part(inner).replace(b"\n", b"", 1)  # as it always was: the digest of a draft counts these bytes


def _colours(palette: Palette) -> str:
    colours = [("dk2", palette.dark), ("lt2", palette.light), *zip(ACCENTS, palette.accents, strict=True)]
    colours += [("hlink", palette.hyperlink), ("folHlink", palette.followed)]
    return "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colours)


def _font(typeface: str) -> str:
    named = attribute(typeface)
    return f'<a:latin typeface="{named}"/><a:ea typeface=""/><a:cs typeface="{named}"/>'


SYSTEM_COLOURS = (
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>'
)
FORMATS = (
    "<a:fillStyleLst>"
    '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    '<a:solidFill><a:schemeClr val="phClr"><a:tint val="60000"/></a:schemeClr></a:solidFill>'
    '<a:solidFill><a:schemeClr val="phClr"><a:shade val="80000"/></a:schemeClr></a:solidFill>'
    "</a:fillStyleLst>"
    "<a:lnStyleLst>"
    '<a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:prstDash val="solid"/></a:ln>'
    '<a:ln w="12700"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:prstDash val="solid"/></a:ln>'
    '<a:ln w="19050"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:prstDash val="solid"/></a:ln>'
    "</a:lnStyleLst>"
    "<a:effectStyleLst>"
    "<a:effectStyle><a:effectLst/></a:effectStyle>"
    "<a:effectStyle><a:effectLst/></a:effectStyle>"
    "<a:effectStyle><a:effectLst/></a:effectStyle>"
    "</a:effectStyleLst>"
    "<a:bgFillStyleLst>"
    '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    '<a:solidFill><a:schemeClr val="phClr"><a:tint val="95000"/></a:schemeClr></a:solidFill>'
    '<a:solidFill><a:schemeClr val="phClr"><a:shade val="95000"/></a:schemeClr></a:solidFill>'
    "</a:bgFillStyleLst>"
)
"""Fills, lines and backgrounds of drawings, which the schema wants and letters do not use (part 1, 20.1.4.1.14)."""
