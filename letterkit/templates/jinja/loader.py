"""How the templates of one folder are read: from it alone, and none larger than any letter."""

import errno
from collections.abc import Callable
from pathlib import Path

from jinja2 import BaseLoader, Environment, TemplateNotFound
from jinja2.exceptions import TemplateRuntimeError

from letterkit.errors import Place, Problem, TemplateError
from letterkit.files import CannotOpen, as_on_disk, read_whole
from letterkit.language import composed

MOST_CHARACTERS = 5_000_000
ENDING = ".j2"
NOWHERE = (errno.ENOENT, errno.ELOOP)


class TemplateFolder(BaseLoader):
    """The templates of one folder, each named as it stands there; `texts` has those that were read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.texts: dict[str, str] = {}
        self._read: dict[str, bytes] = {}

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002 - Jinja's signature
        """Return a template's text; raises TemplateError if its file cannot be one."""
        if Path(template).name != template or not template.endswith(ENDING):
            remedy = f"Move it into this folder itself, with a name that ends in {ENDING}"
            message = f"'{template}' cannot be a template. {remedy}"
            raise TemplateRuntimeError(message)
        data = self.read(template)
        try:
            text = composed(data.decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            place = Place(template, data.count(b"\n", 0, error.start) + 1)
            remedy = "Save the template again with the encoding UTF-8."
            raise _refused(place, "This is not UTF-8 text.", remedy) from error
        self.texts[template] = text.replace("\r\n", "\n").replace("\r", "\n")
        return self.texts[template], str(self._folder / template), lambda: True

    def read(self, template: str) -> bytes:
        """Return the bytes of a template, read once, and never those of a file outside the folder."""
        if template not in self._read:
            self._read[template] = self._bytes(template, as_on_disk(self._folder / template))
        return self._read[template]

    def _bytes(self, template: str, path: Path) -> bytes:
        place = Place(template)
        try:
            path.stat()
            if not path.resolve().is_relative_to(self._folder.resolve()):
                out = "It is a link that leads out of the folder of templates."
                raise _refused(place, out, "Copy the file itself to its place.")
            return read_whole(path, most=MOST_CHARACTERS)
        except CannotOpen as error:
            reason = str(error.strerror)
            raise _refused(place, f"{reason[0].upper()}{reason[1:]}.", "Move it away.") from error
        except OSError as error:
            if error.errno not in NOWHERE:
                raise _refused(place, f"It cannot be read ({error.strerror}).", "See that you may open it.") from error
            if not path.is_symlink():
                raise TemplateNotFound(template) from error
            nowhere = "It is a link that leads nowhere."
            raise _refused(place, nowhere, "Put the template itself in its place.") from error


def _refused(place: Place, what: str, remedy: str) -> TemplateError:
    return TemplateError([Problem(place, what, remedy)])
