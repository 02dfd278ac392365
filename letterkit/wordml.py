"""Names that writing and reading a Word letter share: namespaces, styles, controls, bookmarks.

Word files are WordprocessingML in an OPC package (ECMA-376, parts 1 and 2, transitional).
"""

import re
from functools import cache

from lxml import etree

from letterkit.letter import Role

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
"""The namespaces that letters are written in."""

READ_NAMESPACES = NAMESPACES | {
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "v": "urn:schemas-microsoft-com:vml",
}
"""Those of what other programs put into Word files, too."""

RELATIONSHIP_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
RECORD_NAMESPACE = "urn:letterkit:draft-record:1"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

PARAGRAPH_STYLES = {
    Role.BODY: "body text",
    Role.REFERENCE: "letter reference",
    Role.DATE: "date",
    Role.DELIVERY: "delivery",
    Role.RECIPIENT: "recipient",
    Role.SALUTATION: "salutation",
    Role.QUOTATION: "quote",
    Role.CLOSE: "closing",
    Role.COPIES: "copies",
}
HEADING_STYLES = {1: "heading 1", 2: "heading 2", 3: "heading 3"}
ANNEX_STYLE = "annex heading"
BULLET_STYLES = ("list bullet", "list bullet 2", "list bullet 3")
NUMBER_STYLES = ("list number", "list number 2", "list number 3")
CAPTION_STYLE, TABLE_STYLE, AFTER_TABLE_STYLE = "caption", "letter table", "body text after table"
HEADER_CELL_STYLE, CELL_STYLE = "table heading", "table text"
SIGNATURE_STYLE, POST_STYLE = "signature", "signatory post"
SIGNATURE_IMAGE_STYLE, PICTURED_SIGNATURE_STYLE = "signature image", "signature with image"

REQUIRED_STYLES = frozenset(
    (
        *PARAGRAPH_STYLES.values(), *HEADING_STYLES.values(), ANNEX_STYLE, *BULLET_STYLES, *NUMBER_STYLES,
        CAPTION_STYLE, TABLE_STYLE, AFTER_TABLE_STYLE, HEADER_CELL_STYLE, CELL_STYLE,
        SIGNATURE_STYLE, POST_STYLE, SIGNATURE_IMAGE_STYLE, PICTURED_SIGNATURE_STYLE,
    )
)  # fmt: skip
"""The styles, by their names in small letters, that a letterhead must have."""

ALIAS_LIMIT = 64
CONTROL_TAG = re.compile(r"lk\.(\d{1,9})")
ALIAS_TAG = re.compile(r"\[lk\.(\d{1,9})\]$")
ANSWER_BOOKMARK = re.compile(r"_lk_answer_(\d{1,9})")


@cache
def w(name: str) -> str:
    """Return a WordprocessingML name as lxml wants it: `w("p")`."""
    return f"{{{NAMESPACES['w']}}}{name}"


@cache
def qualified(name: str) -> str:
    """Return a prefixed name as lxml wants it: `qualified("w15:appearance")`."""
    prefix, _, local = name.partition(":")
    return f"{{{READ_NAMESPACES[prefix]}}}{local}"


def control_tag(number: int) -> str:
    """Return the tag of the content control around the sourced span of that number."""
    return f"lk.{number}"


def control_alias(reference: str, number: int) -> str:
    """Return the title of that control: its reference and tag, within the 64 characters Word allows."""
    tag = f" [{control_tag(number)}]"
    room = ALIAS_LIMIT - len(tag)
    return (reference if len(reference) <= room else reference[: room - 1] + "\N{HORIZONTAL ELLIPSIS}") + tag


def answer_bookmark(number: int) -> str:
    """Return the name of the hidden bookmark around the answer of that number."""
    return f"_lk_answer_{number}"


def content(text: str) -> str:
    """Return text as it stands between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def attribute(text: str) -> str:
    """Return text as it stands in an attribute, between double quotation marks."""
    return content(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
)
"""Leaves out comments and processing instructions, which mean nothing in a Word file and are no elements."""


def parse_xml(data: bytes) -> etree._Element:
    """Parse one part of a package; raises etree.XMLSyntaxError. Fetches nothing and expands no entity.

    No part may declare a document type (ECMA-376, part 2, 8.1.4): it is what attacks by entities need.
    """
    root = etree.fromstring(data, _PARSER)
    if root.getroottree().docinfo.doctype:
        raise etree.XMLSyntaxError("A part declares a document type, which no Word file does.", 0, 0, 0)
    return root


def xml_part(inner: str) -> bytes:
    """Return the bytes of one part from its text."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{inner}'.encode()


def to_xml(root: etree._Element) -> bytes:
    """Return the bytes of one part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
