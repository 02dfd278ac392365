"""The labels that automatic numbering puts before paragraphs, such as Recommendation 7: (ECMA-376 part 1, 17.9)."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from letterkit.formats.word.elements import level_of, value_of
from letterkit.formats.word.namespaces import w
from letterkit.formats.word.reading.numerals import numeral

LEVELS = 9
WORD = re.compile(r"[^\W\d_]{3,}")
PLACE = re.compile("%([1-9])")


@dataclass(frozen=True, slots=True)
class _Level:
    style: str
    text: str
    start: int


class Labels:
    """Counts the numbered paragraphs of a body and writes those labels that have words in them.

    Plain numbers and letters are left out: a list is a list without them.
    """

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self.lists = dict(_lists(numbering)) if numbering is not None else {}
        self.of_style = dict(_of_styles(styles)) if styles is not None else {}
        self.counts: defaultdict[str, list[int | None]] = defaultdict(lambda: [None] * LEVELS)

    def label(self, paragraph: etree._Element) -> str:
        """Count a paragraph, and return its label; the empty string if it has none with a word in it."""
        number, level = self._numbered(paragraph)
        counted, levels = self.lists.get(number, ("", {}))
        if level not in levels:
            return ""
        counts = self.counts[counted]
        before = counts[level]
        counts[level] = levels[level].start if before is None else before + 1
        counts[level + 1 :] = [None] * (LEVELS - level - 1)
        if not WORD.search(PLACE.sub("", levels[level].text)):
            return ""
        return PLACE.sub(lambda place: self._written(levels, counts, int(place[1]) - 1), levels[level].text)

    def _numbered(self, paragraph: etree._Element) -> tuple[str, int]:
        """Return the list and the level of a paragraph, by itself or by its style."""
        number, level = self.of_style.get(value_of(paragraph, "pPr", "pStyle") or "", ("", 0))
        own = value_of(paragraph, "pPr", "numPr", "numId")
        typed = value_of(paragraph, "pPr", "numPr", "ilvl")
        return own or number, level_of(typed) if typed is not None or own else level

    @staticmethod
    def _written(levels: dict[int, _Level], counts: list[int | None], level: int) -> str:
        known = levels.get(level)
        if known is None:
            return ""
        count = counts[level]
        return numeral(known.start if count is None else count, known.style)


def _lists(numbering: etree._Element) -> Iterator[tuple[str, tuple[str, dict[int, _Level]]]]:
    """Go through the lists by number, each with what it counts with: its definition, or itself if it starts anew."""
    abstract = {one.get(w("abstractNumId"), ""): one for one in numbering.findall(w("abstractNum"))}
    for one in numbering.findall(w("num")):
        definition = abstract.get(value_of(one, "abstractNumId") or "")
        levels = {} if definition is None else dict(map(_level, definition.findall(w("lvl"))))
        for override in one.findall(w("lvlOverride")):
            level = level_of(override.get(w("ilvl")))
            own, start = override.find(w("lvl")), value_of(override, "startOverride")
            if own is not None:
                levels[level] = _level(own)[1]
            if start is not None and level in levels:
                levels[level] = replace(levels[level], start=_number(start))
        number, defined = one.get(w("numId"), ""), value_of(one, "abstractNumId") or ""
        counted = f"list {number}" if one.find(w("lvlOverride")) is not None else defined
        yield number, (counted, levels)


def _level(level: etree._Element) -> tuple[int, _Level]:
    style, text = value_of(level, "numFmt") or "decimal", value_of(level, "lvlText") or ""
    return level_of(level.get(w("ilvl"))), _Level(style, text, _number(value_of(level, "start")))


def _of_styles(styles: etree._Element) -> Iterator[tuple[str, tuple[str, int]]]:
    for style in styles.findall(w("style")):
        number = value_of(style, "pPr", "numPr", "numId")
        if number is not None:
            yield style.get(w("styleId"), ""), (number, level_of(value_of(style, "pPr", "numPr", "ilvl")))


def _number(typed: str | None) -> int:
    return int(typed) if typed is not None and re.fullmatch("[0-9]{1,4}", typed) else 1
