"""`letterkit schema`: JSON Schemas for editors, beside the evidence that names them."""

from collections.abc import Callable
from pathlib import Path

from letterkit.evidence import schema_text, schemas
from letterkit.files import save


def schema(out: Path, *, made: Callable[[Path], object] = str) -> None:
    """Write a schema for each kind of evidence into a folder; `made` is told of each file."""
    for kind in schemas():
        path = out / f"{kind}.schema.json"
        save(path, schema_text(kind).encode())
        made(path)
