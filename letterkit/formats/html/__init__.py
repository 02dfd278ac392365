"""A letter as HTML; and what is around every page."""

from letterkit.formats.html.letter import write

__all__ = ["write"]
