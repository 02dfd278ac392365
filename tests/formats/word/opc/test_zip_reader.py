"""Files in a zip are inflated and counted."""

import io
import zipfile

import pytest

from letterkit.errors import UnreadableDraft
from letterkit.formats.word.opc import Package
from letterkit.formats.word.opc import zip_reader as unpacking
from letterkit.formats.word.reading import read_draft
from tests.broken_files import AGAIN, CLOSED, DOCUMENT, DRAFT, RESAVE, with_body
from tests.builders import zipped


def with_a_part_twice():
    target = io.BytesIO(DRAFT)
    with zipfile.ZipFile(target, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(DOCUMENT, Package.from_bytes(DRAFT).parts[DOCUMENT])
    return target.getvalue()


def encrypted_entry():
    data = bytearray(DRAFT)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        data[at + offset] |= 1
    return bytes(data)


def packed_by(compression):
    """The letter in a zip that is packed otherwise than Word packs."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", compression) as archive:
        for name, data in Package.from_bytes(DRAFT).parts.items():
            archive.writestr(name, data)
    return target.getvalue()


BROKEN = {
    "an empty file": (lambda: b"", "The file is empty.", AGAIN),
    "text by the name of a Word file": (lambda: b"Dear Mr Wilsher,", "It is not a Word file", RESAVE),
    "cut off in the middle": (lambda: DRAFT[: len(DRAFT) // 2], "damaged or cut off", AGAIN),
    "a flipped byte": (lambda: DRAFT[:3000] + bytes([DRAFT[3000] ^ 255]) + DRAFT[3001:], "damaged or cut off", AGAIN),
    "protected with a password": (encrypted_entry, "protected with a password", "with the password"),
    "two parts by one name": (
        with_a_part_twice, "two parts by the name word/document.xml", CLOSED,
    ),
    "more parts than any letter": (
        lambda: zipped({f"p{number}": "" for number in range(unpacking.MOST_FILES + 1)}),
        "more than 5,000 parts", CLOSED,
    ),
    "packed by LZMA": (lambda: packed_by(zipfile.ZIP_LZMA), "packed in a way that no Word file is", CLOSED),
    "packed by bzip2": (lambda: packed_by(zipfile.ZIP_BZIP2), "packed in a way that no Word file is", CLOSED),
    "more bytes than any letter": (lambda: with_body(" " * 30_000_000), "larger than any letter's", CLOSED),
}  # fmt: skip


@pytest.mark.parametrize("fault", BROKEN)
def test_a_file_that_cannot_be_read_says_what_it_is(fault):
    make, told, remedy = BROKEN[fault]
    with pytest.raises(UnreadableDraft, match=f"^letter.docx: .*{told}.*{remedy}"):
        read_draft(make(), shown_as="letter.docx")


def test_a_file_that_unpacks_to_more_than_it_says_is_stopped(monkeypatch):
    monkeypatch.setattr(unpacking, "MOST_BYTES", 2_000_000)
    bomb = bytearray(zipped({"big": b"\0" * 5_000_000}))
    at = bomb.find(b"PK\x01\x02")
    bomb[at + 24 : at + 28] = (1000).to_bytes(4, "little")  # what the directory says it unpacks to
    with pytest.raises(unpacking.CannotUnpack):
        unpacking.unpack(bytes(bomb))
    with pytest.raises(unpacking.CannotUnpack, match="more than 2 MB"):
        unpacking.unpack(zipped({"big": b"\0" * 5_000_000}))
