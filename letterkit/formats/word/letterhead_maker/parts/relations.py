"""What each part of a letterhead is, and how they relate (Open Packaging Conventions, ECMA-376 part 2)."""

from collections.abc import Iterable
from typing import NamedTuple

from letterkit.formats.word.namespaces import RELATIONSHIP_TYPE
from letterkit.formats.word.opc import CORE_PROPERTIES, DOCUMENT_TYPE, RELS_NAMESPACE, TYPES_NAMESPACE, xml_part

OF_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
OF_OFFICE = "application/vnd.openxmlformats-officedocument."
OF_PACKAGES = "application/vnd.openxmlformats-package."
TO_CORE_PROPERTIES = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"


class Relation(NamedTuple):
    """A part that another points to: the id and type of the relationship, where it leads, what the part is."""

    key: str
    kind: str
    target: str
    content_type: str


OF_PACKAGE = (
    Relation("rId1", f"{RELATIONSHIP_TYPE}officeDocument", "word/document.xml", DOCUMENT_TYPE),
    Relation("rId2", TO_CORE_PROPERTIES, CORE_PROPERTIES, f"{OF_PACKAGES}core-properties+xml"),
    Relation(
        "rId3", f"{RELATIONSHIP_TYPE}extended-properties", "docProps/app.xml", f"{OF_OFFICE}extended-properties+xml"
    ),
)
OF_DOCUMENT = (
    Relation("rId1", f"{RELATIONSHIP_TYPE}styles", "styles.xml", f"{OF_WORD}styles+xml"),
    Relation("rId2", f"{RELATIONSHIP_TYPE}numbering", "numbering.xml", f"{OF_WORD}numbering+xml"),
    Relation("rId3", f"{RELATIONSHIP_TYPE}settings", "settings.xml", f"{OF_WORD}settings+xml"),
    Relation("rId4", f"{RELATIONSHIP_TYPE}fontTable", "fontTable.xml", f"{OF_WORD}fontTable+xml"),
    Relation("rId5", f"{RELATIONSHIP_TYPE}theme", "theme/theme1.xml", f"{OF_OFFICE}theme+xml"),
    Relation("rId6", f"{RELATIONSHIP_TYPE}header", "header1.xml", f"{OF_WORD}header+xml"),
    Relation("rId7", f"{RELATIONSHIP_TYPE}header", "header2.xml", f"{OF_WORD}header+xml"),
    Relation("rId8", f"{RELATIONSHIP_TYPE}footer", "footer1.xml", f"{OF_WORD}footer+xml"),
    Relation("rId9", f"{RELATIONSHIP_TYPE}footer", "footer2.xml", f"{OF_WORD}footer+xml"),
)
RUNNING = (
    ("headerReference", "first", "rId6"),
    ("headerReference", "default", "rId7"),
    ("footerReference", "first", "rId8"),
    ("footerReference", "default", "rId9"),
)
"""Which header and which footer the first page has, and which each other one (part 1, 17.10.2 and 17.10.5)."""


def content_types_part() -> bytes:
    """Return what each part is, by name (part 2, 6.2.3)."""
    named = [(f"/{one.target}", one.content_type) for one in OF_PACKAGE]
    named += [(f"/word/{one.target}", one.content_type) for one in OF_DOCUMENT]
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in named)
    return xml_part(
        f'<Types xmlns="{TYPES_NAMESPACE[1:-1]}">'
        f'<Default Extension="rels" ContentType="{OF_PACKAGES}relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def relationships_part(relations: Iterable[Relation]) -> bytes:
    """Return the relationships of the package, or of one part (part 2, 6.5)."""
    lines = (f'<Relationship Id="{one.key}" Type="{one.kind}" Target="{one.target}"/>' for one in relations)
    return xml_part(f'<Relationships xmlns="{RELS_NAMESPACE[1:-1]}">{"".join(lines)}</Relationships>')
