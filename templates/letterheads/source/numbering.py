"""The numbering part: one multilevel list of bullets and one of numbers, tied to the list styles.

A program that writes a second numbered list adds a `w:num` of its own on `NUMBERS` with a
`w:startOverride`, so that the list starts at 1 again.
"""

from __future__ import annotations

from theme import FONT, Palette
from wordml import Element, colour, indent, serialise, value, w

BULLETS = 1
NUMBERS = 2
STEP = 454  # 8 mm: room for "10." at 12 pt
_LEVELS = 9


def numbering_part(palette: Palette) -> bytes:
    """Both lists, and one instance of each with the same id."""
    bullets = _list(BULLETS, "List Bullet", [_bullet(level, palette) for level in range(_LEVELS)])
    numbers = _list(NUMBERS, "List Number", [_number(level) for level in range(_LEVELS)])
    instances = [w("num", value("abstractNumId", key), numId=key) for key in (BULLETS, NUMBERS)]
    return serialise(w("numbering", bullets, numbers, *instances))


def _list(key: int, name: str, levels: list[Element]) -> Element:
    identity = value("nsid", f"4C4B000{key}"), value("multiLevelType", "multilevel"), value("tmpl", f"4C4B001{key}")
    return w("abstractNum", *identity, value("name", f"{name}s"), *levels, abstractNumId=key)


def _bullet(level: int, palette: Palette) -> Element:
    """Bullet, en dash, small square, then the same again; all three are in Arial."""
    text = "\u2022\u2013\u25aa"[level % 3]
    literal = w("rFonts", ascii=FONT, hAnsi=FONT, cs=FONT)
    return _level(level, "List Bullet", "bullet", text, w("rPr", literal, colour(palette.accent)))


def _number(level: int) -> Element:
    """1. (a) (i), then the same again."""
    form, pattern = (("decimal", "%{}."), ("lowerLetter", "(%{})"), ("lowerRoman", "(%{})"))[level % 3]
    return _level(level, "List Number", form, pattern.format(level + 1))


def _level(level: int, style: str, form: str, text: str, *marks: Element) -> Element:
    name = style.replace(" ", "") + ("" if level == 0 else str(level + 1))
    linked = [value("pStyle", name)] if level < 3 else []
    place = w("pPr", indent(STEP * (level + 1), hanging=STEP))
    shape = value("lvlText", text), value("lvlJc", "left"), place
    return w("lvl", value("start", 1), value("numFmt", form), *linked, *shape, *marks, ilvl=level)
