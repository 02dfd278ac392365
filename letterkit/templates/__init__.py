"""Evidence and template to a Letter."""

from letterkit.templates.compose import compose_letter, template_name
from letterkit.templates.renderer import LetterTemplates

__all__ = ["LetterTemplates", "compose_letter", "template_name"]
