"""Files that are broken, hostile or something else than they say, each named after its fault."""

import io
import json
import os
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letterkit.errors import UnreadableDraft
from letterkit.files import CannotOpen, read_whole
from letterkit.formats.word.opc import CONTENT_TYPES, RECORD_PART, Package
from letterkit.formats.word.opc import zip_reader as unpacking
from letterkit.formats.word.reading import read_draft
from letterkit.formats.word.redline import make_redline
from letterkit.workspace.commands.review import review

DRAFT = (Path(__file__).parent.parent / "drafts" / "getting-a-grip-2023.docx").read_bytes()
TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DOCUMENT = "word/document.xml"
OF_NO_MEANING = [b"<!--x-->", b"<?x y?>"]
RELATIONSHIPS = "word/_rels/document.xml.rels"
EXTERNAL = '<Relationship Id="rId990" Type="http://x/{}" Target="http://example.test/{}" TargetMode="External"/>'


def zipped(parts, *, twice=None):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
        if twice:
            with pytest.warns(UserWarning, match="Duplicate name"):
                archive.writestr(twice, parts[twice])
    return target.getvalue()


def with_part(name, change):
    parts = dict(Package.from_bytes(DRAFT).parts)
    parts[name] = change(parts[name])
    return zipped(parts)


def without(name):
    parts = dict(Package.from_bytes(DRAFT).parts)
    del parts[name]
    return zipped(parts)


def encrypted_entry():
    data = bytearray(DRAFT)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        data[at + offset] |= 1
    return bytes(data)


def nested(depth):
    inner = b"<w:sdt><w:sdtContent>" * depth + b"<w:p/>" + b"</w:sdtContent></w:sdt>" * depth
    return with_part(DOCUMENT, lambda data: data.replace(b"<w:body>", b"<w:body>" + inner, 1))


def with_doctype(data):
    head, _, rest = data.partition(b"?>")
    return head + b'?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + rest


def with_content_type(content_type):
    parts = dict(Package.from_bytes(DRAFT).parts)
    usual = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    assert usual in parts[CONTENT_TYPES]
    return {**parts, CONTENT_TYPES: parts[CONTENT_TYPES].replace(usual, content_type)}


def ole(stream):
    """A container of the old kind with a stream of this name."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + stream.encode("utf-16-le") + b"\0" * 64


def packed_by(compression):
    """The letter in a zip that is packed otherwise than Word packs."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", compression) as archive:
        for name, data in Package.from_bytes(DRAFT).parts.items():
            archive.writestr(name, data)
    return target.getvalue()


def with_body(xml):
    return with_part(DOCUMENT, lambda data: data.replace(b"<w:body>", b"<w:body>" + xml.encode(), 1))


AGAIN, RESAVE, ASK, CLOSED = "send it again", "save it again as", "Ask for the Word document", "Do not open it"
BROKEN = {
    "an empty file": (lambda: b"", "The file is empty.", AGAIN),
    "text by the name of a Word file": (lambda: b"Dear Mr Wilsher,", "It is not a Word file", RESAVE),
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
    "cut off in the middle": (lambda: DRAFT[: len(DRAFT) // 2], "damaged or cut off", AGAIN),
    "a flipped byte": (lambda: DRAFT[:3000] + bytes([DRAFT[3000] ^ 255]) + DRAFT[3001:], "damaged or cut off", AGAIN),
    "protected with a password": (encrypted_entry, "protected with a password", "with the password"),
    "a zip without a letter": (lambda: zipped({"a.txt": "a"}), "without a Word document", ASK),
    "without content types": (lambda: without(CONTENT_TYPES), "without a Word document", ASK),
    "without its document": (lambda: without(DOCUMENT), "without a Word document", ASK),
    "two parts by one name": (
        lambda: zipped(Package.from_bytes(DRAFT).parts, twice=DOCUMENT),
        "two parts by the name word/document.xml", CLOSED,
    ),
    "saved as Strict Open XML": (
        lambda: with_part(DOCUMENT, lambda data: data.replace(TRANSITIONAL, b"http://purl.oclc.org/ooxml/wordprocessingml/main")),
        "saved as Strict Open XML", RESAVE,
    ),
    "a document type": (lambda: with_part(DOCUMENT, with_doctype), "declares a document type", CLOSED),
    "a document cut off": (lambda: with_part(DOCUMENT, lambda data: data[:4000]), r"is damaged\. Ask", AGAIN),
    "a document that is no XML": (lambda: with_part(DOCUMENT, lambda _: b"\0\1\2"), r"is damaged\. Ask", AGAIN),
    "elements in each other without end": (lambda: nested(5_000), "as no program for letters makes it", CLOSED),
    "text without end": (
        lambda: with_body(f"<w:p><w:r><w:t>{'a' * 11_000_000}</w:t></w:r></w:p>"),
        "as no program for letters makes it", CLOSED,
    ),
    "more parts than any letter": (
        lambda: zipped({f"p{number}": "" for number in range(unpacking.MOST_FILES + 1)}),
        "more than 5,000 parts", CLOSED,
    ),
    "packed by LZMA": (lambda: packed_by(zipfile.ZIP_LZMA), "packed in a way that no Word file is", CLOSED),
    "packed by bzip2": (lambda: packed_by(zipfile.ZIP_BZIP2), "packed in a way that no Word file is", CLOSED),
    "more elements than any letter": (lambda: with_body("<w:p/>" * 1_500_001), "larger than any letter's", CLOSED),
    "more bytes than any letter": (lambda: with_body(" " * 30_000_000), "larger than any letter's", CLOSED),
    "more text than any letter": (
        lambda: with_body("".join(f"<w:p><w:r><w:t>{'a b ' * 250_001}</w:t></w:r></w:p>" for _ in "12")),
        "more text than any letter", "take out what is none of it",
    ),
    "more paragraphs than any letter": (
        lambda: with_body("<w:p/>" * 200_001), "more text than any letter", "take out what is none of it",
    ),
}  # fmt: skip

STYLE = '<w:style w:type="paragraph" w:styleId="s{0}"><w:name w:val="s{0}"/><w:basedOn w:val="s{1}"/></w:style>'
BEGUN = '<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r>'
ENDED = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def with_header_told(times):
    header = '<Relationship Id="x{}" Type="http://x/header" Target="header1.xml"/>'
    parts = dict(Package.from_bytes(DRAFT).parts)
    told = "".join(header.format(number) for number in range(times)).encode()
    parts[RELATIONSHIPS] = parts[RELATIONSHIPS].replace(b"</Relationships>", told + b"</Relationships>")
    lines = b"<w:p><w:r><w:t>Line</w:t></w:r></w:p>" * 1_000
    parts["word/header1.xml"] = parts["word/header1.xml"].replace(b"</w:hdr>", lines + b"</w:hdr>")
    return zipped(parts)


OUT_OF_PROPORTION = {
    "styles based on each other in one chain": lambda: with_part(
        "word/styles.xml",
        lambda data: data.replace(
            b"</w:styles>", "".join(STYLE.format(n, n + 1) for n in range(6_000)).encode() + b"</w:styles>"
        ),
    ),
    "comments that never end over many runs": lambda: with_body(
        "<w:p>"
        + "".join(f'<w:commentRangeStart w:id="{number}"/>' for number in range(20_000))
        + "<w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>b</w:t></w:r>" * 10_000
        + "</w:p>"
    ),
    "fields that never end over many runs": lambda: with_body(
        f"<w:p>{BEGUN * 20_000}{'<w:r><w:t>a</w:t></w:r>' * 20_000}</w:p><w:p>{ENDED * 20_000}</w:p>"
    ),
    "one header told of a thousand times": lambda: with_header_told(1_000),
}

READ = OUT_OF_PROPORTION | {
    "a size that is no number": lambda: with_body('<w:p><w:r><w:rPr><w:sz w:val="²"/></w:rPr></w:r></w:p>'),
    "a size of very many digits": lambda: with_body(
        f'<w:p><w:r><w:rPr><w:sz w:val="{"1" * 5_000}"/></w:rPr></w:r></w:p>'
    ),
    "symbols that no font has": lambda: with_body(
        "".join(
            f'<w:p><w:r><w:sym w:char="{place}"/></w:r></w:p>'
            for place in ("110000", "-5", "FFFFFFFF", "9" * 20, "D800", "0", "²", "")
        )
    ),
    "parts whose names leave the folder": lambda: zipped(
        {**Package.from_bytes(DRAFT).parts, "../../etc/passwd": "x", "/abs": "x", "C:\\x": "x"}
    ),
    "without styles": lambda: without("word/styles.xml"),
    "without relationships": lambda: without(RELATIONSHIPS),
    "relationships to nowhere": lambda: with_part(
        RELATIONSHIPS, lambda data: data.replace(b"styles.xml", b"nowhere.xml")
    ),
    "controls in controls": lambda: nested(60),
    "with macros": lambda: zipped(
        {
            **with_content_type(b"application/vnd.ms-word.document.macroEnabled.main+xml"),
            "word/vbaProject.bin": b"macro",
        }
    ),
}


MANY = {
    "paragraphs": "<w:p><w:r><w:t>Thank you.</w:t></w:r></w:p>" * 100_000,
    "runs": "<w:p>" + "<w:r><w:t>a</w:t></w:r>" * 100_000 + "</w:p>",
    "rows": "<w:tbl>" + "<w:tr><w:tc><w:p/></w:tc></w:tr>" * 30_000 + "</w:tbl>",
    "bookmarks": "<w:p>" + '<w:bookmarkStart w:id="7" w:name="b"/><w:bookmarkEnd w:id="7"/>' * 50_000 + "</w:p>",
}


@pytest.mark.slow
@pytest.mark.parametrize("many", MANY)
def test_a_file_of_very_many_parts_is_read(many):
    data = with_part(DOCUMENT, lambda old: old.replace(b"<w:body>", f"<w:body>{MANY[many]}".encode(), 1))
    draft = read_draft(data, shown_as="letter.docx")
    assert "Police performance: Getting a grip" in [line.text for line in draft.manuscript.lines]


@pytest.mark.parametrize("fault", BROKEN)
def test_a_file_that_cannot_be_read_says_what_it_is(fault):
    make, told, remedy = BROKEN[fault]
    with pytest.raises(UnreadableDraft, match=f"^letter.docx: .*{told}.*{remedy}"):
        read_draft(make(), shown_as="letter.docx")


def test_the_mark_that_word_leaves_beside_an_open_letter_is_told():
    with pytest.raises(UnreadableDraft, match=r"somebody has the letter open.*Name the letter itself"):
        read_draft(b"\x04User" + b"\0" * 157, shown_as="~$letter.docx")


@pytest.mark.parametrize("fault", READ)
def test_what_can_be_read_is_read(fault):
    draft = read_draft(READ[fault](), shown_as="letter.docx")
    assert "Police performance: Getting a grip" in [line.text for line in draft.manuscript.lines]


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("attachedTemplate", "a template from elsewhere"),
        ("image", "a picture from elsewhere"),
        ("mailMergeSource", "the addresses of a mail merge from elsewhere"),
        ("header", "a header from elsewhere"),
    ],
)
def test_what_a_file_wants_from_elsewhere_is_told_and_not_fetched(kind, told):
    relationship = EXTERNAL.format(kind, "evil").encode()
    data = with_part(RELATIONSHIPS, lambda old: old.replace(b"</Relationships>", relationship + b"</Relationships>"))
    draft = read_draft(data, shown_as="letter.docx")
    assert f"{told}, which was not fetched: http://example.test/evil" in draft.manuscript.not_read


def test_everything_of_one_kind_from_elsewhere_is_told_up_to_a_few():
    pictures = "".join(EXTERNAL.format("image", f"{number}.png") for number in range(5)).encode()
    data = with_part(RELATIONSHIPS, lambda old: old.replace(b"</Relationships>", pictures + b"</Relationships>"))
    assert read_draft(data, shown_as="letter.docx").manuscript.not_read == (
        *(f"a picture from elsewhere, which was not fetched: http://example.test/{number}.png" for number in range(3)),
        "a picture from elsewhere in 2 more places, not fetched either",
    )


def test_only_a_file_of_some_size_is_opened(tmp_path):
    (tmp_path / "letter.txt").write_bytes(b"Dear")
    assert read_whole(tmp_path / "letter.txt", most=4) == b"Dear"
    with pytest.raises(CannotOpen, match="more than 3 bytes"):
        read_whole(tmp_path / "letter.txt", most=3)
    with pytest.raises(CannotOpen, match="it is a folder"):
        read_whole(tmp_path, most=9)
    with pytest.raises(FileNotFoundError):
        read_whole(tmp_path / "none.txt", most=9)


@pytest.mark.skipif(os.name == "nt", reason="has no such devices")
def test_a_device_is_not_read(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path in (Path("/dev/zero"), tmp_path / "pipe"):
        with pytest.raises(CannotOpen, match="a device or a pipe"):
            read_whole(path, most=9)


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="has no such file")
def test_a_file_that_fails_while_it_is_read_is_named():
    with pytest.raises(OSError) as failed:
        read_whole(Path("/proc/self/mem"), most=9)
    assert failed.value.filename == "/proc/self/mem"


def test_a_file_that_unpacks_to_more_than_it_says_is_stopped(monkeypatch):
    monkeypatch.setattr(unpacking, "MOST_BYTES", 2_000_000)
    bomb = bytearray(zipped({"big": b"\0" * 5_000_000}))
    at = bomb.find(b"PK\x01\x02")
    bomb[at + 24 : at + 28] = (1000).to_bytes(4, "little")  # what the directory says it unpacks to
    with pytest.raises(unpacking.CannotUnpack):
        unpacking.unpack(bytes(bomb))
    with pytest.raises(unpacking.CannotUnpack, match="more than 2 MB"):
        unpacking.unpack(zipped({"big": b"\0" * 5_000_000}))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(DRAFT) - 1), st.binary(min_size=1, max_size=8))
def test_a_draft_with_any_bytes_changed_is_read_or_refused(place, patch):
    data = DRAFT[:place] + patch + DRAFT[place + len(patch) :]
    try:
        read = read_draft(data, shown_as="letter.docx")
    except UnreadableDraft:
        return
    assert read.manuscript.lines


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_draft_with_any_xml_changed_is_read_or_refused(data):
    def mangled(part):
        start = data.draw(st.integers(0, len(part) - 1))
        return part[:start] + data.draw(st.binary(max_size=6)) + part[start + data.draw(st.integers(0, 12)) :]

    try:
        read = read_draft(with_part(DOCUMENT, mangled), shown_as="letter.docx")
    except UnreadableDraft:
        return
    assert read.manuscript is not None


@pytest.mark.parametrize("mark", OF_NO_MEANING)
def test_comments_and_instructions_change_nothing(mark):
    parts = dict(Package.from_bytes(DRAFT).parts)
    for name, tag in ((DOCUMENT, b"<w:r>"), ("_rels/.rels", b"</Relationships>"), (CONTENT_TYPES, b"</Types>")):
        assert tag in parts[name]
        parts[name] = parts[name].replace(tag, tag + mark if tag == b"<w:r>" else mark + tag)
    data = zipped(parts)
    assert read_draft(data, shown_as="x").letter == read_draft(DRAFT, shown_as="x").letter
    assert b"w:ins" not in parts_of(make_redline(DRAFT, data, author="x", dated=date(2026, 1, 1)))[DOCUMENT]


def parts_of(data):
    return Package.from_bytes(data).parts


def of_right_types(change):
    """Return the record of the letter with a block that has the right types, and is no letter's."""

    def changed(data):
        end = data.rindex(b"]}}")
        return data[:end] + b"," + json.dumps(change).encode() + data[end:]

    return with_part(RECORD_PART, changed)


def nested_list(levels):
    item = {"spans": [{"text": "x"}]}
    return {"ordered": True, "items": [{**item, "sublist": nested_list(levels - 1)} if levels > 1 else item]}


CELL = [{"text": "x"}]
NO_LETTERS = {
    "a table without cells": {"caption": [], "header": [], "rows": []},
    "a ragged table": {"caption": [], "header": [CELL], "rows": [[CELL, CELL]]},
    "a heading of level 99": {"level": 99, "spans": CELL},
    "lists in each other": nested_list(9),
    "a list without items": {"ordered": True, "items": []},
    "a picture whose name ends in the middle": {"name": CELL, "post": CELL, "picture": "a\0b"},
    "text that XML cannot carry": {"spans": [{"text": "a\0b"}]},
}


@pytest.mark.parametrize("fault", NO_LETTERS)
def test_the_record_of_what_no_letter_is_is_no_record(fault):
    assert read_draft(of_right_types({"spans": CELL}), shown_as="x").record
    assert read_draft(of_right_types(NO_LETTERS[fault]), shown_as="x").record is None


@pytest.mark.parametrize(("old", "new"), [(b'"format":2', b'"format":3'), (b'"report":"', rb'"report":"a\nb')])
def test_a_record_of_another_format_is_no_record(old, new):
    data = with_part(RECORD_PART, lambda record: record.replace(old, new))
    assert read_draft(data, shown_as="x").record is None


@pytest.mark.parametrize("references", [[], ["reports.getting-a-grip-2023.items"], ["statistics.nowhere"]])
def test_a_record_of_something_else_is_never_a_fault(workspace, references):
    def forged(data):
        start = data.index(b'"references":[') + len(b'"references":[')
        return data[:start] + json.dumps(references)[1:-1].encode() + data[data.index(b"]", start) :]

    path = workspace.root / "back.docx"
    path.write_bytes(with_part(RECORD_PART, forged))
    found = review(workspace, path, report_id="getting-a-grip-2023", today=date(2026, 1, 1))
    assert found.recorded == ("in the file" if references else "nowhere")
