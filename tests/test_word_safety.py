"""No file is saved that Word would have to repair."""

from datetime import date
from pathlib import Path

import pytest

from letterkit.errors import UnsafeOutput
from letterkit.package import CONTENT_TYPES, Package
from letterkit.redline import redline
from letterkit.word_safety import faults, safe_bytes

ROOT = Path(__file__).parent.parent
DRAFT = (ROOT / "drafts" / "race-and-policing-2023.docx").read_bytes()
DOCUMENT = "word/document.xml"
BOOKMARK = b'<w:bookmarkStart w:id="7" w:name="one"/>'
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
    redline(DRAFT, path.read_bytes(), author="letterkit", dated=date(2026, 11, 22))


@pytest.mark.parametrize("fault", UNSAFE)
def test_what_word_would_repair_is_not_saved(fault):
    added, told = UNSAFE[fault]
    package = Package.from_bytes(DRAFT)
    package.parts[DOCUMENT] = package.parts[DOCUMENT].replace(b"<w:body>", b"<w:body>" + added, 1)
    with pytest.raises(UnsafeOutput, match=told):
        safe_bytes(package)


def test_a_part_without_a_content_type_or_without_the_part_it_needs_is_not_saved():
    package = Package.from_bytes(DRAFT)
    package.parts["word/odd.odd"] = b"x"
    with pytest.raises(UnsafeOutput, match=r"odd\.odd has no content type"):
        safe_bytes(package)
    package = Package.from_bytes(DRAFT)
    del package.parts["word/styles.xml"]
    assert {fault.partition(" ")[0] for fault in faults(package)} == {"word/_rels/document.xml.rels", "a"}
    assert CONTENT_TYPES in package.parts
