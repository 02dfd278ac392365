"""A Word file has its parts, and none that does harm."""

from datetime import date

import pytest

from letterkit.errors import UnreadableDraft
from letterkit.formats.word.opc import CONTENT_TYPES, Package
from letterkit.formats.word.reading import read_draft
from letterkit.formats.word.redline import make_redline
from tests.broken_files import AGAIN, ASK, CLOSED, DOCUMENT, DRAFT, nested, with_body, with_part, without
from tests.builders import zipped

OF_NO_MEANING = [b"<!--x-->", b"<?x y?>"]


def with_doctype(data):
    head, _, rest = data.partition(b"?>")
    return head + b'?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + rest


BROKEN = {
    "a zip without a letter": (lambda: zipped({"a.txt": "a"}), "without a Word document", ASK),
    "without content types": (lambda: without(CONTENT_TYPES), "without a Word document", ASK),
    "without its document": (lambda: without(DOCUMENT), "without a Word document", ASK),
    "a document type": (lambda: with_part(DOCUMENT, with_doctype), "declares a document type", CLOSED),
    "a document cut off": (lambda: with_part(DOCUMENT, lambda data: data[:4000]), r"is damaged\. Ask", AGAIN),
    "a document that is no XML": (lambda: with_part(DOCUMENT, lambda _: b"\0\1\2"), r"is damaged\. Ask", AGAIN),
    "elements in each other without end": (lambda: nested(5_000), "as no program for letters makes it", CLOSED),
    "text without end": (
        lambda: with_body(f"<w:p><w:r><w:t>{'a' * 11_000_000}</w:t></w:r></w:p>"),
        "as no program for letters makes it", CLOSED,
    ),
    "more elements than any letter": (lambda: with_body("<w:p/>" * 1_500_001), "larger than any letter's", CLOSED),
}  # fmt: skip


@pytest.mark.parametrize("fault", BROKEN)
def test_a_file_that_cannot_be_read_says_what_it_is(fault):
    make, told, remedy = BROKEN[fault]
    with pytest.raises(UnreadableDraft, match=f"^letter.docx: .*{told}.*{remedy}"):
        read_draft(make(), shown_as="letter.docx")


@pytest.mark.parametrize("mark", OF_NO_MEANING)
def test_comments_and_instructions_change_nothing(mark):
    parts = dict(Package.from_bytes(DRAFT).parts)
    for name, tag in ((DOCUMENT, b"<w:r>"), ("_rels/.rels", b"</Relationships>"), (CONTENT_TYPES, b"</Types>")):
        assert tag in parts[name]
        parts[name] = parts[name].replace(tag, tag + mark if tag == b"<w:r>" else mark + tag)
    data = zipped(parts)
    assert read_draft(data, shown_as="x").letter == read_draft(DRAFT, shown_as="x").letter
    assert (
        b"w:ins"
        not in parts_of(
            make_redline(Package.from_bytes(DRAFT), Package.from_bytes(data), author="x", dated=date(2026, 1, 1))
        )[DOCUMENT]
    )


def parts_of(data):
    return Package.from_bytes(data).parts
