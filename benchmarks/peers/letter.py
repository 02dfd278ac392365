"""The letter that all build: an office with one report, and for each peer the same texts and a template of its kind."""

import io
import json
import random
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm
from docx.text.paragraph import Paragraph
from lxml import etree

from benchmarks.offices import office
from letterkit.formats.word.namespaces import w
from letterkit.letter import Answer, Heading, Letter, Table, lines_of, text_of
from letterkit.workspace import Workspace
from letterkit.workspace.folder import LETTERHEADS
from letterkit.workspace.loaded import LoadedWorkspace

REPORT, LETTERHEAD = "report-1", "opcc-2023.docx"
PIXELS = 64
Texts = dict[str, list[Any]]


def letter_of(folder: Path, items: int) -> Workspace:
    """Make the office, `letter.json` with the letter's texts, and the templates; the letterhead has a picture."""
    workspace = office(folder, items=items)
    letterhead = folder / LETTERHEADS / LETTERHEAD
    _add_picture(letterhead)
    data = _texts(LoadedWorkspace(workspace, [REPORT]).letter(REPORT))
    (folder / "letter.json").write_text(json.dumps(data), encoding="utf-8")
    empty = docx.Document(letterhead)
    for element in list(empty.element.body)[:-1]:
        empty.element.body.remove(element)
    empty.save(folder / "empty.docx")
    for name, fill in (("docxtpl", _for_docxtpl), ("mailmerge", _for_mailmerge), ("floor", _for_floor)):
        document = docx.Document(folder / "empty.docx")
        fill(document, data)
        document.save(folder / f"{name}.docx")
    return workspace


def said_in(data: bytes) -> list[str]:
    """Return the text of each paragraph of a Word file that has any, in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    told = ("".join(text.text or "" for text in paragraph.iter(w("t"))) for paragraph in body.iter(w("p")))
    return [text for text in told if text]


def _texts(letter: Letter) -> Texts:
    """Return what stands before the table, its rows, the items and what stands after, as plain text."""
    before: list[str] = []
    after: list[str] = []
    rows: list[list[str]] = []
    items: list[dict[str, str]] = []
    headings: list[str] = []
    for block in letter.blocks:
        if isinstance(block, Table):
            before.append(text_of(block.caption))
            rows = [[text_of(cell) for cell in row] for row in (block.header, *block.rows)]
        elif isinstance(block, Heading) and rows:
            headings.append(text_of(block.spans))
        elif isinstance(block, Answer):
            text, answer = (text_of(line) for inner in block.blocks for line in lines_of(inner))
            items.append({"heading": headings[-1], "text": text, "answer": answer})
        else:
            (after if items else before).extend(text_of(line) for line in lines_of(block))
    return {"before": before, "rows": rows, "items": items, "after": after}


def _for_docxtpl(document: Document, data: Texts) -> None:
    for name in ("before", "after"):
        if name == "after":
            for text in (
                "{%p for item in items %}",
                "{{ item.heading }}",
                "{{ item.text }}",
                "{{ item.answer }}",
                "{%p endfor %}",
            ):
                document.add_paragraph(text, style="Heading 2" if "heading" in text else "Body Text")
        for text in (f"{{%p for text in {name} %}}", "{{ text }}", "{%p endfor %}"):
            document.add_paragraph(text, style="Body Text")
        if name == "before":
            columns = len(data["rows"][0])
            table = document.add_table(rows=3, cols=columns)
            table.rows[0].cells[0].text, table.rows[2].cells[0].text = "{%tr for row in rows %}", "{%tr endfor %}"
            for at in range(columns):
                table.rows[1].cells[at].text = f"{{{{ row[{at}] }}}}"


def _for_mailmerge(document: Document, data: Texts) -> None:
    for at in range(len(data["before"])):
        _add_field(document.add_paragraph(style="Body Text"), f"before_{at}")
    table = document.add_table(rows=1, cols=len(data["rows"][0]))
    for at, cell in enumerate(table.rows[0].cells):
        _add_field(cell.paragraphs[0], f"row_{at}")
    cell = document.add_table(rows=1, cols=1).rows[0].cells[0]
    cell.paragraphs[0].style = "Heading 2"
    _add_field(cell.paragraphs[0], "item_heading")
    for name in ("text", "answer"):
        _add_field(cell.add_paragraph(style="Body Text"), f"item_{name}")
    for at in range(len(data["after"])):
        _add_field(document.add_paragraph(style="Body Text"), f"after_{at}")


def _add_field(paragraph: Paragraph, name: str) -> None:
    field = f'<w:fldSimple {nsdecls("w")} w:instr=" MERGEFIELD {name} "><w:r><w:t>x</w:t></w:r></w:fldSimple>'
    paragraph._p.append(parse_xml(field))


def _for_floor(document: Document, _data: Texts) -> None:
    document.element.body.insert(0, etree.Comment("letter"))


def _add_picture(letterhead: Path) -> None:
    """Put a picture into the head of the first page."""
    document = docx.Document(letterhead)
    paragraph = document.sections[0].first_page_header.paragraphs[0]
    paragraph.add_run().add_picture(io.BytesIO(_png()), width=Cm(2))
    document.save(letterhead)


def _png() -> bytes:
    """Return a picture of random dots, which no zip makes smaller."""
    chance = random.Random(1)  # noqa: S311 - dots, not secrets
    lines = b"".join(b"\0" + chance.randbytes(PIXELS * 3) for _ in range(PIXELS))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", PIXELS, PIXELS, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b"")
