"""The letter by docxtpl: loops in a Word template.

python benchmarks/peers/with_docxtpl.py FOLDER
"""

import io
import json
import sys
from pathlib import Path

from docxtpl import DocxTemplate


def build(template: bytes, data: dict) -> bytes:
    """Fill in the template, with & and < escaped."""
    document = DocxTemplate(io.BytesIO(template))
    document.render(data, autoescape=True)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    texts = json.loads((folder / "letter.json").read_text(encoding="utf-8"))
    (folder / "docxtpl-out.docx").write_bytes(build((folder / "docxtpl.docx").read_bytes(), texts))
