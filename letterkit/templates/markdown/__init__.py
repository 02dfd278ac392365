"""Markdown with markers to the blocks of a letter."""

from letterkit.templates.markdown.faults import MarkupFault, MarkupFaults
from letterkit.templates.markdown.reader import read_blocks

__all__ = ["MarkupFault", "MarkupFaults", "read_blocks"]
