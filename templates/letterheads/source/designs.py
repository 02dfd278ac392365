"""The two letterheads: what differs between them is said here and nowhere else.

A third letterhead is one function and one line in `DESIGNS`.
"""

from __future__ import annotations

from dataclasses import dataclass

from styles import Style, annex_heading, heading, letter_table
from theme import Palette
from wordml import Element, bold, border, colour, fonts, shading, size, spacing, value, w

OFFICE = "Office of the Police and Crime Commissioner for Leicester, Leicestershire & Rutland"
TEXT_WIDTH = 9072  # A4 between margins of 25 mm, in twips


@dataclass(frozen=True)
class Line:
    """One line of a wordmark: the name of its style, and its words."""

    style: str
    words: str


@dataclass(frozen=True)
class Design:
    """What makes one letterhead itself."""

    file: str
    title: str
    year: int
    palette: Palette
    wordmark: tuple[Line, ...]
    continuation: str
    styles: tuple[Style, ...]


def _header_style(name: str, *paragraph: Element, based_on: str = "header", text: tuple[Element, ...] = ()) -> Style:
    own = name not in ("header", "footer")
    return Style(name, based_on=based_on, quick=False, own=own, paragraph=paragraph, text=text)


def _running_styles(palette: Palette, alignment: str) -> list[Style]:
    """The built-in header and footer styles, small and in the dark house colour."""
    stop = w("tabs", w("tab", val="right", pos=TEXT_WIDTH))
    place = (spacing(line=240), stop, value("jc", alignment))
    text = (colour(palette.ink), *size(9))
    header = _header_style("header", *place, based_on="Normal", text=text)
    return [header, _header_style("footer", *place, based_on="Normal", text=text)]


def traditional_2018() -> Design:
    """Centred, navy, small capitals over a thick and thin rule."""
    palette = Palette(
        name="OPCC 2018",
        dark="1B2B4B",
        light="EEF1F6",
        accents=("2F4A7D", "6C83A8", "6F5A2A", "4F6272", "7A2E39", "B4BCC8"),
        hyperlink="1F4E9E",
        followed="5B3F7A",
    )
    ink = palette.ink
    capitals = (*bold(), fonts("major"), w("smallCaps"), value("spacing", 14), *size(23))
    double_rule = w("pBdr", border("bottom", ink, 18, 9, "thickThinSmallGap"))
    thin_rule = w("pBdr", border("bottom", ink, 6, 5))
    table_header = w("tcBorders", border("top", ink, 12), border("bottom", ink, 12))
    styles = (
        *_running_styles(palette, "center"),
        _header_style("Wordmark Office", spacing(after=20, line=240), text=size(12)),
        _header_style("Wordmark", spacing(after=40, line=240), text=capitals),
        _header_style("Wordmark Area", spacing(after=100, line=240), double_rule, text=size(13)),
        _header_style("Tagline", spacing(after=640, line=240), text=(*size(10), value("spacing", 12))),
        _header_style("Continuation Header", spacing(after=360, line=240), thin_rule),
        heading(1, 14, ink, 200, 160),
        heading(2, 13, ink, 280, 80),
        heading(3, 12, palette.accent, 220, 60),
        annex_heading(16),
        letter_table(border("top", ink, 12), (table_header,), palette),
    )
    wordmark = (
        Line("Wordmark Office", "Office of the"),
        Line("Wordmark", "Police and Crime Commissioner"),
        Line("Wordmark Area", "for Leicester, Leicestershire & Rutland"),
        Line("Tagline", "Prevention | Partnership | Protection"),
    )
    return Design("opcc-2018.docx", "Letterhead 2018", 2018, palette, wordmark, OFFICE, styles)


def modern_2023() -> Design:
    """Left aligned, deep green-blue, a bar of teal hanging in the margin beside the wordmark."""
    palette = Palette(
        name="OPCC 2023",
        dark="12324A",
        light="E6F1F2",
        accents=("00656B", "00858A", "12324A", "5A4E8C", "9A4A12", "B3C4C8"),
        hyperlink="005A8C",
        followed="5A4E8C",
    )
    ink, accent = palette.ink, palette.accent
    bar = w("pBdr", border("left", palette.rule, 72, 9))
    capitals = (*bold(), fonts("major"), *size(21))
    table_header = w("tcBorders", border("top", palette.rule, 4), border("bottom", palette.rule, 18))
    styles = (
        *_running_styles(palette, "left"),
        _header_style("Wordmark", spacing(after=40, line=240), bar, text=capitals),
        _header_style("Wordmark Area", spacing(after=140, line=240), bar, text=size(13)),
        _header_style("Tagline", spacing(after=720, line=240), bar, text=(colour(accent), *size(10.5))),
        _header_style("Continuation Header", spacing(after=360, line=240), bar),
        heading(1, 15, ink, 200, 160),
        heading(2, 13, accent, 280, 80),
        heading(3, 12, ink, 220, 60),
        annex_heading(17),
        letter_table(border("top", palette.rule, 4), (table_header, shading(palette.tint)), palette),
    )
    wordmark = (
        Line("Wordmark", "POLICE & CRIME COMMISSIONER"),
        Line("Wordmark Area", "for Leicester, Leicestershire & Rutland"),
        Line("Tagline", "Your Communities - Your Commissioner"),
    )
    running = "Police & Crime Commissioner for Leicester, Leicestershire & Rutland"
    return Design("opcc-2023.docx", "Letterhead 2023", 2023, palette, wordmark, running, styles)


DESIGNS = (traditional_2018, modern_2023)
