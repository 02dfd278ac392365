"""The letter by docx-mailmerge2: merge fields; rows and items are rows of tables, which is how it repeats.

python benchmarks/peers/with_mailmerge.py FOLDER
"""

import io
import json
import sys
from pathlib import Path

from mailmerge import MailMerge


def build(template: bytes, data: dict) -> bytes:
    """Merge the texts into the template's fields."""
    with MailMerge(io.BytesIO(template)) as document:
        document.merge_rows("row_0", [{f"row_{at}": text for at, text in enumerate(row)} for row in data["rows"]])
        document.merge_rows("item_heading", [{f"item_{name}": item[name] for name in item} for item in data["items"]])
        named = {f"before_{at}": text for at, text in enumerate(data["before"])}
        document.merge(**named, **{f"after_{at}": text for at, text in enumerate(data["after"])})
        out = io.BytesIO()
        document.write(out)
        return out.getvalue()


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    texts = json.loads((folder / "letter.json").read_text(encoding="utf-8"))
    (folder / "mailmerge-out.docx").write_bytes(build((folder / "mailmerge.docx").read_bytes(), texts))
