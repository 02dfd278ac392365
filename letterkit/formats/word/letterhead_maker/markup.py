"""Builders for WordprocessingML elements: what a style, a header and the specimen are made of."""

from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from letterkit.formats.word.namespaces import NAMESPACES, XML_SPACE, w
from letterkit.formats.word.opc import to_xml

Element = etree._Element

DECLARED = {prefix: NAMESPACES[prefix] for prefix in ("w", "r")}
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs "
    "spacing ind contextualSpacing jc outlineLvl",
    "rPr": "rStyle rFonts b bCs i iCs smallCaps color spacing sz szCs u vertAlign lang",
    "pBdr": "top left bottom right between",
}
"""The schema wants the children of these in order (ECMA-376 part 1, 17.3.1.26, 17.3.2.28, 17.3.1.24)."""


def element(name: str, /, *children: Element, **attributes: str | int) -> Element:
    """Return one element of the main namespace, its attributes in that namespace too.

    It takes copies of its children, so that one rule or fill may serve several styles.
    """
    made = etree.Element(w(name), nsmap=DECLARED)
    for key, said in attributes.items():
        made.set(w(key), str(said))
    made.extend(deepcopy(child) for child in _in_order(name, children))
    return made


def _in_order(name: str, children: Iterable[Element]) -> Iterable[Element]:
    if name not in ORDER:
        return children
    order = ORDER[name].split()
    return sorted(children, key=lambda child: order.index(etree.QName(child).localname))


def value(name: str, val: str | int) -> Element:
    """Return the commonest shape of element: one `w:val`."""
    return element(name, val=val)


def part(root: Element) -> bytes:
    """Return the bytes of a part."""
    etree.cleanup_namespaces(root, top_nsmap=DECLARED)
    return to_xml(root)


def run(text: str, *properties: Element, style: str = "") -> Element:
    """Return a run of text, in a character style if the id of one is given."""
    marks = (value("rStyle", style), *properties) if style else properties
    return element("r", *([element("rPr", *marks)] if marks else []), _kept_whole("t", text))


def paragraph(style: str, *content: Element | str) -> Element:
    """Return a paragraph in a style, by its id; strings become plain runs."""
    runs = (run(piece) if isinstance(piece, str) else piece for piece in content)
    return element("p", element("pPr", value("pStyle", style)), *runs)


def field(instruction: str, shown: str) -> list[Element]:
    """Return a complex field (ECMA-376 part 1, 17.16.18), with the result to show until Word computes it."""
    code = _kept_whole("instrText", f" {instruction} ")
    begin, separate, end = (element("r", element("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end"))
    return [begin, element("r", code), separate, run(shown), end]


def _kept_whole(name: str, text: str) -> Element:
    """Return an element of text, with the spaces at its ends."""
    made = element(name)
    made.text = text
    made.set(XML_SPACE, "preserve")
    return made
