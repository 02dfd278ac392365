"""Strict Open XML (ISO/IEC 29500 part 1) in the names of Transitional, which everything else here reads and writes."""

import re
from collections.abc import Mapping

STRICT = b"http://purl.oclc.org/ooxml/"
IN_TRANSITIONAL = {
    b"wordprocessingml/main": b"wordprocessingml/2006/main",
    b"spreadsheetml/main": b"spreadsheetml/2006/main",
    b"presentationml/main": b"presentationml/2006/main",
    b"drawingml/main": b"drawingml/2006/main",
    b"drawingml/wordprocessingDrawing": b"drawingml/2006/wordprocessingDrawing",
    b"drawingml/spreadsheetDrawing": b"drawingml/2006/spreadsheetDrawing",
    b"drawingml/picture": b"drawingml/2006/picture",
    b"drawingml/chart": b"drawingml/2006/chart",
    b"drawingml/chartDrawing": b"drawingml/2006/chartDrawing",
    b"drawingml/diagram": b"drawingml/2006/diagram",
    b"drawingml/lockedCanvas": b"drawingml/2006/lockedCanvas",
    b"officeDocument/math": b"officeDocument/2006/math",
    b"officeDocument/bibliography": b"officeDocument/2006/bibliography",
    b"officeDocument/characteristics": b"officeDocument/2006/characteristics",
    b"officeDocument/customXml": b"officeDocument/2006/customXml",
    b"officeDocument/customXmlDataProps": b"officeDocument/2006/customXmlDataProps",
    b"officeDocument/customProperties": b"officeDocument/2006/custom-properties",
    b"officeDocument/docPropsVTypes": b"officeDocument/2006/docPropsVTypes",
    b"officeDocument/extendedProperties": b"officeDocument/2006/extended-properties",
    b"officeDocument/sharedTypes": b"officeDocument/2006/sharedTypes",
    b"schemaLibrary/main": b"schemaLibrary/2006/main",
    b"officeDocument/relationships/extendedProperties": b"officeDocument/2006/relationships/extended-properties",
    b"officeDocument/relationships/customProperties": b"officeDocument/2006/relationships/custom-properties",
}
"""The namespaces and types of relationships whose names differ, after the address that each begins with."""
RELATIONSHIPS, IN_TRANSITIONAL_RELATIONSHIPS = b"officeDocument/relationships", b"officeDocument/2006/relationships"
NAME = re.compile(re.escape(STRICT) + rb"([\w/-]+)")
TRANSITIONAL = b"http://schemas.openxmlformats.org/"
CONFORMANCE = re.compile(rb"""\s[\w.-]+:conformance=(["'])strict\1""")


def in_transitional(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a package, those of a Strict one in the names of Transitional."""
    return {
        name: _renamed(data) if STRICT in data and name.endswith((".xml", ".rels")) else data
        for name, data in parts.items()
    }


def _renamed(data: bytes) -> bytes:
    return NAME.sub(_name, CONFORMANCE.sub(b"", data))


def _name(found: re.Match[bytes]) -> bytes:
    name = found[1]
    if name in IN_TRANSITIONAL:
        return TRANSITIONAL + IN_TRANSITIONAL[name]
    if name.startswith(RELATIONSHIPS):
        return TRANSITIONAL + IN_TRANSITIONAL_RELATIONSHIPS + name.removeprefix(RELATIONSHIPS)
    return found[0]
