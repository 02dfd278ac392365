"""How the templates of one folder are read: from it alone, and none larger than any letter."""

from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, TemplateSyntaxError
from jinja2.loaders import split_template_path

MOST_CHARACTERS = 5_000_000


class TemplateFolder(FileSystemLoader):
    """The templates of one folder, none larger than any letter."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return a template's text; no path leads out of the folder."""
        path = Path(self.searchpath[0], *split_template_path(template))
        if path.exists() and not path.resolve().is_relative_to(Path(self.searchpath[0]).resolve()):
            message = "It is a link that leads out of the folder of templates. Copy the file here instead"
            raise TemplateSyntaxError(message, 1, template)
        if path.is_file() and path.stat().st_size > MOST_CHARACTERS:
            message = f"It has more than {MOST_CHARACTERS:,} bytes, more than any letter has"
            raise TemplateSyntaxError(message, 1, template)
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            message = "This is not UTF-8 text. Save the template again with the encoding UTF-8"
            raise TemplateSyntaxError(message, line, template) from error
