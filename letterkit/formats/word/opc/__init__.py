"""The zip package of a Word file (Open Packaging Conventions, ECMA-376 part 2)."""

from letterkit.formats.word.opc.document_properties import core_properties
from letterkit.formats.word.opc.package import (
    CONTENT_TYPES,
    CORE_PROPERTIES,
    DOCUMENT_TYPE,
    EXTERNAL,
    RECORD_PART,
    RELS_NAMESPACE,
    TYPES_NAMESPACE,
    NotAWordFile,
    Package,
    damage,
    damage_told,
    is_part_name,
    open_package,
    owner_of,
    relationships_name,
    resolved,
)
from letterkit.formats.word.opc.xml_parts import attribute, content, parse_xml, to_xml, xml_part

__all__ = [
    "CONTENT_TYPES",
    "CORE_PROPERTIES",
    "DOCUMENT_TYPE",
    "EXTERNAL",
    "RECORD_PART",
    "RELS_NAMESPACE",
    "TYPES_NAMESPACE",
    "NotAWordFile",
    "Package",
    "attribute",
    "content",
    "core_properties",
    "damage",
    "damage_told",
    "is_part_name",
    "open_package",
    "owner_of",
    "parse_xml",
    "relationships_name",
    "resolved",
    "to_xml",
    "xml_part",
]
