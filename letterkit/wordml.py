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

WORD_EXTENSIONS = (
    "2006/wordml", "2008/9/12/wordml", "2010/wordprocessingDrawing", "2010/wordprocessingCanvas",
    "2010/wordprocessingGroup", "2010/wordprocessingInk", "2010/wordprocessingShape", "2012/wordprocessingDrawing",
    "2015/wordml/symex", "2016/wordml/cid", "2018/wordml", "2018/wordml/cex", "2020/wordml/sdtdatahash",
    "2023/wordml/word16du", "2024/wordml/sdtformatlock",
)  # fmt: skip
DRAWING_EXTENSIONS = (
    "2010/main", "2012/chart", "2013/main/command", "2014/chart", "2014/chartex", "2014/main", "2015/9/8/chartex",
    "2015/10/21/chartex", "2016/5/9/chartex", "2016/5/10/chartex", "2016/5/11/chartex", "2016/5/12/chartex",
    "2016/5/13/chartex", "2016/5/14/chartex", "2016/11/main", "2016/ink", "2016/SVG/main", "2017/model3d",
)  # fmt: skip
_MICROSOFT = "http://schemas.microsoft.com/office"
UNDERSTOOD = frozenset(
    (
        *READ_NAMESPACES.values(),
        "urn:schemas-microsoft-com:office:office",
        "urn:schemas-microsoft-com:office:word",
        *(f"{_MICROSOFT}/word/{name}" for name in WORD_EXTENSIONS),
        *(f"{_MICROSOFT}/drawing/{name}" for name in DRAWING_EXTENSIONS),
    )
)
"""The namespaces that Word knows; of alternatives it shows the first that needs no others."""

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

MOST_BYTES, MOST_ELEMENTS = 30_000_000, 1_500_000
"""How large one part may be; a letter of a thousand pages has a tenth of it."""

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
