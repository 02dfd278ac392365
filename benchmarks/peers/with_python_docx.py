"""The letter by python-docx, as its manual shows: paragraphs and rows added one by one.

python benchmarks/peers/with_python_docx.py FOLDER
"""

import io
import json
import sys
from pathlib import Path

import docx


def build(template: bytes, data: dict) -> bytes:
    """Add the texts to an empty letterhead."""
    document = docx.Document(io.BytesIO(template))
    for text in data["before"]:
        document.add_paragraph(text, style="Body Text")
    table = document.add_table(rows=0, cols=len(data["rows"][0]))
    for row in data["rows"]:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    for item in data["items"]:
        document.add_heading(item["heading"], level=2)
        document.add_paragraph(item["text"], style="Body Text")
        document.add_paragraph(item["answer"], style="Body Text")
    for text in data["after"]:
        document.add_paragraph(text, style="Body Text")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    texts = json.loads((folder / "letter.json").read_text(encoding="utf-8"))
    (folder / "python-docx-out.docx").write_bytes(build((folder / "empty.docx").read_bytes(), texts))
