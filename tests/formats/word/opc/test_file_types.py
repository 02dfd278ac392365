"""A file that is no Word file says what it is, and what to do with it."""

import pytest

from letterkit.errors import UnreadableDraft
from letterkit.formats.word.opc import CONTENT_TYPES
from letterkit.formats.word.opc.file_types import format_by_name
from letterkit.formats.word.reading import read_draft
from tests.broken_files import ASK, DRAFT, RESAVE
from tests.builders import zipped


def ole(stream):
    """A container of the old kind with a stream of this name."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + stream.encode("utf-16-le") + b"\0" * 64


BROKEN = {
    "an old Word file": (lambda: ole("WordDocument"), r"old Word format \(.doc\)", RESAVE),
    "a container of no known kind": (lambda: ole("x"), r"old Word format \(.doc\)", RESAVE),
    "a Word file with a password": (lambda: ole("EncryptedPackage"), "protected with a password", "with the password"),
    "an old Excel file": (lambda: ole("Workbook"), "an Excel workbook", "as a Word document"),
    "an e-mail kept by Outlook": (lambda: ole("__substg1.0_"), "It is an e-mail", "attached to it"),
    "Rich Text": (lambda: rb"{\rtf1 Dear}", "It is Rich Text", RESAVE),
    "a PDF": (lambda: b"%PDF-1.7 ...", "It is a PDF", ASK),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n", "It is a picture", ASK),
    "a GIF": (lambda: b"GIF89a...", "It is a picture", ASK),
    "a scan": (lambda: b"II*\0....", "It is a picture", ASK),
    "a picture of a telephone": (lambda: b"\0\0\0\x18ftypheic....", "It is a picture", ASK),
    "a web page": (lambda: b"<!doctype HTML><p>", "It is a web page", ASK),
    "a web page after a mark": (lambda: b"\xef\xbb\xbf\r\n<html>", "It is a web page", ASK),
    "a web page that is XML": (lambda: b'<?xml version="1.0"?><!-- x --><html>', "It is a web page", ASK),
    "a web page without its beginning": (lambda: b"<head><meta>", "It is a web page", ASK),
    "a web page in one file": (lambda: b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "a web page", ASK),
    "an e-mail": (lambda: b"From: a@b.uk\r\nSubject: Letter\r\n\r\nHi", "It is an e-mail", "attached to it"),
    "Word 2003 XML": (
        lambda: b'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>', "saved as XML", RESAVE,
    ),
    "an archive": (lambda: b"7z\xbc\xaf\x27\x1c....", "It is an archive", "Take the letter out"),
    "a compressed file": (lambda: b"\x1f\x8b\x08....", "It is an archive", "Take the letter out"),
    "a shortcut": (lambda: b"[InternetShortcut]\r\nURL=x", "It is a shortcut", "Name the file"),
    "an OpenDocument file": (
        lambda: zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}),
        "OpenDocument", "LibreOffice",
    ),
    "an e-book": (lambda: zipped({"mimetype": "application/epub+zip"}), "It is an e-book", ASK),
    "an Excel file": (lambda: zipped({CONTENT_TYPES: "x", "xl/workbook.xml": "x"}), "an Excel workbook", "as a Word"),
    "a presentation": (lambda: zipped({"ppt/presentation.xml": "x"}), "a PowerPoint presentation", "as a Word"),
    "a letter in a zip": (lambda: zipped({"in/letter.docx": DRAFT}), "in it, in/letter.docx", "Take the letter out"),
}  # fmt: skip


@pytest.mark.parametrize("fault", BROKEN)
def test_a_file_that_cannot_be_read_says_what_it_is(fault):
    make, told, remedy = BROKEN[fault]
    with pytest.raises(UnreadableDraft, match=f"^letter.docx: .*{told}.*{remedy}"):
        read_draft(make(), shown_as="letter.docx")


def test_the_mark_that_word_leaves_beside_an_open_letter_is_told():
    with pytest.raises(UnreadableDraft, match=r"somebody has the letter open.*Name the letter itself"):
        read_draft(b"\x04User" + b"\0" * 157, shown_as="~$letter.docx")


@pytest.mark.parametrize("name", ["race-and-policing-2023.yaml", "evidence/reports/race-and-policing-2023.YML"])
def test_a_file_of_evidence_in_the_place_of_a_letter_names_the_report(name):
    """U6."""
    assert format_by_name(name) == (
        "It is a file of evidence, and no letter.", "Did you mean the report 'race-and-policing-2023'?",
    )  # fmt: skip
    assert format_by_name("race-and-policing-2023.docx") is None
