"""The stylesheet: the styles that every letterhead has, and the part that carries them.

All vertical space in a letter comes from here; a letter never needs a blank paragraph. Names are
Word's own where Word has the style built in, so that Word recognises them in any language.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from numbering import BULLETS, NUMBERS, STEP
from theme import Colour, Palette
from wordml import Element, bold, border, colour, fonts, indent, serialise, size, spacing, value, w

LANGUAGE = "en-GB"
_OWN_IDS = {"annotation": "Comment", "Normal Table": "TableNormal"}


@dataclass(frozen=True)
class Style:
    """One style; `priority` is its place in Word's list, `own` is for names that Word does not have built in."""

    name: str
    kind: str = "paragraph"
    based_on: str = "Normal"
    next: str = ""
    priority: int = 99
    quick: bool = True
    hidden: bool = False
    own: bool = False
    default: bool = False
    paragraph: tuple[Element, ...] = ()
    text: tuple[Element, ...] = ()
    table: tuple[Element, ...] = ()

    @property
    def id(self) -> str:
        return style_id(self.name)


def style_id(name: str) -> str:
    """The id that Word gives a style of this name: the words capitalised and joined."""
    if name in _OWN_IDS:
        return _OWN_IDS[name]
    return "".join(_OWN_IDS.get(word, word[0].upper() + word[1:]) for word in name.split())


def styles_part(styles: Iterable[Style]) -> bytes:
    """The styles part, with document defaults; built-in styles not listed stay hidden until used."""
    latent = w(
        "latentStyles",
        defLockedState=0,
        defUIPriority=99,
        defSemiHidden=1,
        defUnhideWhenUsed=1,
        defQFormat=0,
        count=376,
    )
    return serialise(w("styles", _defaults(), latent, *map(_style, styles)))


def _defaults() -> Element:
    language = w("lang", val=LANGUAGE, eastAsia=LANGUAGE, bidi="ar-SA")
    text = w("rPrDefault", w("rPr", fonts(), *size(12), language))
    return w("docDefaults", text, w("pPrDefault", w("pPr", spacing())))


def _style(style: Style) -> Element:
    flags: list[Element] = [value("name", style.name)]
    flags += [value("basedOn", style_id(style.based_on))] if style.based_on else []
    flags += [value("next", style_id(style.next))] if style.next else []
    flags += [value("uiPriority", style.priority)]
    flags += [w("semiHidden"), w("unhideWhenUsed")] if style.hidden else []
    flags += [w("qFormat")] if style.quick and not style.hidden else []
    properties = [w("pPr", *style.paragraph)] if style.paragraph else []
    properties += [w("rPr", *style.text)] if style.text else []
    marks = {"default": 1} if style.default else {"customStyle": 1} if style.own else {}
    return w("style", *flags, *properties, *style.table, type=style.kind, **marks, styleId=style.id)


def letter_styles(palette: Palette) -> list[Style]:
    """The styles that do not differ between letterheads except in colour."""
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
    margins = (w("top", w=0, type="dxa"), w("left", w=108, type="dxa"), w("bottom", w=0, type="dxa"))
    cells = w("tblCellMar", *margins, w("right", w=108, type="dxa"))
    plain_table = w("tblPr", w("tblInd", w=0, type="dxa"), cells)
    return [
        Style("Normal", based_on="", priority=0, default=True, paragraph=(w("widowControl"), spacing(after=180))),
        Style("Default Paragraph Font", "character", "", priority=1, hidden=True, default=True),
        Style("Normal Table", "table", "", hidden=True, default=True, table=(plain_table,)),
        Style("No List", "numbering", "", hidden=True, default=True),
    ]


def _opening() -> list[Style]:
    """From the reference to the salutation: the address lines close up on each other only."""
    block = (spacing(240, 240, 264), w("contextualSpacing"), w("keepLines"))
    salutation = (spacing(240, 180), w("keepNext"))
    return [
        Style("Letter Reference", next="Date", priority=1, own=True, paragraph=(spacing(), w("keepNext"))),
        Style("Date", next="Recipient", priority=2, paragraph=(spacing(after=240), w("keepNext"))),
        Style("Delivery", next="Recipient", priority=3, own=True, paragraph=(spacing(after=240), w("keepNext"))),
        Style("Recipient", priority=4, own=True, paragraph=block),
        Style("Salutation", next="heading 1", priority=5, paragraph=salutation),
    ]


def _text(palette: Palette) -> list[Style]:
    bar = w("pBdr", border("left", palette.rule, 24, 11))
    quote = (bar, spacing(60, 240), indent(340, right=340))
    caption = (spacing(180, 100), w("keepNext"), w("keepLines"))
    return [
        Style("Body Text", priority=6, paragraph=(spacing(after=180),)),
        Style("Quote", next="Body Text", priority=11, paragraph=quote),
        Style("caption", next="Table Text", priority=20, paragraph=caption, text=(colour(palette.ink),)),
    ]


def heading(level: int, points: float, chosen: Colour, before: int, after: int) -> Style:
    """A heading in the theme's heading font, kept with what follows it."""
    place = (spacing(before, after, 259), w("keepNext"), w("keepLines"), value("outlineLvl", level - 1))
    text = (fonts("major"), *bold(), colour(chosen), *size(points))
    return Style(f"heading {level}", next="Body Text", priority=6 + level, paragraph=place, text=text)


def annex_heading(points: float) -> Style:
    """A heading 1 that begins a page."""
    place = (w("pageBreakBefore"), spacing(0, 240, 259), value("outlineLvl", 0))
    return Style(
        "Annex Heading",
        based_on="heading 1",
        next="Body Text",
        priority=31,
        own=True,
        paragraph=place,
        text=size(points),
    )


def _lists() -> list[Style]:
    def item(name: str, level: int, numbering: int, priority: int) -> Style:
        depth = [value("ilvl", level)] if level else []
        mark = w("numPr", *depth, value("numId", numbering))
        place = (mark, spacing(after=120), indent(STEP * (level + 1), hanging=STEP))
        return Style(name + (f" {level + 1}" if level else ""), priority=priority + level, paragraph=place)

    bullets = [item("List Bullet", level, BULLETS, 12) for level in range(3)]
    return bullets + [item("List Number", level, NUMBERS, 15) for level in range(3)]


def _tables(palette: Palette) -> list[Style]:
    """The text in tables and around them; a table has no space of its own, so the text after it brings it."""
    heading_place = (spacing(line=259), w("keepNext"), w("keepLines"))
    heading_text = (*bold(), colour(palette.ink))
    return [
        Style("Table Heading", priority=21, own=True, paragraph=heading_place, text=heading_text),
        Style("Table Text", priority=22, own=True, paragraph=(spacing(line=259),)),
        Style("Table Note", next="Body Text", priority=23, own=True, paragraph=(spacing(100, 240), w("keepLines"))),
        Style(
            "Body Text After Table",
            based_on="Body Text",
            next="Body Text",
            priority=24,
            own=True,
            paragraph=(spacing(240, 180),),
        ),
    ]


def letter_table(edge: Element, header: tuple[Element, ...], palette: Palette) -> Style:
    """The one table style: thin rules between rows, a closing rule, and the design's own header row.

    Bold is left to `Table Heading`: bold in both would cancel out (a toggle property, ECMA-376 part 1, 17.7.3).
    """
    rules = w("tblBorders", edge, border("bottom", palette.ink, 8), border("insideH", palette.hairline, 4))
    sides = {"top": 70, "left": 100, "bottom": 70, "right": 100}
    cells = w("tblCellMar", *(w(side, w=width, type="dxa") for side, width in sides.items()))
    first_row = w("tblStylePr", w("tcPr", *header, value("vAlign", "bottom")), type="firstRow")
    table = (w("tblPr", w("tblInd", w=0, type="dxa"), rules, cells), first_row)
    return Style("Letter Table", "table", "Normal Table", priority=25, own=True, table=table)


def _end() -> list[Style]:
    """From the closing to the copies: kept together, with room for a signature in ink above the name."""
    image = (spacing(120, 60, 240), w("keepNext"), w("keepLines"))
    post = (spacing(after=0), w("keepNext"), w("keepLines"))
    copies = (spacing(before=360), w("contextualSpacing"), w("keepLines"))
    close = (w("keepNext"), w("keepLines"))
    return [
        Style("Closing", next="Signature", priority=26, paragraph=(spacing(before=240), *close)),
        Style("Signature Image", next="Signature With Image", priority=27, own=True, paragraph=image),
        Style("Signature", next="Signatory Post", priority=28, paragraph=(spacing(before=960), *close)),
        Style(
            "Signature With Image",
            based_on="Signature",
            next="Signatory Post",
            priority=28,
            own=True,
            paragraph=(spacing(),),
        ),
        Style("Signatory Post", next="Copies", priority=29, own=True, paragraph=post),
        Style("Copies", priority=30, own=True, paragraph=copies),
    ]


def _notes() -> list[Style]:
    """Footnotes and comments: shown by Word only where they are used."""
    comment = (spacing(after=80, line=240),)
    raised = (value("vertAlign", "superscript"),)
    return [
        Style("footnote text", hidden=True, paragraph=(spacing(after=60, line=259),)),
        Style("footnote reference", "character", "Default Paragraph Font", hidden=True, text=raised),
        Style("annotation text", hidden=True, paragraph=comment, text=size(10)),
        Style("annotation reference", "character", "Default Paragraph Font", hidden=True, text=size(8)),
        Style("annotation subject", based_on="annotation text", next="annotation text", hidden=True, text=bold()),
        Style("Balloon Text", hidden=True, paragraph=(spacing(line=240),), text=size(9)),
    ]


def _characters(palette: Palette) -> list[Style]:
    base = "Default Paragraph Font"
    link = (colour(palette.link), value("u", "single"))
    return [
        Style("Strong", "character", base, priority=18, text=bold()),
        Style("Emphasis", "character", base, priority=19, text=(w("i"), w("iCs"))),
        Style("Hyperlink", "character", base, quick=False, text=link),
        Style("Placeholder Text", "character", base, quick=False, text=(colour(palette.accent),)),
    ]
