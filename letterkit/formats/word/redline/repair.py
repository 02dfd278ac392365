"""A colleague's Word file made fit to carry a redline, by leaving out what Word would trip over and no reader miss.

Comments and macros are left out, parts that Word does not know, and whatever refers to nothing; doubled numbers
are given anew. What cannot be mended so is left as it is, for `word_safety` to tell.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, count

from lxml import etree

from letterkit.formats.word.namespaces import qualified, w
from letterkit.formats.word.opc import (
    CONTENT_TYPES,
    DOCUMENT_TYPE,
    EXTERNAL,
    TYPES_NAMESPACE,
    Package,
    is_part_name,
    owner_of,
    parse_xml,
    resolved,
    to_xml,
)
from letterkit.formats.word.references import CHANGES, dangling, stories

UNWANTED_TYPE = re.compile(r"application/vnd\.(ms-(office|word)\.vba|.*wordprocessingml\.(comments|people)).*")
UNWANTED_KIND = re.compile(r".*/(comments\w*|people|vba\w*|wordVbaData)")
NOTHING_WITHOUT = frozenset(
    (
        *(w(f"{name}Reference") for name in ("header", "footer", "footnote", "endnote", "comment")),
        *(w(name) for name in ("altChunk", "subDoc", "control", "contentPart")),
        *(qualified(f"a:hlink{name}") for name in ("Click", "Hover", "MouseOver")),
        "{urn:schemas-microsoft-com:office:office}OLEObject",
    )
)
"""What says nothing once that is gone to which it refers."""
STORIES = tuple(map(w, ("body", "footnote", "endnote", "txbxContent")))
COLUMN = "2400"
"""The width of a column of which nothing is known, in twentieths of a point; Word fits columns to their text."""
DRAWN_FROM = frozenset((qualified("c:chart"), qualified("dgm:relIds")))


def mended(package: Package) -> Package:
    """Return the file as a .docx without comments, macros and loose ends; raises etree.XMLSyntaxError."""
    whole = Package(dict(package.parts))
    for name in list(_unwanted(whole)):
        del whole.parts[name]
    loose = list(_mend_relationships(whole))
    _mend_content_types(whole)
    for name in dict.fromkeys((*stories(whole), *loose)):
        root = parse_xml(whole.parts[name])
        _drop_dangling(whole, name, root)
        mend_numbers(root)
        whole.parts[name] = to_xml(root)
    return whole


def _unwanted(package: Package) -> Iterator[str]:
    """Go through the comments, the macros, and the parts that Word does not know or knows twice."""
    types, document = package.content_types(), package.document_name()
    related = [
        found for name in package.parts if name.endswith(".rels") for found in package.relationships(owner_of(name))
    ]
    unwanted = {target for kind, target in related if UNWANTED_KIND.fullmatch(kind)}
    wanted = {target for _, target in related}
    known: dict[str, str] = {}
    for name in sorted(package.parts, key=lambda name: name not in wanted):
        known.setdefault(name.lower(), name)
    for name in package.parts:
        if name in (CONTENT_TYPES, document):
            continue
        is_known = name.endswith(".rels") or (name in types and not UNWANTED_TYPE.fullmatch(types[name]))
        if not is_known or name in unwanted or known[name.lower()] != name or not is_part_name(name):
            yield name


def _mend_relationships(package: Package) -> Iterator[str]:
    """Drop relationships that lead nowhere; go through the parts that had one."""
    known, types = package.by_small_letters(), package.content_types()
    for name in [name for name in package.parts if name.endswith(".rels")]:
        owner = owner_of(name)
        if owner and owner not in package.parts:
            del package.parts[name]
            continue
        root = parse_xml(package.parts[name])
        inside = [entry for entry in root if entry.get("TargetMode") != EXTERNAL]
        gone = [entry for entry in inside if resolved(owner, entry.get("Target", "")).lower() not in known]
        for entry in gone:
            root.remove(entry)
        if gone:
            package.parts[name] = to_xml(root)
            if owner and types.get(owner, "").endswith("xml"):
                yield owner


def _mend_content_types(package: Package) -> None:
    """Give a content type once, and only to what is there; that of the document is a .docx file's."""
    types = parse_xml(package.parts[CONTENT_TYPES])
    document = f"/{package.document_name()}".lower()
    there = {f"/{name}".lower() for name in package.parts} - {document}
    seen: set[str] = set()
    for entry in list(types):
        name = (entry.get("PartName") or f".{entry.get('Extension')}").lower()
        is_spare = name in seen or UNWANTED_TYPE.fullmatch(entry.get("ContentType", ""))
        if is_spare or (name.startswith("/") and name not in there):
            types.remove(entry)
        seen.add(name)
    override = {"PartName": f"/{package.document_name()}", "ContentType": DOCUMENT_TYPE}
    etree.SubElement(types, f"{TYPES_NAMESPACE}Override", override)
    package.parts[CONTENT_TYPES] = to_xml(types)


def _drop_dangling(package: Package, part: str, root: etree._Element) -> None:
    for element, attribute, _ in list(dangling(package, part, root)):
        gone = element if element.tag in NOTHING_WITHOUT else None
        if element.tag in DRAWN_FROM:
            gone = next(element.iterancestors(w("drawing")), element)
        parent = gone.getparent() if gone is not None else None
        if gone is not None and parent is not None:
            parent.remove(gone)
        elif gone is None:
            del element.attrib[attribute]


def mend_numbers(root: etree._Element) -> None:
    """Give doubled numbers anew, and drop bookmarks that are not closed or have the name of another."""
    pairs = _bookmarks(root)
    pictures = [([element], "id") for element in root.iter(qualified("wp:docPr"))]
    changes = [([element], w("id")) for element in root.iter(*CHANGES)]
    for numbered in (pictures, changes, [(pair, w("id")) for pair in pairs]):
        _number_anew(numbered)
    seen: set[str] = set()
    for number in list(root.iterfind(f".//{w('sdtPr')}/{w('id')}")):
        value, parent = number.get(w("val"), ""), number.getparent()
        if value in seen and parent is not None:
            parent.remove(number)
        seen.add(value)


def mend_fields(root: etree._Element) -> None:
    """Drop the marks of fields that are not begun or not ended in their story: Word passes over them."""
    for story in _with_fields_of_their_own(root):
        begun: list[list[etree._Element]] = []
        loose: list[etree._Element] = []
        for mark in story.iter(w("fldChar")):
            if next(around for around in mark.iterancestors() if around.tag in STORIES or around is root) is not story:
                continue
            kind = mark.get(w("fldCharType"))
            if kind == "begin":
                begun.append([mark])
            elif not begun:
                loose.append(mark)
            elif kind == "end":
                begun.pop()
            else:
                begun[-1].append(mark)
        for mark in (*loose, *chain.from_iterable(begun)):
            parent = mark.getparent()
            if parent is not None:
                parent.remove(mark)


def _with_fields_of_their_own(root: etree._Element) -> list[etree._Element]:
    return list(dict.fromkeys((root, *root.iter(*STORIES))))


def mend_grids(root: etree._Element) -> None:
    """Give each table a grid that has none: Word opens it without one, but the standard wants it (17.4.48)."""
    for table in list(root.iter(w("tbl"))):
        if table.find(w("tblGrid")) is None:
            most = max((len(row.findall(w("tc"))) for row in table.iter(w("tr"))), default=1)
            grid = etree.Element(w("tblGrid"))
            for _ in range(max(most, 1)):
                etree.SubElement(grid, w("gridCol"), {w("w"): COLUMN})
            properties = table.find(w("tblPr"))
            table.insert(0, grid) if properties is None else properties.addnext(grid)


def _number_anew(numbered: Sequence[tuple[list[etree._Element], str]]) -> None:
    values = [elements[0].get(attribute) for elements, attribute in numbered]
    known = set(values)
    seen: set[str | None] = {None}
    free = (number for number in map(str, count(1)) if number not in known)
    for (elements, attribute), value in zip(numbered, values, strict=True):
        if value in seen:
            number = next(free)
            for element in elements:
                element.set(attribute, number)
        seen.add(value)


def _bookmarks(root: etree._Element) -> list[list[etree._Element]]:
    """Return the bookmarks by their two marks, without those that are not closed or have the name of another."""
    opened: dict[str | None, list[etree._Element]] = {}
    pairs: list[list[etree._Element]] = []
    loose: list[etree._Element] = []
    for mark in root.iter(w("bookmarkStart"), w("bookmarkEnd")):
        waiting = opened.setdefault(mark.get(w("id")), [])
        if mark.tag == w("bookmarkStart"):
            waiting.append(mark)
        elif waiting:
            pairs.append([waiting.pop(), mark])
        else:
            loose.append(mark)
    loose += [mark for waiting in opened.values() for mark in waiting]
    named: dict[str | None, list[etree._Element]] = {None: []}
    for pair in pairs:
        if named.setdefault(pair[0].get(w("name")), pair) is not pair:
            loose += pair
    for mark in loose:
        parent = mark.getparent()
        if parent is not None:
            parent.remove(mark)
    del named[None]
    return list(named.values())
