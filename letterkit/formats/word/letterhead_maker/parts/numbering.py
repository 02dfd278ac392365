"""The numbering part: one multilevel list of bullets and one of numbers, tied to the list styles.

A program that writes a second numbered list adds a `w:num` of its own with a `w:startOverride`, so that the list starts
at 1 again (ECMA-376 part 1, 17.9.26).
"""

from letterkit.formats.word.letterhead_maker.markup import Element, element, part, value
from letterkit.formats.word.letterhead_maker.palette import Palette
from letterkit.formats.word.letterhead_maker.parts.stylesheet import style_id
from letterkit.formats.word.letterhead_maker.properties import colour, indent

BULLETS, NUMBERS = 1, 2
STEP = 454
"""Twips (8 mm) from level to level: room for "10." at 12 points."""
LEVELS, LEVELS_WITH_STYLE = 9, 3
BULLET_SIGNS = "\N{BULLET}\N{EN DASH}\N{BLACK SMALL SQUARE}"
BULLET_FONT = "Arial"
"""Has all three signs, which not every font has."""
NUMBER_FORMS = (("decimal", "%{}."), ("lowerLetter", "(%{})"), ("lowerRoman", "(%{})"))


def numbering_part(palette: Palette) -> bytes:
    """Return both lists, and one instance of each with the same id."""
    bullets = _list(BULLETS, "List Bullet", [_bullet(level, palette) for level in range(LEVELS)])
    numbers = _list(NUMBERS, "List Number", [_number(level) for level in range(LEVELS)])
    instances = [element("num", value("abstractNumId", key), numId=key) for key in (BULLETS, NUMBERS)]
    return part(element("numbering", bullets, numbers, *instances))


def _list(key: int, name: str, levels: list[Element]) -> Element:
    identity = value("nsid", f"4C4B000{key}"), value("multiLevelType", "multilevel"), value("tmpl", f"4C4B001{key}")
    return element("abstractNum", *identity, value("name", f"{name}s"), *levels, abstractNumId=key)


def _bullet(level: int, palette: Palette) -> Element:
    """Return a bullet, en dash or small square, then the same again."""
    font = element("rFonts", ascii=BULLET_FONT, hAnsi=BULLET_FONT, cs=BULLET_FONT)
    sign = BULLET_SIGNS[level % len(BULLET_SIGNS)]
    return _level(level, "List Bullet", "bullet", sign, element("rPr", font, colour(palette.accent)))


def _number(level: int) -> Element:
    """Return 1. (a) (i), then the same again."""
    form, pattern = NUMBER_FORMS[level % len(NUMBER_FORMS)]
    return _level(level, "List Number", form, pattern.format(level + 1))


def _level(level: int, style: str, form: str, text: str, *marks: Element) -> Element:
    name = style_id(style) + ("" if level == 0 else str(level + 1))
    linked = [value("pStyle", name)] if level < LEVELS_WITH_STYLE else []
    place = element("pPr", indent(STEP * (level + 1), hanging=STEP))
    shape = value("lvlText", text), value("lvlJc", "left"), place
    return element("lvl", value("start", 1), value("numFmt", form), *linked, *shape, *marks, ilvl=level)
