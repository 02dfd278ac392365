"""An edited .docx to a DraftLetter."""

from letterkit.formats.word.reading.draft import read_draft
from letterkit.formats.word.reading.runs import DELETIONS, INSERTIONS, TextReader
from letterkit.formats.word.reading.stories import margins

__all__ = ["DELETIONS", "INSERTIONS", "TextReader", "margins", "read_draft"]
