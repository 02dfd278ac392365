"""No file is saved that Word would have to repair."""

from datetime import date

import pytest

from letterkit.errors import UnsafeOutput
from letterkit.formats.word.integrity import faults, safe_bytes
from letterkit.formats.word.namespaces import NAMESPACES
from letterkit.formats.word.opc import CONTENT_TYPES, Package
from letterkit.formats.word.redline import make_redline
from tests.builders import ROOT

DRAFT = (ROOT / "drafts" / "race-and-policing-2023.docx").read_bytes()
DOCUMENT = "word/document.xml"
BOOKMARK = b'<w:bookmarkStart w:id="7" w:name="one"/>'
R = f'xmlns:r="{NAMESPACES["r"]}"'.encode()
UNSAFE = {
    "a bookmark that is not closed": (BOOKMARK + b"<w:p/>", "bookmarkStart and bookmarkEnd do not pair"),
    "two bookmarks by one name": (
        BOOKMARK + b'<w:bookmarkEnd w:id="7"/><w:bookmarkStart w:id="8" w:name="one"/><w:bookmarkEnd w:id="8"/><w:p/>',
        "bookmarkStart has the value one 2 times",
    ),
    "properties after the text": (b"<w:p><w:r/><w:pPr/></w:p>", "p has its properties after its content"),
    "a field that is not ended": (
        b'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>', "a field is begun and not ended",
    ),
    "a cell without a paragraph": (
        b"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc/></w:tr></w:tbl><w:p/>", "a table cell does not end in a paragraph",
    ),
    "a table without rows": (b"<w:tbl><w:tblPr/><w:tblGrid/></w:tbl><w:p/>", "a table has no row"),
    "a run in no paragraph": (b"<w:r/>", "r stands straight in body"),
    "a paragraph in a paragraph": (b"<w:p><w:p/></w:p>", "p stands straight in p"),
    "a link by a relationship that is not there": (
        b'<w:p><w:hyperlink %b r:id="rId4444"/></w:p>' % R, "hyperlink in word/document.xml names rId4444, which is not there",
    ),
    "a picture by a relationship that is not there": (
        b'<w:p><w:r><w:pict><v:imagedata %b xmlns:v="urn:schemas-microsoft-com:vml" r:pict="rId4444"/></w:pict></w:r></w:p>' % R,
        "imagedata in word/document.xml names rId4444",
    ),
    "a document put in by a relationship that is not there": (b'<w:altChunk %b r:id="rId4444"/><w:p/>' % R, "altChunk in"),
    **{
        f"a reference to a {kind} that is not there": (
            f'<w:p><w:r><w:{kind}Reference w:id="77"/></w:r></w:p>'.encode(), f"{kind}Reference in word/document.xml names 77",
        )
        for kind in ("footnote", "endnote", "comment")
    },
    "two changes by one number": (
        b'<w:p><w:ins w:id="9"><w:r/></w:ins><w:ins w:id="9"><w:r/></w:ins></w:p>', "w:id of a change has the value 9",
    ),
}  # fmt: skip


@pytest.mark.parametrize("path", sorted((ROOT / "drafts").glob("*.docx")), ids=lambda path: path.stem)
def test_what_letterkit_writes_is_safe(path):
    assert list(faults(Package.from_bytes(path.read_bytes()))) == []


@pytest.mark.parametrize(
    "path", sorted((ROOT / "tests" / "edited").glob("*/draft.docx")), ids=lambda path: path.parent.name
)
def test_a_redline_of_any_edited_draft_is_safe(path):
    make_redline(
        Package.from_bytes(DRAFT), Package.from_bytes(path.read_bytes()), author="letterkit", dated=date(2026, 11, 22)
    )


@pytest.mark.parametrize("fault", UNSAFE)
def test_what_word_would_repair_is_not_saved(fault):
    added, told = UNSAFE[fault]
    package = Package.from_bytes(DRAFT)
    package.parts[DOCUMENT] = package.parts[DOCUMENT].replace(b"<w:body>", b"<w:body>" + added, 1)
    with pytest.raises(UnsafeOutput, match=told):
        safe_bytes(package, blame="")


def test_a_part_without_a_content_type_or_without_the_part_it_needs_is_not_saved():
    package = Package.from_bytes(DRAFT)
    package.parts["word/odd.odd"] = b"x"
    with pytest.raises(UnsafeOutput, match=r"odd\.odd has no content type"):
        safe_bytes(package, blame="")
    package = Package.from_bytes(DRAFT)
    del package.parts["word/styles.xml"]
    assert {fault.partition(" ")[0] for fault in faults(package)} == {"word/_rels/document.xml.rels", "a"}
    assert CONTENT_TYPES in package.parts


UNNAMED = ["../../evil.xml", "/etc/evil.xml", "word/../../e.xml", "\r\nok.xml", "\x1b[31m.xml", "a" * 60_000 + ".xml"]


@pytest.mark.parametrize("name", UNNAMED, ids=range(len(UNNAMED)))
def test_a_part_that_cannot_have_its_name_is_not_saved(name):
    package = Package.from_bytes(DRAFT)
    package.parts[name] = b"<x/>"
    with pytest.raises(UnsafeOutput, match="cannot be the name of a part"):
        safe_bytes(package, blame="")


def test_two_parts_by_one_name_but_for_its_capitals_are_not_saved():
    package = Package.from_bytes(DRAFT)
    package.parts[DOCUMENT.upper()] = b"<x/>"
    with pytest.raises(UnsafeOutput, match=r"there are 2 parts by the name word/document\.xml"):
        safe_bytes(package, blame="")


@pytest.mark.parametrize(
    ("part", "told"),
    [(DOCUMENT, "begins with p, not with document"), ("word/header1.xml", "begins with p, not with hdr")],
)
def test_a_part_that_is_not_what_it_should_be_is_not_saved(part, told):
    package = Package.from_bytes(DRAFT)
    package.parts[part] = f'<w:p xmlns:w="{NAMESPACES["w"]}"/>'.encode()
    with pytest.raises(UnsafeOutput, match=told):
        safe_bytes(package, blame="")


def test_a_header_is_looked_at_as_the_document_is():
    package = Package.from_bytes(DRAFT)
    header = package.parts["word/header1.xml"]
    package.parts["word/header1.xml"] = header.replace(b"</w:hdr>", BOOKMARK + b"</w:hdr>")
    with pytest.raises(UnsafeOutput, match="bookmarkStart and bookmarkEnd do not pair"):
        safe_bytes(package, blame="")


def test_a_template_or_a_file_with_macros_is_not_saved():
    package = Package.from_bytes(DRAFT)
    package.parts[CONTENT_TYPES] = package.parts[CONTENT_TYPES].replace(b"document.main+xml", b"template.main+xml")
    with pytest.raises(UnsafeOutput, match="it is said to be a template, or to have macros"):
        safe_bytes(package, blame="")
