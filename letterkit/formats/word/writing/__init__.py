"""A Letter to .docx, on a letterhead."""

from letterkit.formats.word.writing.letter import Imprint, write_letter
from letterkit.formats.word.writing.letterhead import Stationery, open_letterhead
from letterkit.formats.word.writing.pictures import is_picture

__all__ = ["Imprint", "Stationery", "is_picture", "open_letterhead", "write_letter"]
