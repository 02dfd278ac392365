"""Copies of elements that keep what a file says of them elsewhere: the prefixes that `Requires` and the like name."""

from copy import deepcopy

from lxml import etree

from letterkit.formats.word.namespaces import qualified

NAMING_PREFIXES = ("Requires", *map(qualified, ("mc:Ignorable", "mc:MustUnderstand", "mc:ProcessContent")))
"""The attributes that name prefixes (ECMA-376 part 3, 9), which must be declared where these stand."""


def copied(element: etree._Element) -> etree._Element:
    """Return a copy in which each prefix that is named is declared where it is named."""
    copy = deepcopy(element)
    for original, its in list(zip(element.iter(), copy.iter(), strict=True)):
        named = {prefix for name in NAMING_PREFIXES for prefix in original.get(name, "").split()}
        lost = {prefix: uri for prefix in named if (uri := original.nsmap.get(prefix)) and its.nsmap.get(prefix) != uri}
        if lost and its.getparent() is not None:
            _declare(its, lost)
    return copy


def _declare(element: etree._Element, prefixes: dict[str, str]) -> None:
    """Put in an element's place one that declares more prefixes; lxml cannot declare them on one that is there."""
    known = element.nsmap
    known.update(prefixes)
    declaring = etree.Element(element.tag, dict(element.attrib), nsmap=known)
    declaring.text, declaring.tail = element.text, element.tail
    declaring.extend(list(element))
    parent = element.getparent()
    assert parent is not None
    parent.replace(element, declaring)
