"""Files put into a zip, each packed once; the same files always give the same bytes.

As much of the zip format as a Word file needs (PKWARE's APPNOTE 6.3.10, 4.3.7, 4.3.12 and 4.3.16): no zip64, no
encryption, no time.
"""

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

HARD = 2
"""How hard files are packed: a letter is a tenth larger than at zlib's usual 6, and packed in a quarter of the time."""

LOCAL, CENTRAL, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
AS_ZIP_2, DEFLATED, FIRST_DAY = 20, 8, 0x21
NAME_IS_UTF_8 = 0x800
MADE_ON_UNIX = struct.pack("<H", 3 << 8 | AS_ZIP_2)
FILE_OF_OWNER = 0o600 << 16
FILE = struct.Struct("<HHHHHIIIHH")
"""Version, flags, method, time, day, CRC, size packed and unpacked, length of name and of extra fields."""
PLACE = struct.Struct("<HHHII")
"""Length of comment, disk, text or not, who may read it, where the file begins."""
DIRECTORY = struct.Struct("<HHHHIIH")
"""Disk and disk of the directory, entries on it and in all, size of the directory and its place, length of comment."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A file of a zip: its bytes as they are, what the zip tells of it, and how the zip has it."""

    data: bytes
    told: bytes
    name: bytes
    entry: bytes


def packed(name: str, data: bytes) -> Packed:
    """Pack one file."""
    packer = zlib.compressobj(HARD, zlib.DEFLATED, -zlib.MAX_WBITS)
    deflated = packer.compress(data) + packer.flush()
    named, flags = name.encode(), 0 if name.isascii() else NAME_IS_UTF_8
    told = FILE.pack(
        AS_ZIP_2, flags, DEFLATED, 0, FIRST_DAY, zlib.crc32(data), len(deflated), len(data), len(named), 0
    )  # fmt: skip
    return Packed(data, told, named, b"".join((LOCAL, told, named, deflated)))


def pack(files: Sequence[Packed]) -> bytes:
    """Return the zip of some files, in their order."""
    starts = list(accumulate((len(file.entry) for file in files), initial=0))
    directory = b"".join(
        b"".join((CENTRAL, MADE_ON_UNIX, file.told, PLACE.pack(0, 0, 0, FILE_OF_OWNER, start), file.name))
        for file, start in zip(files, starts, strict=False)
    )
    end = DIRECTORY.pack(0, 0, len(files), len(files), len(directory), starts[-1], 0)
    return b"".join((*(file.entry for file in files), directory, END, end))
