"""One part of a package: parsed safely, and written."""

from lxml import etree

MOST_BYTES, MOST_ELEMENTS = 30_000_000, 1_500_000
"""How large one part may be; a letter of a thousand pages has a tenth of it."""


_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
)
"""Leaves out comments and processing instructions, which mean nothing in a Word file and are no elements."""


def content(text: str) -> str:
    """Return text as it stands between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def attribute(text: str) -> str:
    """Return text as it stands in an attribute, between double quotation marks."""
    return content(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


class HostilePart(etree.XMLSyntaxError):
    """A part is made as only attacks are; the message says how."""

    def __init__(self, what: str) -> None:
        super().__init__(what, 0, 0, 0)

    def __str__(self) -> str:
        return str(self.msg)


def parse_xml(data: bytes) -> etree._Element:
    """Parse one part of a package; raises etree.XMLSyntaxError. Fetches nothing and expands no entity.

    No part may declare a document type (ECMA-376, part 2, 8.1.4): it is what attacks by entities need. What is too
    large is refused before it takes memory: an element takes some fifty times the bytes that it is written in.
    """
    many = len(data) > MOST_ELEMENTS * len("<a/>") and data.count(b"<") - data.count(b"</") > MOST_ELEMENTS
    if many or len(data) > MOST_BYTES:
        raise HostilePart("A part of it is larger than any letter's.")
    root = etree.fromstring(data, _PARSER)
    if root.getroottree().docinfo.doctype:
        raise HostilePart("A part declares a document type, which no Word file does.")
    return root


def xml_part(inner: str) -> bytes:
    """Return the bytes of one part from its text."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{inner}'.encode()


def to_xml(root: etree._Element) -> bytes:
    """Return the bytes of one part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
