"""A Word body with nothing left to settle: every tracked change accepted, no comments, no leftovers of typing."""

from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from letterkit.formats.word.elements import alternative, parent_of
from letterkit.formats.word.namespaces import qualified, w
from letterkit.formats.word.reading import DELETIONS, INSERTIONS

DROPPED = frozenset(
    w(name)
    for name in (
        "del", "moveFrom", "proofErr", "permStart", "permEnd", "commentRangeStart", "commentRangeEnd",
        "commentReference", "annotationRef", "lastRenderedPageBreak", "moveFromRangeStart", "moveFromRangeEnd",
        "moveToRangeStart", "moveToRangeEnd", "customXmlInsRangeStart", "customXmlInsRangeEnd",
        "customXmlDelRangeStart", "customXmlDelRangeEnd", "customXmlMoveFromRangeStart",
        "customXmlMoveFromRangeEnd", "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd", "rPrChange",
        "pPrChange", "tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange", "sectPrChange", "tblGridChange",
        "numberingChange", "cellIns", "cellMerge",
    )
)  # fmt: skip
UNWRAPPED = INSERTIONS | {w("smartTag"), w("customXml"), w("dir"), w("bdo")}
ALTERNATIVES = qualified("mc:AlternateContent")
SAYING_HOW = frozenset(map(w, ("sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr")))
LOOSE = frozenset(map(w, ("r", "hyperlink", "fldSimple")))


def settled(body: etree._Element) -> etree._Element:
    """Return a copy of a body, header, footer or note with every tracked change accepted."""
    copy = deepcopy(body)
    for element in [found for found in copy.iter(ALTERNATIVES) if parent_of(found).tag != w("r")]:
        _replace(element, alternative(element))
    _settle_rows(copy)
    _join_paragraphs(copy)
    for element in [found for found in copy.iter() if found.tag in DROPPED or found.tag in UNWRAPPED]:
        parent = element.getparent()
        if parent is None:
            continue
        if element.tag in UNWRAPPED and parent.tag not in (w("rPr"), w("trPr")):
            unwrap(element)
        else:
            parent.remove(element)
    for control in [found for found in copy.iter(w("sdt")) if parent_of(found).tag != w("p")]:
        content = control.find(w("sdtContent"))
        _replace(control, control if content is None else content)
    _put_into_paragraphs(copy)
    for run in [found for found in copy.iter(w("r")) if all(child.tag == w("rPr") for child in found)]:
        parent_of(run).remove(run)
    return copy


def unwrap(element: etree._Element) -> None:
    """Put what is inside an element in its place."""
    _replace(element, element)


def _replace(element: etree._Element, holder: Iterable[etree._Element]) -> None:
    """Put what is inside a holder in the place of an element."""
    for child in [child for child in holder if child.tag not in SAYING_HOW]:
        element.addprevious(child)
    parent_of(element).remove(element)


def _put_into_paragraphs(body: etree._Element) -> None:
    """Give runs that stand where paragraphs belong a paragraph, and paragraphs in paragraphs a place of their own."""
    for inner in reversed([found for found in body.iter(w("p")) if parent_of(found).tag == w("p")]):
        parent_of(inner).addnext(inner)
    for holder in (body, *body.iter(w("tc"), w("txbxContent"))):
        paragraph: etree._Element | None = None
        for child in list(holder):
            if child.tag not in LOOSE:
                paragraph = None
                continue
            if paragraph is None:
                paragraph = etree.Element(w("p"))
                child.addprevious(paragraph)
            paragraph.append(child)


def _settle_rows(body: etree._Element) -> None:
    for row in [row for row in body.iter(w("tr")) if row.find(f"{w('trPr')}/{w('del')}") is not None]:
        parent_of(row).remove(row)
    for cell in [cell for cell in body.iter(w("tc")) if cell.find(f"{w('tcPr')}/{w('cellDel')}") is not None]:
        parent_of(cell).remove(cell)
    for table in [table for table in body.iter(w("tbl")) if table.find(f".//{w('tr')}") is None]:
        parent_of(table).remove(table)


def _join_paragraphs(body: etree._Element) -> None:
    """Join each paragraph whose end was deleted with the next, whose properties it takes (ECMA-376, 17.13.5.15)."""
    for paragraph in list(body.iter(w("p"))):
        marks = paragraph.find(f"{w('pPr')}/{w('rPr')}")
        if marks is None or not any(marks.find(tag) is not None for tag in DELETIONS):
            continue
        following = paragraph.getnext()
        while following is not None and following.tag in (w("bookmarkStart"), w("bookmarkEnd")):
            following = following.getnext()
        content = [child for child in paragraph if child.tag not in (w("pPr"), *DELETIONS)]
        if following is not None and following.tag == w("p"):
            properties = following.find(w("pPr"))
            for place, child in enumerate(content, start=0 if properties is None else 1):
                following.insert(place, child)
        elif content:
            continue
        parent = parent_of(paragraph)
        if following is not None or len(parent) > 1:
            parent.remove(paragraph)
