"""A folder of letter templates: Jinja that writes Markdown with marks."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import TracebackType

from jinja2 import TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError, TemplateRuntimeError

from letterkit.errors import Place, Problem, TemplateError
from letterkit.evidence import NoHouseForm, NotForTemplates
from letterkit.language import did_you_mean
from letterkit.letter import ItemRef, Span
from letterkit.templates.jinja import (
    ENDING,
    NOTES,
    Notes,
    Sandbox,
    TemplateFolder,
    in_plain_words,
    letter_filters,
)
from letterkit.templates.markers import ANY_MARK, REGION_NAMES, Region

RENDER_FAULTS = (
    TemplateRuntimeError, SecurityError, TypeError, ValueError, LookupError, ArithmeticError, AttributeError,
    RecursionError, MemoryError, SyntaxError,
)  # fmt: skip
LONGEST_SHOWN = 100


@dataclass(frozen=True, slots=True)
class RenderedText:
    """A template's Markdown with the spans and regions that its marks stand for."""

    text: str
    spans: tuple[Span, ...]
    regions: tuple[Region, ...]


class LetterTemplates:
    """The templates of one folder, each read and compiled once; `shown_as` is the folder as messages name it."""

    def __init__(self, folder: Path, *, shown_as: str) -> None:
        self._folder = folder
        self._shown_as = shown_as
        self._files = TemplateFolder(folder)
        self._sandbox = Sandbox(self._files)
        self._digests: dict[str, str] = {}

    def render(self, name: str, variables: Mapping[str, object], *, items: Sequence[ItemRef]) -> RenderedText:
        """Render a template; `items` are those that it may mark answers to.

        Raises TemplateError with every missing name and unprintable value met.
        """
        notes = Notes({str(item): item for item in items} | {item.id: item for item in items if item.report is None})
        text = ""
        try:
            text = self._sandbox.get_template(name).render(**variables, **{NOTES: notes})
        except TemplateSyntaxError as error:
            notes.problems.append(self._problem(Path(error.name or name).name, error.lineno, error.message or ""))
        except TemplateNotFound as error:
            notes.problems.append(self._absent(name, str(error.name), _where_raised(error.__traceback__, default=name)))
        except TemplateError as error:
            notes.problems.extend(error.problems)
        except RENDER_FAULTS as error:
            notes.problems.append(self._problem(*_where_raised(error.__traceback__, default=name), _reason(error)))
        if notes.problems:
            raise TemplateError([self._in_folder(problem) for problem in dict.fromkeys(notes.problems)])
        return RenderedText(text, tuple(notes.spans), tuple(notes.regions))

    def place_of(self, name: str, *, near: str = "") -> Place:
        """Return where a template stands, as messages say it, with the line that has the words of a rendered one."""
        words = max(map(str.strip, ANY_MARK.split(near)), key=len)
        for file in (name, *self._shared) if words else ():
            found = next((number for number, line in enumerate(self._lines(file), start=1) if words in line), None)
            if found:
                return Place(f"{self._shown_as}/{file}", found)
        return Place(f"{self._shown_as}/{name}")

    @cached_property
    def _shared(self) -> list[str]:
        """Return the templates that others may share, named with a leading underscore."""
        return sorted(path.name for path in self._folder.glob("_*.j2") if path.is_file())

    def _lines(self, file: str) -> list[str]:
        """Return the lines of a template that was read; none of a file that was refused."""
        return self._files.texts.get(file, "").split("\n")

    def digest(self, name: str) -> str:
        """Return the SHA-256 of a letter's template and of those it may share."""
        if name not in self._digests:
            total = hashlib.sha256()
            for file in sorted({name, *self._shared}):
                total.update(file.encode() + b"\0" + self._read(file))
            self._digests[name] = total.hexdigest()
        return self._digests[name]

    def _read(self, file: str) -> bytes:
        try:
            return self._files.read(file)
        except TemplateError as error:
            raise TemplateError([self._in_folder(problem) for problem in error.problems]) from error

    def _absent(self, name: str, wanted: str, where: tuple[str, int | None]) -> Problem:
        """Tell a template that is not there: the letter's own, or one that is named there."""
        what = f"There is no template '{wanted}' in {self._shown_as}/."
        if wanted == name:
            return Problem(Place(name), what, "Copy another letter's template to this name, and edit it.")
        return Problem(Place(*where), what, did_you_mean(wanted, [path.name for path in self._folder.glob("*.j2")]))

    def _in_folder(self, problem: Problem) -> Problem:
        place = Place(f"{self._shown_as}/{problem.place.file}", problem.place.line)
        return Problem(place, problem.what, problem.remedy)

    def _problem(self, name: str, line: int | None, message: str) -> Problem:
        """Tell an error of Jinja's with the line itself, since Jinja gives no column."""
        message = in_plain_words(message, filters=letter_filters(self._sandbox.filters), tags=REGION_NAMES)
        shown = "Look at this template."
        lines = self._lines(name)
        if line and line <= len(lines):
            text = lines[line - 1].strip()
            shown = f"The line reads: {text if len(text) <= LONGEST_SHOWN else f'{text[:LONGEST_SHOWN]} ...'}"
        return Problem(Place(name, line), message if message.endswith((".", "?")) else f"{message}.", shown)


def _where_raised(traceback: TracebackType | None, *, default: str) -> tuple[str, int | None]:
    """Return the innermost template and line of a traceback that Jinja has rewritten."""
    where: tuple[str, int | None] = (default, None)
    while traceback is not None:
        file = Path(traceback.tb_frame.f_code.co_filename)
        if file.suffix == ENDING:
            where = (file.name, traceback.tb_lineno)
        traceback = traceback.tb_next
    return where


def _reason(error: Exception) -> str:
    if isinstance(error, SecurityError):
        return "A template cannot call anything. Use a filter, such as {{ value | in_words }}"
    if isinstance(error, RecursionError | SyntaxError | MemoryError):
        return "It is too large, goes into itself without end, or its tags stand too deep inside each other"
    if isinstance(error, ZeroDivisionError):
        return "Something is divided by nothing (0) here. Divide only {% if %} there is something to divide by"
    if str(error).startswith("Exceeds the limit"):
        return "It holds a number of too many digits for any letter"
    if isinstance(error, TemplateRuntimeError | NoHouseForm | NotForTemplates):
        return str(error)
    return "A value here is not of the kind that the template wants, or a filter is given what it cannot take"
