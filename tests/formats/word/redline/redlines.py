"""Redlines made, and files changed for them."""

from letterkit.formats.word.opc import Package
from letterkit.formats.word.reading import read_draft
from letterkit.formats.word.redline import make_redline
from tests.edited_drafts import TODAY

DOCUMENT, RELATIONSHIPS = "word/document.xml", "word/_rels/document.xml.rels"


def read(data):
    return read_draft(data, shown_as="draft.docx").manuscript


def marked(old, new):
    return make_redline(Package.from_bytes(old), Package.from_bytes(new), author="letterkit", dated=TODAY)


def with_body(added):
    def change(parts):
        parts[DOCUMENT] = parts[DOCUMENT].replace(b"<w:body>", b"<w:body>" + added.encode(), 1)

    return change


def changed(original, change):
    package = Package.from_bytes(original)
    change(package.parts)
    return package.to_bytes()
