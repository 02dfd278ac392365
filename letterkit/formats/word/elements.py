"""What stands in a Word file, wherever other programs have put it: paragraphs, cells, styles, lists."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import Any

from lxml import etree

from letterkit.formats.word.namespaces import UNDERSTOOD, qualified, w

WRAPPERS = frozenset(
    w(name) for name in ("ins", "moveTo", "hyperlink", "smartTag", "sdtContent", "fldSimple", "customXml", "dir", "bdo")
)
CONTAINERS = WRAPPERS | {w(name) for name in ("sdt", "tbl", "tr", "tc")}
TEXT = frozenset(w(name) for name in ("r", "sdt", "ins"))
LEVELS = frozenset("012345678")
BINDINGS = (w("dataBinding"), qualified("w15:dataBinding"))
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


def alternative(element: etree._Element) -> Sequence[etree._Element]:
    """Return what stands in the one alternative that Word shows (ECMA-376 part 3, 9.3)."""
    choices = [choice for choice in element.iterchildren(qualified("mc:Choice")) if _is_understood(choice)]
    shown = next(chain(choices, element.iterchildren(qualified("mc:Fallback"))), None)
    return () if shown is None else tuple(shown)


def _is_understood(choice: etree._Element) -> bool:
    """Tell whether Word knows every namespace that a choice requires."""
    return all(choice.nsmap.get(prefix) in UNDERSTOOD for prefix in choice.get("Requires", "").split())


def bound_controls(root: etree._Element) -> dict[etree._Element, int]:
    """Count the controls whose text comes from another part of the file, by the paragraph they stand in or hold."""
    found: Counter[etree._Element] = Counter()
    for binding in root.iter(*BINDINGS):
        control = next(binding.iterancestors(w("sdt")), binding)
        around = chain(control.iterancestors(w("p")), control.iter(w("p")))
        found[next(around, control)] += 1
    return found


def flattened(body: Iterable[etree._Element]) -> Iterator[etree._Element]:
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
            yield from flattened(_nested(element))
        else:
            yield element


def inside(parent: Iterable[etree._Element], *tags: str) -> Iterator[etree._Element]:
    """Go through the rows of a table, or the cells of a row, those inside content controls and insertions too."""
    for element in parent:
        if element.tag in tags:
            yield element
        elif element.tag == qualified("mc:AlternateContent"):
            yield from inside(alternative(element), *tags)
        elif element.tag in (w("sdt"), *WRAPPERS):
            yield from inside(element, *tags)


def paragraphs_of(container: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """Go through the paragraphs of a cell, note, header or text box, those of tables and controls in it too."""
    for element in container:
        if element.tag == w("p"):
            yield element
            yield from paragraphs_of(_nested(element))
        elif element.tag == qualified("mc:AlternateContent"):
            yield from paragraphs_of(alternative(element))
        elif element.tag in CONTAINERS:
            yield from paragraphs_of(element)


def _nested(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Go through paragraphs and tables inside a paragraph: against the standard, but Word shows them after it."""
    for element in paragraph:
        if element.tag in (w("p"), w("tbl")):
            yield element
        elif element.tag in WRAPPERS or element.tag == w("sdt"):
            yield from _nested(element)


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
    return _saying(known, HIDING), _saying(known, STRIKING)


def _saying(known: dict[str, etree._Element], names: tuple[str, ...]) -> frozenset[str]:
    """Return the styles that turn one of some formats on, or whose nearest base that says anything of it does."""
    told: dict[str, bool] = {}
    for style_id in known:
        chain: dict[str, None] = {}
        at, says = style_id, False
        while at in known and at not in chain:
            if at in told:
                says = told[at]
                break
            chain[at] = None
            properties = known[at].find(w("rPr"))
            if properties is not None and any(properties.find(w(name)) is not None for name in names):
                says = any(is_on(properties, name) for name in names)
                break
            at = value_of(known[at], "basedOn") or ""
        told.update(dict.fromkeys(chain, says))
    return frozenset(style_id for style_id, says in told.items() if says)


def ordered_lists(numbering: etree._Element) -> dict[tuple[str, int], bool]:
    """Tell for each list and level whether it counts (its format is not a bullet)."""
    formats: dict[str | None, dict[int, bool]] = {}
    for definition in numbering.findall(w("abstractNum")):
        levels = formats.setdefault(definition.get(w("abstractNumId"), ""), {})
        for level in definition.findall(w("lvl")):
            levels[level_of(level.get(w("ilvl")))] = value_of(level, "numFmt") not in ("bullet", "none", None)
    uses = {number.get(w("numId"), ""): value_of(number, "abstractNumId") for number in numbering.findall(w("num"))}
    return {
        (number, level): ordered for number, used in uses.items() for level, ordered in formats.get(used, {}).items()
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
