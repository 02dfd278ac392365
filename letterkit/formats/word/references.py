"""What the text of a Word file refers to, by relationships and numbers, and what in it has a number of its own."""

from collections.abc import Container, Iterator

from lxml import etree

from letterkit.formats.word.namespaces import NAMESPACES, w
from letterkit.formats.word.opc import Package

ROOTS = {"footnotes": "footnotes", "endnotes": "endnotes", "header": "hdr", "footer": "ftr"}
NOTES = {"footnote": "footnotes", "endnote": "endnotes", "comment": "comments"}
CHANGES = tuple(map(w, ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange")))
"""The tracked changes that have a number each."""
_REFERENCES = etree.XPath("//@r:*[. != '']", namespaces={"r": NAMESPACES["r"]})
"""Every attribute of that namespace names a relationship (ECMA-376 part 1, 22.8); an empty one names none."""


def stories(package: Package) -> dict[str, str]:
    """Return the parts that hold text, the document first, each with the name of the element that it is."""
    document = package.document_name()
    found = {document: "document"} if document in package.parts else {}
    for kind, root in ROOTS.items():
        found.update((name, root) for name in package.all_related(document, kind) if name in package.parts)
    return found


def dangling(package: Package, part: str, root: etree._Element) -> Iterator[tuple[etree._Element, str, str]]:
    """Go through what refers to something that is not there: the element, its attribute and the id in it."""
    known = package.relationship_ids(part)
    for found in _REFERENCES(root):
        if found not in known:
            yield found.getparent(), found.attrname, str(found)
    for note, kind in NOTES.items():
        references = list(root.iter(w(f"{note}Reference")))
        ids = _notes(package, note, kind) if references else ()
        for reference in references:
            if (note_id := reference.get(w("id"), "")) not in ids:
                yield reference, w("id"), note_id


def _notes(package: Package, note: str, kind: str) -> Container[str]:
    root = package.xml(package.related(package.document_name(), kind))
    return frozenset(one.get(w("id"), "") for one in root.iterchildren(w(note))) if root is not None else ()
