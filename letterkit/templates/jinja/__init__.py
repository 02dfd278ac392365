"""Jinja as letters use it: the sandbox, its filters and tags, and what it says when something is wrong."""

from letterkit.templates.jinja.filters import letter_filters
from letterkit.templates.jinja.loader import ENDING, TemplateFolder
from letterkit.templates.jinja.messages import in_plain_words
from letterkit.templates.jinja.render_log import NOTES, Notes
from letterkit.templates.jinja.sandbox import Sandbox

__all__ = [
    "ENDING",
    "NOTES",
    "Notes",
    "Sandbox",
    "TemplateFolder",
    "in_plain_words",
    "letter_filters",
]
