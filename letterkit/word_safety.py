"""Would Word open a file without repairing it? A last look at each file before it is saved.

The rules are those of ECMA-376 that Word enforces by repairing or refusing a file.
"""

from collections import Counter
from collections.abc import Callable, Iterator

from lxml import etree

from letterkit.errors import UnsafeOutput
from letterkit.package import CONTENT_TYPES, TYPES_NAMESPACE, Package, owner_of
from letterkit.wordml import parse_xml, qualified, w

OWNERS = {w(f"{name}Pr"): w(name) for name in ("p", "r", "tbl", "tc", "sdt")}
"""The elements that say how something looks, which come first in what they belong to."""

MOST_TOLD = 3
PAIRS = (
    ("bookmarkStart", "bookmarkEnd"),
    ("commentRangeStart", "commentRangeEnd"),
    ("moveFromRangeStart", "moveFromRangeEnd"),
    ("moveToRangeStart", "moveToRangeEnd"),
)
CHANGES = tuple(map(w, ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange")))


def safe_bytes(package: Package) -> bytes:
    """Return a Word file; raises UnsafeOutput for one that Word would have to repair."""
    found = list(faults(package))
    if found:
        raise UnsafeOutput(
            f"Nothing was saved, since Word would have to repair the file: {'; '.join(found[:MOST_TOLD])}. "
            "If it happens with another letterhead, too, it is a fault of letterkit: report it with the files."
        )
    return package.to_bytes()


def faults(package: Package) -> Iterator[str]:
    """Go through what Word would repair, or refuse, in a file."""
    yield from _parts(package)
    try:
        root = package.xml(package.document_name())
    except etree.XMLSyntaxError as error:
        yield f"its document is not XML ({error.msg})"
        return
    if root is None:
        yield "it has no document"
        return
    for rule in RULES:
        yield from rule(root)


def _parts(package: Package) -> Iterator[str]:
    """Every part has a content type, every relationship a target (ECMA-376, part 2)."""
    types = parse_xml(package.parts[CONTENT_TYPES])
    extensions = {entry.get("Extension", "").lower() for entry in types if entry.tag == f"{TYPES_NAMESPACE}Default"}
    named = {entry.get("PartName", "").lstrip("/") for entry in types if entry.tag == f"{TYPES_NAMESPACE}Override"}
    for part in package.parts:
        if part != CONTENT_TYPES and part not in named and part.rpartition(".")[2].lower() not in extensions:
            yield f"{part} has no content type"
        if part.endswith(".rels"):
            for target in package.targets(owner_of(part)):
                if target not in package.parts:
                    yield f"{part} points to {target}, which is not there"
    for part in named - set(package.parts):
        yield f"a content type is given for {part}, which is not there"


def _ids_are_unique(root: etree._Element) -> Iterator[str]:
    for tag, attribute in (
        (w("bookmarkStart"), w("id")),
        (w("bookmarkStart"), w("name")),
        (qualified("wp:docPr"), "id"),
    ):
        yield from _doubled(tag, (element.get(attribute) for element in root.iter(tag)))
    yield from _doubled(w("id"), (element.get(w("val")) for element in root.iter(w("id"))))
    yield from _doubled("w:id of a change", (element.get(w("id")) for element in root.iter(*CHANGES)))


def _doubled(what: str, values: Iterator[str | None]) -> Iterator[str]:
    for value, times in Counter(values).items():
        if times > 1 or value is None:
            yield f"{etree.QName(what).localname if '}' in what else what} has the value {value} {times} times"


def _properties_come_first(root: etree._Element) -> Iterator[str]:
    for properties in root.iter(*OWNERS):
        if properties.getprevious() is None:
            continue
        owner = properties.getparent()
        if owner is not None and owner.tag == OWNERS[str(properties.tag)]:
            yield f"{etree.QName(owner).localname} has its properties after its content"


def _pairs_are_closed(root: etree._Element) -> Iterator[str]:
    for start, end in PAIRS:
        opened = Counter(element.get(w("id")) for element in root.iter(w(start)))
        closed = Counter(element.get(w("id")) for element in root.iter(w(end)))
        if opened != closed:
            yield f"{start} and {end} do not pair: {sorted(map(str, (opened - closed) + (closed - opened)))[:3]}"


def _fields_are_closed(root: etree._Element) -> Iterator[str]:
    depth = 0
    for mark in root.iter(w("fldChar")):
        depth += {"begin": 1, "end": -1}.get(mark.get(w("fldCharType"), ""), 0)
        if depth < 0:
            break
    if depth:
        yield "a field is begun and not ended, or ended and not begun"


def _cells_end_in_a_paragraph(root: etree._Element) -> Iterator[str]:
    for cell in root.iter(w("tc")):
        if len(cell) == 0 or cell[-1].tag != w("p"):
            yield "a table cell does not end in a paragraph"
    for table in root.iter(w("tbl")):
        if table.find(w("tr")) is None:
            yield "a table has no row"
        if table.find(w("tblGrid")) is None:
            yield "a table has no grid"
    for row in root.iter(w("tr")):
        if row.find(w("tc")) is None and row.find(f"{w('sdt')}") is None:
            yield "a table row has no cell"


def _sections_end_the_body(root: etree._Element) -> Iterator[str]:
    body = root.find(w("body"))
    if body is None:
        yield "it has no body"
        return
    section = body.find(w("sectPr"))
    if section is not None and body[-1] is not section:
        yield "something stands after the last section's properties"


RULES: tuple[Callable[[etree._Element], Iterator[str]], ...] = (
    _ids_are_unique,
    _properties_come_first,
    _pairs_are_closed,
    _fields_are_closed,
    _cells_end_in_a_paragraph,
    _sections_end_the_body,
)
