"""A letterhead opened for writing: its styles, lists and page, looked up once."""

from copy import deepcopy
from dataclasses import dataclass, replace

from lxml import etree

from letterkit.errors import LetterheadError, Place, Problem
from letterkit.formats.word.namespaces import RECORD_NAMESPACE, w
from letterkit.formats.word.opc import (
    CONTENT_TYPES,
    CORE_PROPERTIES,
    RECORD_PART,
    NotAWordFile,
    Package,
    damage,
    to_xml,
)
from letterkit.formats.word.reading import TextReader, margins
from letterkit.formats.word.styles import BULLET_STYLES, NUMBER_STYLES, REQUIRED_STYLES
from letterkit.letter import Manuscript

WIDE = {
    "pgSz": {"w": "16838", "h": "11906", "orient": "landscape"},
    "pgMar": {"left": "850", "right": "850"},
}
NARROWEST_TEXT = 2000
CUSTOM_XML = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
RECORD_PROPERTIES_PART = "customXml/itemProps1970.xml"
RECORD_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
RECORD_ITEM_ID = "{6C6B7265-636F-7264-8000-000000000001}"
STYLE_REMEDY = "Open the letterhead in Word and add a style of that name, or copy one from another letterhead."


@dataclass(frozen=True, slots=True)
class Stationery:
    """A letterhead: `style_ids` by style name in small letters, `abstract_lists` by list style.

    `text_width` is the width between the page's margins in twentieths of a point, `margins` what is printed in them:
    the lines of its headers and footers.
    """

    package: Package
    document: str
    section: etree._Element
    style_ids: dict[str, str]
    numbering_part: str
    abstract_lists: dict[str, str]
    next_list: int
    text_width: int
    margins: tuple[str, ...]

    def fresh_package(self) -> Package:
        """Return the letterhead's parts, to be filled with a letter and its record."""
        return Package(dict(self.package.parts))

    def as_wide(self) -> "Stationery":
        """Return it with pages for a wide table: A4, landscape, narrow margins."""
        section = deepcopy(self.section)
        for name, values in WIDE.items():
            element = section.find(w(name))
            if element is not None:
                for key, value in values.items():
                    element.set(w(key), value)
        return replace(self, section=section, text_width=_text_width(section))

    @property
    def section_xml(self) -> str:
        """The page set-up as it stands at the end of a body."""
        return etree.tostring(self.section, encoding="unicode", with_tail=False)

    def numbering(self) -> etree._Element:
        """Return the list definitions, to be added to."""
        return deepcopy(_parsed(self.package, self.numbering_part))


def open_letterhead(data: bytes, *, shown_as: str) -> Stationery:
    """Open a letterhead; raises LetterheadError with everything that it lacks."""
    place = Place(shown_as)
    try:
        package = Package.from_bytes(data)
        document = package.document_name()
        styles = package.xml(package.related(document, "styles"))
        numbering_part = package.related(document, "numbering") or ""
        numbering = package.xml(numbering_part)
        _parsed(package, CONTENT_TYPES)
        section = _parsed(package, document).find(f"{w('body')}/{w('sectPr')}")
    except (NotAWordFile, etree.XMLSyntaxError) as error:
        what, _ = damage(error)
        raise LetterheadError([Problem(place, what, "Save the letterhead again from Word as .docx.")]) from error
    if b"wordprocessingml.document.main+xml" not in package.parts[CONTENT_TYPES]:
        what = "It is a Word template, or has macros in it."
        raise LetterheadError([Problem(place, what, "In Word, save it as a Word document (.docx).")])
    if package.related("", "core-properties") != CORE_PROPERTIES:
        what = "It has no document properties where Word keeps them."
        raise LetterheadError([Problem(place, what, "Open it in Word and save it again as .docx.")])
    if styles is None or numbering is None or section is None:
        what = "The letterhead has no styles, no lists or no page set-up."
        raise LetterheadError([Problem(place, what, "Begin again from a letterhead that came with letterkit.")])
    style_ids = {
        name.get(w("val"), "").lower(): style.get(w("styleId"), "")
        for style in styles.iter(w("style"))
        for name in style.iterchildren(w("name"))
    }
    missing = sorted(REQUIRED_STYLES - style_ids.keys())
    if missing:
        raise LetterheadError(
            [Problem(place, f"The letterhead has no style '{name}'.", STYLE_REMEDY) for name in missing]
        )
    lists = _lists_of_styles(
        styles, numbering, {name: style_ids[name] for name in (BULLET_STYLES[0], NUMBER_STYLES[0])}
    )
    unlisted = sorted({BULLET_STYLES[0], NUMBER_STYLES[0]} - lists.keys())
    if unlisted:
        remedy = "In Word, give that style a bullet or number format."
        raise LetterheadError([Problem(place, f"The style '{name}' makes no list.", remedy) for name in unlisted])
    taken = [int(number.get(w("numId"), "0")) for number in numbering.findall(w("num"))]
    _add_place_for_record(package, document)
    printed = Manuscript(tuple(margins(package, document, TextReader()))).margins
    next_list, width = max(taken, default=0) + 1, _text_width(section)
    return Stationery(package, document, section, style_ids, numbering_part, lists, next_list, width, printed)


def _add_place_for_record(package: Package, document: str) -> None:
    """Add the part of the draft record, still empty, and the part that names its kind.

    Programs that save Word files keep only records that have one.
    """
    package.add(RECORD_PART, b"", "application/xml", related_to=document, kind="customXml")
    properties = etree.Element(f"{{{CUSTOM_XML}}}datastoreItem", nsmap={"ds": CUSTOM_XML})
    properties.set(f"{{{CUSTOM_XML}}}itemID", RECORD_ITEM_ID)
    schemas = etree.SubElement(properties, f"{{{CUSTOM_XML}}}schemaRefs")
    etree.SubElement(schemas, f"{{{CUSTOM_XML}}}schemaRef", {f"{{{CUSTOM_XML}}}uri": RECORD_NAMESPACE})
    kind, data = "customXmlProps", to_xml(properties)
    package.add(RECORD_PROPERTIES_PART, data, RECORD_PROPERTIES_TYPE, related_to=RECORD_PART, kind=kind)


def _lists_of_styles(styles: etree._Element, numbering: etree._Element, wanted: dict[str, str]) -> dict[str, str]:
    """Return, for each list style, the id of the list definition that it uses."""
    definitions = {
        number.get(w("numId")): definition.get(w("val"), "")
        for number in numbering.findall(w("num"))
        for definition in number.iterchildren(w("abstractNumId"))
    }
    by_id = {style.get(w("styleId")): style for style in styles.iter(w("style"))}
    found = {}
    for name, style_id in wanted.items():
        number = by_id[style_id].find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
        if number is not None and number.get(w("val")) in definitions:
            found[name] = definitions[number.get(w("val"))]
    return found


def _text_width(section: etree._Element) -> int:
    page, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    width = _twips(page, "w", 11906)
    return max(NARROWEST_TEXT, width - sum(_twips(margins, side, 1440) for side in ("left", "right")))


def _twips(element: etree._Element | None, name: str, otherwise: int) -> int:
    """Return a measure in twentieths of a point; one written in another unit counts as the usual one."""
    typed = element.get(w(name), "") if element is not None else ""
    return int(typed) if typed.isascii() and typed.isdigit() else otherwise


def _parsed(package: Package, part: str) -> etree._Element:
    root = package.xml(part)
    if root is None:
        raise NotAWordFile(f"Its part {part} is missing.")
    return root
