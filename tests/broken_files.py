"""The Word file of a shipped letter, and ways to break it."""

from letterkit.formats.word.opc import Package
from tests.builders import ROOT, zipped

DRAFT = (ROOT / "drafts" / "getting-a-grip-2023.docx").read_bytes()
DOCUMENT = "word/document.xml"
RELATIONSHIPS = "word/_rels/document.xml.rels"


def with_part(name, change):
    parts = dict(Package.from_bytes(DRAFT).parts)
    parts[name] = change(parts[name])
    return zipped(parts)


def without(name):
    parts = dict(Package.from_bytes(DRAFT).parts)
    del parts[name]
    return zipped(parts)


def nested(depth):
    inner = b"<w:sdt><w:sdtContent>" * depth + b"<w:p/>" + b"</w:sdtContent></w:sdt>" * depth
    return with_part(DOCUMENT, lambda data: data.replace(b"<w:body>", b"<w:body>" + inner, 1))


def with_body(xml):
    return with_part(DOCUMENT, lambda data: data.replace(b"<w:body>", b"<w:body>" + xml.encode(), 1))


AGAIN, RESAVE, ASK, CLOSED = "send it again", "save it again as", "Ask for the Word document", "Do not open it"
