"""The floor: strings put into one part, the other parts of the zip copied as they lie.

python benchmarks/peers/floor.py FOLDER
"""

import io
import json
import struct
import sys
import zipfile
import zlib
from html import escape
from pathlib import Path

PART = "word/document.xml"
CENTRAL, END = b"PK\1\2", b"PK\5\6"
SIZES = struct.Struct("<III")  # CRC, compressed and uncompressed size: at 14 in a local header, at 16 in a central one


def build(template: bytes, data: dict) -> bytes:
    """Put the texts into the template's document part."""
    with zipfile.ZipFile(io.BytesIO(template)) as archive:
        body = archive.read(PART).decode()
        start, _, rest = body.partition("<!--letter-->")
        infos = archive.infolist()
        at = archive.start_dir
    document = (start + "".join(_xml(data)) + rest).encode()
    made = zlib.compressobj(6, zlib.DEFLATED, -15)
    packed = made.compress(document) + made.flush()
    sizes = SIZES.pack(zlib.crc32(document), len(packed), len(document))
    out, directory = io.BytesIO(), io.BytesIO()
    for info, following in zip(infos, [*(each.header_offset for each in infos[1:]), at], strict=True):
        offset, name = out.tell(), info.filename.encode()
        if info.filename == PART:
            header = bytearray(template[info.header_offset : info.header_offset + 30])
            header[14:26], header[28:30] = sizes, b"\0\0"
            out.write(bytes(header) + name + packed)
        else:
            out.write(template[info.header_offset : following])
            sizes_now = SIZES.pack(info.CRC, info.compress_size, info.file_size)
        directory.write(
            CENTRAL + struct.pack("<HHHHHH", 20, 20, 0, info.compress_type, 0, 33)
            + (sizes if info.filename == PART else sizes_now)
            + struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, offset) + name
        )  # fmt: skip
    end = struct.pack("<HHHHIIH", 0, 0, len(infos), len(infos), directory.tell(), out.tell(), 0)
    return out.getvalue() + directory.getvalue() + END + end


def _xml(data: dict) -> list[str]:
    rows = "".join(f"<w:tr>{''.join(f'<w:tc>{_p(text)}</w:tc>' for text in row)}</w:tr>" for row in data["rows"])
    grid = "<w:gridCol/>" * len(data["rows"][0])
    return [
        *map(_p, data["before"]),
        f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>",
        *(_p(item["heading"], "Heading2") + _p(item["text"]) + _p(item["answer"]) for item in data["items"]),
        *map(_p, data["after"]),
    ]


def _p(text: str, style: str = "BodyText") -> str:
    said = escape(text, quote=False)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">{said}</w:t></w:r></w:p>'


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    texts = json.loads((folder / "letter.json").read_text(encoding="utf-8"))
    (folder / "floor-out.docx").write_bytes(build((folder / "floor.docx").read_bytes(), texts))
