"""Where something stands in a file that a person edits."""

from typing import NamedTuple


class Place(NamedTuple):
    """A file with, where known, the line and column in it (both counted from 1)."""

    file: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
