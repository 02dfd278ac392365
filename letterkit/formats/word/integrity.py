"""Would Word open a file without repairing it? A last look at each file before it is saved.

The rules are those of ECMA-376 that Word enforces by repairing or refusing a file.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice

from lxml import etree

from letterkit.errors import UnsafeOutput
from letterkit.formats.word.namespaces import NAMESPACES, qualified, w
from letterkit.formats.word.opc import (
    CONTENT_TYPES,
    DOCUMENT_TYPE,
    Package,
    is_part_name,
    owner_of,
    parse_xml,
    relationships_name,
)
from letterkit.formats.word.references import CHANGES, dangling, stories

OWNERS = {w(f"{name}Pr"): w(name) for name in ("p", "r", "tbl", "tc", "sdt")}
"""The elements that say how something looks, which come first in what they belong to."""

MOST_TOLD, LONGEST_SHOWN = 3, 60
PAIRS = (
    ("bookmarkStart", "bookmarkEnd"),
    ("commentRangeStart", "commentRangeEnd"),
    ("moveFromRangeStart", "moveFromRangeEnd"),
    ("moveToRangeStart", "moveToRangeEnd"),
)
MISPLACED = {
    **{w(holder): (w("r"), w("t")) for holder in ("body", "hdr", "ftr", "footnote", "endnote", "txbxContent", "tc")},
    **{w(holder): (w("r"), w("p"), w("tbl")) for holder in ("tbl", "tr")},
}
"""What may not stand straight in what."""
MISPLACED_IN_A_PARAGRAPH = etree.XPath("//w:p/w:p | //w:p/w:tbl | //w:p/w:t", namespaces=NAMESPACES)


def safe_bytes(package: Package, *, blame: str) -> bytes:
    """Return the bytes of a Word file; raises UnsafeOutput for one that Word would have to repair.

    `blame` says whose fault that is.
    """
    if found := told_faults(package):
        raise UnsafeOutput(f"Nothing was saved, since Word would have to repair the file: {found}. {blame}")
    return package.to_bytes()


def told_faults(package: Package) -> str:
    """Return what Word would repair, or refuse, in a file: the first few faults, or the empty string."""
    return "; ".join(islice(faults(package), MOST_TOLD))


def faults(package: Package) -> Iterator[str]:
    """Go through what Word would repair, or refuse, in a file."""
    for look in (_parts_have_names_of_their_own, _parts_have_content_types, _relationships_have_targets):
        yield from look(package)
    if package.document_name() not in package.parts:
        yield "it has no document"
    for name, holder in stories(package).items():
        if name == package.document_name():
            yield from _in_story(package, name, holder)
        else:
            yield from _in_margin(name, holder, package.parts[name], package.parts.get(relationships_name(name)))


@lru_cache(maxsize=16)
def _in_margin(name: str, holder: str, data: bytes, relationships: bytes | None) -> tuple[str, ...]:
    """Look at a header, footer or the notes; letter after letter on one letterhead has the same."""
    parts = {name: data} if relationships is None else {name: data, relationships_name(name): relationships}
    return tuple(_in_story(Package(parts), name, holder))


def _in_story(package: Package, name: str, holder: str) -> Iterator[str]:
    try:
        root = parse_xml(package.parts[name])
    except etree.XMLSyntaxError as error:
        yield f"{name} is not XML ({error.msg})"
        return
    if root.tag != w(holder):
        yield f"{name} begins with {etree.QName(root).localname}, not with {holder}"
        return
    for rule in RULES:
        yield from rule(root)
    for element, _, value in dangling(package, name, root):
        yield f"{etree.QName(element).localname} in {name} names {value}, which is not there"


def _parts_have_names_of_their_own(package: Package) -> Iterator[str]:
    """Names go without regard to case (ECMA-376 part 2, 6.2.2.3)."""
    for part in package.parts:
        if part != CONTENT_TYPES and not is_part_name(part):
            yield f"{part[:LONGEST_SHOWN]} cannot be the name of a part"
    for name, times in Counter(part.lower() for part in package.parts).items():
        if times > 1:
            yield f"there are {times} parts by the name {name[:LONGEST_SHOWN]}"


def _relationships_have_targets(package: Package) -> Iterator[str]:
    for part in package.parts:
        if part.endswith(".rels"):
            for _, target in package.relationships(owner_of(part)):
                if target not in package.parts:
                    yield f"{part} points to {target}, which is not there"


def _parts_have_content_types(package: Package) -> Iterator[str]:
    types = package.content_types()
    for part in package.parts:
        if part != CONTENT_TYPES and part not in types:
            yield f"{part[:LONGEST_SHOWN]} has no content type"
    there = {f"/{part}".lower() for part in package.parts}
    said = Counter(name for name, _ in package.told_types() if name.startswith("/"))
    for name, times in said.items():
        if name not in there:
            yield f"a content type is given for {name[1:]}, which is not there"
        elif times > 1:
            yield f"a content type is given for {name[1:]} {times} times"
    if types.get(package.document_name(), DOCUMENT_TYPE) != DOCUMENT_TYPE:
        yield "it is said to be a template, or to have macros"


def _ids_are_unique(root: etree._Element) -> Iterator[str]:
    for tag, attribute in (
        (w("bookmarkStart"), w("id")),
        (w("bookmarkStart"), w("name")),
        (qualified("wp:docPr"), "id"),
    ):
        yield from _doubled(tag, (element.get(attribute) for element in root.iter(tag)))
    yield from _doubled(w("id"), (element.get(w("val")) for element in root.iter(w("id"))))
    yield from _doubled("w:id of a change", (element.get(w("id")) for element in root.iter(*CHANGES)))


def _doubled(what: str, numbers: Iterator[str | None]) -> Iterator[str]:
    values = list(numbers)
    if len(set(values)) == len(values) and None not in values:
        return
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


def _everything_is_in_its_place(root: etree._Element) -> Iterator[str]:
    for holder in root.iter(*MISPLACED):
        for element in holder.iterchildren(*MISPLACED[str(holder.tag)]):
            yield f"{etree.QName(element).localname} stands straight in {etree.QName(holder).localname}"
    for element in MISPLACED_IN_A_PARAGRAPH(root):
        yield f"{etree.QName(element).localname} stands straight in p"


def _sections_end_the_body(root: etree._Element) -> Iterator[str]:
    body = root.find(w("body"))
    if body is None:
        if root.tag == w("document"):
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
    _everything_is_in_its_place,
    _sections_end_the_body,
)
