"""The colours and fonts of a letterhead, and the theme part that carries them."""

from __future__ import annotations

from dataclasses import dataclass
from string import Template

FONT = "Arial"


@dataclass(frozen=True)
class Colour:
    """A theme colour by its WordprocessingML name (`text2`), with the literal value beside it."""

    theme: str
    hex: str


@dataclass(frozen=True)
class Palette:
    """The colour scheme of one letterhead, six hex digits each; body text is the system's own text colour."""

    name: str
    dark: str
    light: str
    accents: tuple[str, str, str, str, str, str]
    hyperlink: str
    followed: str

    @property
    def ink(self) -> Colour:
        """The dark house colour, for wordmark, headings and heavy rules."""
        return Colour("text2", self.dark)

    @property
    def tint(self) -> Colour:
        """The pale house colour, for fills behind dark text."""
        return Colour("background2", self.light)

    @property
    def accent(self) -> Colour:
        """The second house colour, dark enough for text."""
        return Colour("accent1", self.accents[0])

    @property
    def rule(self) -> Colour:
        """The colour of drawn rules; too light for text."""
        return Colour("accent2", self.accents[1])

    @property
    def hairline(self) -> Colour:
        """The grey of the thin rules inside tables; too light for text."""
        return Colour("accent6", self.accents[5])

    @property
    def link(self) -> Colour:
        """The colour of hyperlinks."""
        return Colour("hyperlink", self.hyperlink)


def theme_part(palette: Palette) -> bytes:
    """The theme part (DrawingML, ECMA-376 part 1, 20.1.6.9) as UTF-8 bytes."""
    names = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
    colours = [("dk2", palette.dark), ("lt2", palette.light), *zip(names, palette.accents, strict=True)]
    colours += [("hlink", palette.hyperlink), ("folHlink", palette.followed)]
    scheme = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colours)
    font = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface="{FONT}"/>'
    return _THEME.substitute(name=palette.name, scheme=scheme, font=font).replace("\n", "").encode()


_THEME = Template("""\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="$name"><a:themeElements>
<a:clrScheme name="$name">
<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>
$scheme</a:clrScheme>
<a:fontScheme name="$name"><a:majorFont>$font</a:majorFont><a:minorFont>$font</a:minorFont></a:fontScheme>
<a:fmtScheme name="$name">
<a:fillStyleLst>
<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>
<a:solidFill><a:schemeClr val="phClr"><a:tint val="60000"/></a:schemeClr></a:solidFill>
<a:solidFill><a:schemeClr val="phClr"><a:shade val="80000"/></a:schemeClr></a:solidFill>
</a:fillStyleLst>
<a:lnStyleLst>
<a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:prstDash val="solid"/></a:ln>
<a:ln w="12700"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:prstDash val="solid"/></a:ln>
<a:ln w="19050"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:prstDash val="solid"/></a:ln>
</a:lnStyleLst>
<a:effectStyleLst>
<a:effectStyle><a:effectLst/></a:effectStyle>
<a:effectStyle><a:effectLst/></a:effectStyle>
<a:effectStyle><a:effectLst/></a:effectStyle>
</a:effectStyleLst>
<a:bgFillStyleLst>
<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>
<a:solidFill><a:schemeClr val="phClr"><a:tint val="95000"/></a:schemeClr></a:solidFill>
<a:solidFill><a:schemeClr val="phClr"><a:shade val="95000"/></a:schemeClr></a:solidFill>
</a:bgFillStyleLst>
</a:fmtScheme>
</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>
""")
