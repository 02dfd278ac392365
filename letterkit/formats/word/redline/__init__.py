"""Two .docx as one with tracked changes."""

from letterkit.formats.word.redline.redline import is_draft, make_redline
from letterkit.formats.word.redline.repair import mended

__all__ = ["is_draft", "make_redline", "mended"]
