"""An edited .docx to a DraftLetter."""

from letterkit.formats.word.reading.draft import control_references, find_record, read_draft, read_package
from letterkit.formats.word.reading.runs import DELETIONS, INSERTIONS, TextReader
from letterkit.formats.word.reading.stories import margins

__all__ = [
    "DELETIONS",
    "INSERTIONS",
    "TextReader",
    "control_references",
    "find_record",
    "margins",
    "read_draft",
    "read_package",
]
