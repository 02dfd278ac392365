"""Files put into a zip, each packed once; the same files always give the same bytes.

As much of the zip format as a Word file needs (PKWARE's APPNOTE 6.3.10, 4.3.7, 4.3.12 and 4.3.16): no zip64, no
encryption, no time.
"""

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

HARD = 2
"""How hard files are packed: a letter is a tenth larger than at zlib's usual 6, and packed in a quarter of the time."""

LOCAL, CENTRAL, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
AS_ZIP_2, DEFLATED, FIRST_DAY = 20, 8, 0x21
NAME_IS_UTF_8 = 0x800
MADE_ON_UNIX, FILE_OF_OWNER = 3 << 8 | AS_ZIP_2, 0o600 << 16
OF_A_FILE = struct.Struct("<HHHHHIIIHH")
"""Version, flags, method, time, day, CRC, size packed and unpacked, length of name and of extra fields."""
OF_A_PLACE = struct.Struct("<HHHII")
"""Length of comment, disk, text or not, who may read it, where the file begins."""
OF_THE_END = struct.Struct("<HHHHIIH")
"""Disk and disk of the directory, entries on it and in all, size of the directory and its place, length of comment."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A file's bytes as they are, their CRC-32, and as the zip has them."""

    data: bytes
    crc: int
    deflated: bytes


def packed(data: bytes) -> Packed:
    """Pack one file."""
    packer = zlib.compressobj(HARD, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Packed(data, zlib.crc32(data), packer.compress(data) + packer.flush())


def pack(files: Mapping[str, Packed]) -> bytes:
    """Return the zip of some files, in their order."""
    pieces: list[bytes] = []
    places: list[bytes] = []
    start = 0
    for name, file in files.items():
        named, flags = name.encode(), 0 if name.isascii() else NAME_IS_UTF_8
        told = OF_A_FILE.pack(
            AS_ZIP_2, flags, DEFLATED, 0, FIRST_DAY, file.crc, len(file.deflated), len(file.data), len(named), 0
        )
        places += (
            CENTRAL, MADE_ON_UNIX.to_bytes(2, "little"), told, OF_A_PLACE.pack(0, 0, 0, FILE_OF_OWNER, start), named
        )  # fmt: skip
        pieces += (LOCAL, told, named, file.deflated)
        start += len(LOCAL) + len(told) + len(named) + len(file.deflated)
    directory = b"".join(places)
    end = OF_THE_END.pack(0, 0, len(files), len(files), len(directory), start, 0)
    return b"".join((*pieces, directory, END, end))
