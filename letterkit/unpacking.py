"""The files in a zip, really inflated and counted; nothing of it touches the disk."""

import io
import zipfile
import zlib

MOST_FILES = 5_000
MOST_BYTES = 100_000_000
CHUNK = 1_000_000
ENCRYPTED = 0x1

OTHER_FORMATS: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "It is in the old Word format (.doc), or protected with a password."),
    (b"{\\rtf", "It is Rich Text (.rtf)."),
    (b"%PDF", "It is a PDF, which letterkit cannot read."),
    (b"\x89PNG", "It is a picture."),
    (b"\xff\xd8\xff", "It is a picture."),
    (b"<!DOCTYPE html", "It is a web page."),
    (b"<html", "It is a web page."),
)
OPEN_DOCUMENT = "mimetype"


class CannotUnpack(ValueError):
    """The bytes are no zip file that can be read; the message says what they are."""


def unpack(data: bytes) -> dict[str, bytes]:
    """Return the files in a zip by name, in their order; raises CannotUnpack.

    What is counted is what is really inflated, whatever the zip says of itself.
    """
    if not data:
        raise CannotUnpack("The file is empty.")
    for start, what in OTHER_FORMATS:
        if data.lstrip()[: len(start)].lower() == start.lower():
            raise CannotUnpack(what)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _inflated(archive)
    except CannotUnpack:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        cut = "It is damaged or cut off." if data.startswith(b"PK") else "It is not a Word file (.docx)."
        raise CannotUnpack(cut) from error


def _inflated(archive: zipfile.ZipFile) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    room = MOST_BYTES
    entries = [info for info in archive.infolist() if not info.is_dir()]
    if len(entries) > MOST_FILES:
        raise CannotUnpack(f"It holds more than {MOST_FILES:,} parts.")
    for info in entries:
        if info.flag_bits & ENCRYPTED:
            raise CannotUnpack("It is protected with a password.")
        if info.filename in files:
            raise CannotUnpack(f"It holds two parts by the name {info.filename}.")
        inflated = bytearray()
        with archive.open(info) as part:
            while chunk := part.read(CHUNK):
                inflated += chunk
                if len(inflated) > room:
                    raise CannotUnpack(f"It unpacks to more than {MOST_BYTES // 1_000_000} MB.")
        room -= len(inflated)
        files[info.filename] = bytes(inflated)
    if files.get(OPEN_DOCUMENT, b"").startswith(b"application/vnd.oasis"):
        raise CannotUnpack("It is an OpenDocument file (.odt).")
    return files
