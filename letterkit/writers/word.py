"""A letter as a Word file on a letterhead.

The body is new; every other part of the letterhead is copied as it is, so whatever an office changes in
Word (fonts, colours, logo, margins) letters follow. Invisible in Word: a content control around each sourced
value, a bookmark around each answer and the draft record.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from lxml import etree

from letterkit import wordml
from letterkit.letter import Letter
from letterkit.manuscript import Manuscript
from letterkit.package import CORE_PROPERTIES, RECORD_PART
from letterkit.record import DraftRecord
from letterkit.word_parts import margins
from letterkit.word_safety import safe_bytes
from letterkit.word_text import TextReader
from letterkit.writers.body import Body
from letterkit.writers.stationery import Stationery

CUSTOM_XML = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
RECORD_PROPERTIES_PART = "customXml/itemProps1970.xml"
RECORD_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
RECORD_ITEM_ID = "{6C6B7265-636F-7264-8000-000000000001}"


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a Word file says of itself, and the pictures its letter needs by file name."""

    author: str
    dated: date
    pictures: Mapping[str, bytes]


def write(letter: Letter, stationery: Stationery, record: DraftRecord, imprint: Imprint) -> tuple[bytes, DraftRecord]:
    """Return the Word file and the record in it, which now has the digest of the file's parts."""
    package = stationery.fresh_package()
    body = Body(package, stationery, imprint.pictures)
    for block in letter.blocks:
        body.add(block)
    package.parts[stationery.document] = wordml.to_xml(body.document())
    package.parts[stationery.numbering_part] = wordml.to_xml(body.numbering)
    package.parts[CORE_PROPERTIES] = _core_properties(letter.title, imprint)
    package.add(RECORD_PART, b"", "application/xml", related_to=stationery.document, kind="customXml")
    package.add(
        RECORD_PROPERTIES_PART,
        _record_properties(),
        RECORD_PROPERTIES_TYPE,
        related_to=RECORD_PART,
        kind="customXmlProps",
    )
    printed = Manuscript(tuple(margins(package, stationery.document, TextReader())))
    finished = record.model_copy(update={"package_digest": package.digest(), "margins": printed.margins})
    package.parts[RECORD_PART] = _record_part(finished)
    return safe_bytes(package), finished


def _record_part(record: DraftRecord) -> bytes:
    """Return the XML part that carries the record as JSON."""
    root = etree.Element(f"{{{wordml.RECORD_NAMESPACE}}}record", nsmap={None: wordml.RECORD_NAMESPACE})
    root.text = record.to_json()
    return wordml.to_xml(root)


def _record_properties() -> bytes:
    """Return the part that names the record's kind; programs that save Word files keep only records that have one."""
    root = etree.Element(f"{{{CUSTOM_XML}}}datastoreItem", nsmap={"ds": CUSTOM_XML})
    root.set(f"{{{CUSTOM_XML}}}itemID", RECORD_ITEM_ID)
    schemas = etree.SubElement(root, f"{{{CUSTOM_XML}}}schemaRefs")
    etree.SubElement(schemas, f"{{{CUSTOM_XML}}}schemaRef", {f"{{{CUSTOM_XML}}}uri": wordml.RECORD_NAMESPACE})
    return wordml.to_xml(root)


def _core_properties(title: str, imprint: Imprint) -> bytes:
    """Return docProps/core.xml: title, author (the office, never a user) and the letter's own date."""
    core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    dc, terms = "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/"
    xsi = "http://www.w3.org/2001/XMLSchema-instance"
    root = etree.Element(f"{{{core}}}coreProperties", nsmap={"cp": core, "dc": dc, "dcterms": terms, "xsi": xsi})
    etree.SubElement(root, f"{{{dc}}}title").text = title
    etree.SubElement(root, f"{{{dc}}}creator").text = imprint.author
    etree.SubElement(root, f"{{{dc}}}language").text = "en-GB"
    for name in ("created", "modified"):
        moment = etree.SubElement(root, f"{{{terms}}}{name}", {f"{{{xsi}}}type": "dcterms:W3CDTF"})
        moment.text = f"{imprint.dated.isoformat()}T00:00:00Z"
    return wordml.to_xml(root)
