"""The files in a zip, really inflated and counted; nothing of it touches the disk."""

import io
import zipfile
import zlib

from letterkit.files import MOST_BYTES
from letterkit.formats.word.opc.file_types import (
    ASK_AGAIN,
    LEAVE_CLOSED,
    PROTECTED,
    SAVE_AS_WORD,
    format_of,
    format_of_zip,
    shortened,
)

MOST_FILES = 5_000

CHUNK = 1_000_000
ENCRYPTED = 0x1
COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The only ones of a Word file (ECMA-376 part 2, annex C.2); others inflate without end before they can be counted."""


class CannotUnpack(ValueError):
    """The bytes are no zip file that can be read; the message says what they are, `remedy` what to do."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.remedy = remedy


def unpack(data: bytes) -> dict[str, bytes]:
    """Return the files in a zip by name, in their order; raises CannotUnpack.

    What is counted is what is really inflated, whatever the zip says of itself.
    """
    if not data:
        raise CannotUnpack("The file is empty.", ASK_AGAIN)
    if other := format_of(data):
        raise CannotUnpack(*other)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files = _inflated(archive)
    except CannotUnpack:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        if data.startswith(b"PK"):
            raise CannotUnpack("It is damaged or cut off.", ASK_AGAIN) from error
        raise CannotUnpack("It is not a Word file (.docx).", SAVE_AS_WORD) from error
    if other := format_of_zip(files):
        raise CannotUnpack(*other)
    return files


def _inflated(archive: zipfile.ZipFile) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    room = MOST_BYTES
    entries = [info for info in archive.infolist() if not info.is_dir()]
    if len(entries) > MOST_FILES:
        raise CannotUnpack(f"It holds more than {MOST_FILES:,} parts.", LEAVE_CLOSED)
    for info in entries:
        if info.flag_bits & ENCRYPTED:
            raise CannotUnpack(*PROTECTED)
        if info.filename in files:
            raise CannotUnpack(f"It holds two parts by the name {shortened(info.filename)}.", LEAVE_CLOSED)
        if info.compress_type not in COMPRESSIONS:
            raise CannotUnpack("It is packed in a way that no Word file is.", LEAVE_CLOSED)
        inflated = bytearray()
        with archive.open(info) as part:
            while chunk := part.read(CHUNK):
                inflated += chunk
                if len(inflated) > room:
                    raise CannotUnpack(f"It unpacks to more than {MOST_BYTES // 1_000_000} MB.", LEAVE_CLOSED)
        room -= len(inflated)
        files[info.filename] = bytes(inflated)
    return files
