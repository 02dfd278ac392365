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

from letterkit import unpacking
from letterkit.commands.review import review
from letterkit.drafts import read_draft
from letterkit.errors import UnreadableDraft
from letterkit.opening import CannotOpen, read_whole
from letterkit.package import CONTENT_TYPES, RECORD_PART, Package
from letterkit.redline import redline

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


BROKEN = {
    "an empty file": (lambda: b"", "The file is empty."),
    "text by the name of a Word file": (lambda: b"Dear Mr Wilsher,", "It is not a Word file"),
    "an old Word file": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, r"old Word format \(.doc\)"),
    "Rich Text": (lambda: rb"{\rtf1 Dear}", "It is Rich Text"),
    "a PDF": (lambda: b"%PDF-1.7 ...", "It is a PDF"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n", "It is a picture"),
    "a web page": (lambda: b"<!doctype HTML><p>", "It is a web page"),
    "an OpenDocument file": (
        lambda: zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}), "OpenDocument",
    ),
    "cut off in the middle": (lambda: DRAFT[: len(DRAFT) // 2], "damaged or cut off"),
    "a flipped byte": (lambda: DRAFT[:3000] + bytes([DRAFT[3000] ^ 255]) + DRAFT[3001:], "damaged or cut off"),
    "protected with a password": (encrypted_entry, "protected with a password"),
    "a zip without a letter": (lambda: zipped({"a.txt": "a"}), "without a Word document"),
    "without content types": (lambda: without(CONTENT_TYPES), "without a Word document"),
    "without its document": (lambda: without(DOCUMENT), "without a Word document"),
    "two parts by one name": (
        lambda: zipped(Package.from_bytes(DRAFT).parts, twice=DOCUMENT), "two parts by the name word/document.xml",
    ),
    "saved as Strict Open XML": (
        lambda: with_part(DOCUMENT, lambda data: data.replace(TRANSITIONAL, b"http://purl.oclc.org/ooxml/wordprocessingml/main")),
        "saved as Strict Open XML",
    ),
    "a document type": (lambda: with_part(DOCUMENT, with_doctype), "declares a document type"),
    "a document cut off": (lambda: with_part(DOCUMENT, lambda data: data[:4000]), "A part of it is damaged"),
    "a document that is no XML": (lambda: with_part(DOCUMENT, lambda _: b"\0\1\2"), "A part of it is damaged"),
    "elements in each other without end": (lambda: nested(5_000), "A part of it is damaged"),
    "more parts than any letter": (
        lambda: zipped({f"p{number}": "" for number in range(unpacking.MOST_FILES + 1)}), "more than 5,000 parts",
    ),
}  # fmt: skip

READ = {
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
    make, told = BROKEN[fault]
    with pytest.raises(UnreadableDraft, match=told) as refused:
        read_draft(make(), shown_as="letter.docx")
    assert str(refused.value).startswith("letter.docx: ")
    assert "save it again as a Word document" in str(refused.value)


@pytest.mark.parametrize("fault", READ)
def test_what_can_be_read_is_read(fault):
    draft = read_draft(READ[fault](), shown_as="letter.docx")
    assert "Police performance: Getting a grip" in [line.text for line in draft.manuscript.lines]


@pytest.mark.parametrize(
    ("kind", "told"), [("attachedTemplate", "a template from elsewhere"), ("image", "a picture from elsewhere")]
)
def test_what_a_file_wants_from_elsewhere_is_told_and_not_fetched(kind, told):
    relationship = EXTERNAL.format(kind, "evil").encode()
    data = with_part(RELATIONSHIPS, lambda old: old.replace(b"</Relationships>", relationship + b"</Relationships>"))
    draft = read_draft(data, shown_as="letter.docx")
    assert f"{told}, which was not fetched: http://example.test/evil" in draft.manuscript.not_read


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
    assert b"w:ins" not in parts_of(redline(DRAFT, data, author="x", dated=date(2026, 1, 1)))[DOCUMENT]


def parts_of(data):
    return Package.from_bytes(data).parts


@pytest.mark.parametrize("references", [[], ["reports.getting-a-grip-2023.items"], ["statistics.nowhere"]])
def test_a_record_of_something_else_is_never_a_fault(workspace, references):
    def forged(data):
        start = data.index(b'"references":[') + len(b'"references":[')
        return data[:start] + json.dumps(references)[1:-1].encode() + data[data.index(b"]", start) :]

    path = workspace.root / "back.docx"
    path.write_bytes(with_part(RECORD_PART, forged))
    found = review(workspace, path, report_id="getting-a-grip-2023", today=date(2026, 1, 1))
    assert found.recorded == ("in the file" if references else "nowhere")
