"""What stands in a Word file, wherever other programs have put it: paragraphs, cells, styles, lists."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from lxml import etree

from letterkit.wordml import qualified, w

WRAPPERS = frozenset(
    w(name) for name in ("ins", "moveTo", "hyperlink", "smartTag", "sdtContent", "fldSimple", "customXml", "dir", "bdo")
)
CONTAINERS = WRAPPERS | {w(name) for name in ("sdt", "tbl", "tr", "tc")}
TEXT = frozenset(w(name) for name in ("r", "sdt", "ins"))
LEVELS = frozenset("012345678")
HIDING, STRIKING = ("vanish",), ("strike", "dstrike")


def parent_of(element: etree._Element) -> etree._Element:
    """Return the parent of an element that is known to have one."""
    parent = element.getparent()
    assert parent is not None
    return parent


def is_on(properties: etree._Element | None, name: str) -> bool:
    """Tell whether a format such as bold is on (ECMA-376 part 1, 17.17.4)."""
    element = properties.find(w(name)) if properties is not None else None
    return element is not None and element.get(w("val"), "true") not in ("0", "false", "off")


def alternative(element: etree._Element) -> etree._Element:
    """Return the one alternative that Word shows (ECMA-376 part 3, 9.3)."""
    choice, fallback = element.find(qualified("mc:Choice")), element.find(qualified("mc:Fallback"))
    return next((found for found in (choice, fallback) if found is not None), element)


def flattened(body: etree._Element) -> Iterator[etree._Element]:
    """Go through paragraphs, tables and bookmarks; those inside a paragraph come before or after it.

    A bookmark that begins in a paragraph takes it in, unless it begins at its end; so does one that ends in it,
    unless it ends at its beginning.
    """
    for element in body:
        if element.tag == w("sdt"):
            content = element.find(w("sdtContent"))
            yield from flattened(content) if content is not None else ()
        elif element.tag == qualified("mc:AlternateContent"):
            yield from flattened(alternative(element))
        elif element.tag in WRAPPERS:
            yield from flattened(element)
        elif element.tag == w("p"):
            before, after = _bookmarks(element)
            yield from before
            yield element
            yield from after
        else:
            yield element


def inside(parent: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """Go through the rows of a table, or the cells of a row, those inside content controls and insertions too."""
    for element in parent:
        if element.tag in tags:
            yield element
        elif element.tag in (w("sdt"), *WRAPPERS):
            yield from inside(element, *tags)


def paragraphs_of(container: etree._Element) -> Iterator[etree._Element]:
    """Go through the paragraphs of a cell, note, header or text box, those of tables and controls in it too."""
    for element in container:
        if element.tag == w("p"):
            yield element
        elif element.tag == qualified("mc:AlternateContent"):
            yield from paragraphs_of(alternative(element))
        elif element.tag in CONTAINERS:
            yield from paragraphs_of(element)


def _bookmarks(paragraph: etree._Element) -> tuple[list[etree._Element], list[etree._Element]]:
    """Return the marks of bookmarks in a paragraph that come before it, and those that come after it."""
    before: list[etree._Element] = []
    after: list[etree._Element] = []
    marks = list(paragraph.iter(w("bookmarkStart"), w("bookmarkEnd")))
    places: dict[etree._Element, tuple[bool, bool]] = {}
    for parent in dict.fromkeys(map(parent_of, marks)):
        texts = [number for number, element in enumerate(parent) if element.tag in TEXT]
        first, last = (texts[0], texts[-1]) if texts else (len(parent), -1)
        places.update((element, (first < number, last > number)) for number, element in enumerate(parent))
    for mark in marks:
        text_before, text_after = places[mark]
        is_after = text_before and (mark.tag == w("bookmarkEnd") or not text_after)
        (after if is_after else before).append(mark)
    return before, after


def style_names(styles: etree._Element) -> dict[str, str]:
    """Return the names of styles, in small letters, by id."""
    named = ((style.get(w("styleId"), ""), value_of(style, "name")) for style in styles.iter(w("style")))
    return {style_id: name.lower() for style_id, name in named if name}


def unseen_styles(styles: etree._Element) -> tuple[frozenset[str], frozenset[str]]:
    """Return the ids of the styles that hide text, and of those that strike it through, themselves or by their base."""
    known = {style.get(w("styleId"), ""): style for style in styles.iter(w("style"))}
    hiding, striking = (
        frozenset(style_id for style_id in known if _says(known, style_id, names)) for names in (HIDING, STRIKING)
    )
    return hiding, striking


def _says(known: dict[str, etree._Element], style_id: str, names: tuple[str, ...]) -> bool:
    """Tell whether a style, or the nearest it is based on that says anything of it, turns one of some formats on."""
    seen: set[str] = set()
    while style_id in known and style_id not in seen:
        seen.add(style_id)
        properties = known[style_id].find(w("rPr"))
        if properties is not None and any(properties.find(w(name)) is not None for name in names):
            return any(is_on(properties, name) for name in names)
        style_id = value_of(known[style_id], "basedOn") or ""
    return False


def ordered_lists(numbering: etree._Element) -> dict[tuple[str, int], bool]:
    """Tell for each list and level whether it counts (its format is not a bullet)."""
    formats: dict[tuple[str, int], bool] = {}
    for definition in numbering.findall(w("abstractNum")):
        for level in definition.findall(w("lvl")):
            ordered = value_of(level, "numFmt") not in ("bullet", "none", None)
            formats[definition.get(w("abstractNumId"), ""), level_of(level.get(w("ilvl")))] = ordered
    uses = {number.get(w("numId"), ""): value_of(number, "abstractNumId") for number in numbering.findall(w("num"))}
    return {
        (number, level): ordered
        for number, used in uses.items()
        for (definition, level), ordered in formats.items()
        if definition == used
    }


def level_of(typed: str | None) -> int:
    """Return a list level; what is no level of Word's (0 to 8) counts as the first."""
    return int(typed) if typed in LEVELS else 0


def value_of(element: etree._Element, *path: str) -> str | None:
    """Return the `w:val` of an element inside, by its path, or None if there is none."""
    found: Any = element.find(_path(path))
    return None if found is None else str(found.get(w("val"), ""))


@cache
def _path(names: tuple[str, ...]) -> str:
    return "/".join(map(w, names))
