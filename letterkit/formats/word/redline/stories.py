"""The parts of two Word files that hold the same: the document, the notes, each header and footer by its place."""

from collections.abc import Iterator, Mapping

from lxml import etree

from letterkit.formats.word.elements import parent_of
from letterkit.formats.word.namespaces import qualified, w
from letterkit.formats.word.opc import Package, relationships_name, resolved

KINDS, PAGES = ("header", "footer"), ("default", "first", "even")
NOTES = ("footnotes", "endnotes")
Place = tuple[int, str, str]
"""A section by its number, header or footer, and on which pages."""


def paired_stories(before: Package, after: Package) -> Iterator[tuple[str, str]]:
    """Go through the parts that hold text in both files, those of the first with those of the second.

    Headers and footers belong together by section and kind, whatever their parts are called.
    """
    was, now = before.document_name(), after.document_name()
    yield was, now
    for kind in NOTES:
        parts = (before.related(was, kind), after.related(now, kind))
        if parts[0] in before.parts and parts[1] in after.parts:
            yield str(parts[0]), str(parts[1])
    known, seen = _margins(before), set[str]()
    for place, name in _margins(after).items():
        if place in known and name not in seen:
            seen.add(name)
            yield known[place], name


def _margins(package: Package) -> Mapping[Place, str]:
    """Return the part of each header and footer; a section without one of its own has that of the section before."""
    document = package.document_name()
    root = package.xml(document)
    relationships = package.xml(relationships_name(document))
    if root is None or relationships is None:
        return {}
    targets = {one.get("Id"): resolved(document, one.get("Target", "")) for one in relationships}
    found: dict[Place, str] = {}
    for number, section in enumerate(_sections(root)):
        for kind in KINDS:
            own = {
                one.get(w("type")): one.get(qualified("r:id")) for one in section.iterchildren(w(f"{kind}Reference"))
            }
            for page in PAGES:
                name = targets.get(own.get(page)) or found.get((number - 1, kind, page))
                if name in package.parts:
                    found[number, kind, page] = str(name)
    return found


def _sections(root: etree._Element) -> list[etree._Element]:
    """Return the sections in order, without those that a tracked change remembers."""
    return [section for section in root.iter(w("sectPr")) if parent_of(section).tag in (w("pPr"), w("body"))]
