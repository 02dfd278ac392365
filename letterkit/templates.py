"""Letter templates: Jinja in a sandbox, writing Markdown in which every sourced value is a mark.

A template can print evidence, loop, choose and use the office's printed forms; it can call nothing else.
"""

import hashlib
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateNotFound, TemplateSyntaxError, nodes, pass_context
from jinja2.exceptions import SecurityError, TemplateRuntimeError, UndefinedError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.parser import Parser
from jinja2.runtime import BlockReference, Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from letterkit.errors import Problem, TemplateError
from letterkit.house_forms import HOUSE_FORMS, NoHouseForm, house_form, listing
from letterkit.letter import Origin, Span
from letterkit.location import Place
from letterkit.markup import MARKS, REGION_NAMES, Region, region_mark, span_mark
from letterkit.models.fields import PartialDate
from letterkit.nearest import did_you_mean
from letterkit.sourced import Sourced, plain, references_of

NOTES = "_notes"
TAG = re.compile(r"\{%.*?%\}|\{#.*?#\}")
TAG_AT_END = re.compile(r"\{%[^%]*[^-+]%\}\s*$")
JINJA_FILTERS = ("first", "last", "list", "map", "reverse", "select", "selectattr", "reject", "rejectattr", "sort", "unique")
JINJA_TESTS = ("==", "!=", "<", "<=", ">", ">=", "in", "equalto", "even", "odd")
RENDER_FAULTS = (
    UndefinedError, TemplateRuntimeError, SecurityError, TypeError, ValueError, LookupError, ArithmeticError,
    AttributeError, RecursionError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RenderedText:
    """A template's Markdown with the spans and regions that its marks stand for."""

    text: str
    spans: tuple[Span, ...]
    regions: tuple[Region, ...]


@dataclass(slots=True)
class _Notes:
    """What is noted down while one letter is rendered."""

    spans: list[Span] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    answerable: tuple[str, ...] = ()


class LetterTemplates:
    """The templates of one folder, compiled once."""

    def __init__(self, folder: Path, *, shown_as: str) -> None:
        self._folder = folder
        self._shown_as = shown_as
        self._environment = _Sandbox(folder)

    def render(self, name: str, variables: Mapping[str, object], *, item_ids: Sequence[str] = ()) -> RenderedText:
        """Render a template; `item_ids` are the items that it may mark answers to.

        Raises TemplateError with every missing name and unprintable value met.
        """
        notes = _Notes(answerable=tuple(item_ids))
        try:
            text = self._environment.get_template(name).render(**variables, **{NOTES: notes})
        except TemplateSyntaxError as error:
            place = self._place(error.name or name, error.lineno)
            problem = Problem(place, f"{error.message}.".replace("..", "."), self._line_itself(place, error.lineno))
            raise TemplateError([problem]) from error
        except TemplateNotFound as error:
            known = [path.name for path in self._folder.glob("*.j2")] if self._folder.is_dir() else []
            problem = Problem(self._place(name), f"There is no template '{error.name}'.", did_you_mean(str(error.name), known))
            raise TemplateError([problem]) from error
        except RENDER_FAULTS as error:
            place = self._place(*_where_raised(error.__traceback__, default=name))
            notes.problems.append(Problem(place, f"{_plain_reason(error)}.".replace("..", "."), self._line_itself(place, place.line)))
        if notes.problems:
            raise TemplateError([self._show(problem) for problem in dict.fromkeys(notes.problems)])
        return RenderedText(text, tuple(notes.spans), tuple(notes.regions))

    def place_of(self, name: str) -> Place:
        """Return where a template stands, as messages say it."""
        return self._place(name)

    def digest(self, name: str) -> str:
        """Return the SHA-256 of a letter's template and of those it may share (named with a leading underscore)."""
        total = hashlib.sha256()
        for path in sorted({self._folder / name, *self._folder.glob("_*.j2")}):
            total.update(path.name.encode() + b"\0" + path.read_bytes())
        return total.hexdigest()

    def _place(self, name: str, line: int | None = None) -> Place:
        return Place(f"{self._shown_as}/{name}", line)

    def _show(self, problem: Problem) -> Problem:
        if problem.place.file.startswith(self._shown_as):
            return problem
        return Problem(Place(f"{self._shown_as}/{problem.place.file}", problem.place.line), problem.what, problem.remedy)

    def _line_itself(self, place: Place, line: int | None) -> str:
        path = self._folder / Path(place.file).name
        lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
        return f"The line reads: {lines[line - 1].strip()}" if line and line <= len(lines) else "Look at this template."


class _Missing(StrictUndefined):
    """A name that is not there; printing it is noted down with the nearest name that is."""

    def says(self) -> str:
        """Return the sentence that tells what is missing, without its remedy."""
        name = self._undefined_name
        if isinstance(self._undefined_obj, Sourced):
            return f"{self._undefined_obj.reference} has no '{name}'."
        return f"There is no '{name}' here."

    def remedy(self, names_here: Iterable[str]) -> str:
        """Return what to do about it."""
        owner = self._undefined_obj
        known = owner.names() if isinstance(owner, Sourced) else [name for name in names_here if name != NOTES]
        return did_you_mean(str(self._undefined_name), known)

    @property
    def _undefined_message(self) -> str:
        """The message of the error when a missing name is asked or looped over."""
        owner_is_known = isinstance(self._undefined_obj, Sourced)
        return f"{self.says()} {self.remedy(()) if owner_is_known else ''}".strip()


class _Sandbox(ImmutableSandboxedEnvironment):
    """Evidence by name, the office's forms as filters, regions as tags; no globals and no calls."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            loader=FileSystemLoader(folder),
            undefined=_Missing,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=[_LetterTags],
            finalize=_finalize,
        )
        self.globals = {}
        kept = {name: _passing_missing_on(self.filters[name]) for name in JINJA_FILTERS}
        forms = {name: _form_filter(form) for name, form in HOUSE_FORMS.items()}
        counts = {"length": _length, "tally": _tally, "listing": _listing}
        self.filters = kept | forms | {name: _passing_missing_on(count) for name, count in counts.items()}
        self.tests = {name: test for name, test in self.tests.items() if name in JINJA_TESTS}

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, _Missing):
            return obj
        if isinstance(obj, Sourced):
            return self._child(obj, attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, _Missing):
            return obj
        if isinstance(obj, Sourced):
            return self._child(obj, plain(argument))
        return super().getitem(obj, argument)

    def _child(self, obj: Sourced, name: Any) -> Any:
        try:
            return obj.child(name)
        except KeyError:
            return self.undefined(obj=obj, name=name)

    def is_safe_callable(self, obj: Any) -> bool:
        owner = getattr(obj, "__self__", None)
        return isinstance(obj, Macro | BlockReference) or isinstance(owner, LoopContext | _LetterTags)


class _LetterTags(Extension):
    """The tags that mark parts of a letter: `{% answer "R1" %} ... {% endanswer %}`, `{% recipient %}` ..."""

    tags = set(REGION_NAMES)

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Keep the line break behind a tag that shares its line with text; a tag alone leaves no line."""
        return "\n".join(_keep_line_break(line) for line in source.split("\n"))

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Refuse what would lose the source of a value, or forge a mark, before it is compiled."""
        for token in stream:
            if token.type == "tilde":
                raise TemplateSyntaxError("'~' loses the source of a value. Write the values one after the other",
                                          token.lineno, stream.name, stream.filename)  # fmt: skip
            if token.type == "data" and not MARKS.isdisjoint(token.value):
                raise TemplateSyntaxError("This line holds a character that letterkit keeps for itself. Retype the line",
                                          token.lineno, stream.name, stream.filename)  # fmt: skip
            yield token

    def parse(self, parser: Parser) -> nodes.Node:
        opening = next(parser.stream)
        arguments: list[nodes.Expr] = []
        while parser.stream.current.type != "block_end":
            if arguments:
                parser.stream.expect("comma")
            arguments.append(parser.parse_expression())
        body = parser.parse_statements((f"name:end{opening.value}",), drop_needle=True)
        marker = self.call_method("_mark", [nodes.ContextReference(), nodes.Const(opening.value), nodes.List(arguments)])
        return nodes.CallBlock(marker, [], [], body).set_lineno(opening.lineno)

    def _mark(self, context: Context, name: str, arguments: list[Any], caller: Callable[[], str]) -> Markup:
        notes = _notes(context)
        if name == "answer":
            _check_answered(notes, arguments)
        notes.regions.append(Region(name, tuple(str(plain(argument)) for argument in arguments if plain(argument) is not None)))
        number = len(notes.regions) - 1
        return Markup(region_mark(number)) + Markup(caller()) + Markup(region_mark(number, closes=True))


def _keep_line_break(line: str) -> str:
    has_text = TAG.sub("", line).strip()
    return f"{line.rstrip()[:-2]}+%}}" if has_text and TAG_AT_END.search(line) else line


def _check_answered(notes: _Notes, arguments: list[Any]) -> None:
    place = Place(*_where_rendering())
    if not arguments:
        notes.problems.append(Problem(place, "This answer names no item.", "Write the item's id: {% answer \"1\" %}."))
    for argument in arguments:
        if str(plain(argument)) not in notes.answerable:
            what = f"The report has no item '{plain(argument)}'."
            notes.problems.append(Problem(place, what, did_you_mean(str(plain(argument)), notes.answerable)))


@pass_context
def _finalize(context: Context, value: Any) -> Any:
    """Turn each printed value into a mark; the text of macros and blocks is already markup."""
    if isinstance(value, Markup):
        return value
    notes = _notes(context)
    if isinstance(value, _Missing):
        notes.problems.append(Problem(Place(*_where_rendering()), value.says(), value.remedy(context.parent)))
        return Markup("")
    try:
        notes.spans.append(_span(value))
    except NoHouseForm as reason:
        what = value.reference if isinstance(value, Sourced) else "This value"
        remedy = "Give it a value in the evidence, or print it only {% if %} it has one." if plain(value) is None else ""
        notes.problems.append(Problem(Place(*_where_rendering()), f"{what} {reason}.", remedy))
        return Markup("")
    return Markup(span_mark(len(notes.spans) - 1))


def _span(value: Any) -> Span:
    if not isinstance(value, Sourced):
        return Span(house_form(value))
    text = value.printed if value.printed is not None else house_form(value.value)
    return Span(text, Origin(value.references, type(value.value).__name__, written_form(value.value)))


def written_form(value: Any) -> str:
    """Return a value as it would be typed in YAML: `1433`, `2023-08-24`; lists joined by commas."""
    match value:
        case str() | int() | Decimal():
            return str(value)
        case date() | PartialDate():
            return value.isoformat()
        case list() | tuple():
            return ", ".join(written_form(plain(item)) for item in value)
        case _:
            return house_form(value)


def _form_filter(form: Callable[..., str]) -> Callable[..., Any]:
    """Make a house form a filter that keeps the value and its references behind the printed form."""

    def apply(value: Any, *arguments: Any) -> Any:
        if isinstance(value, _Missing):
            return value
        if not isinstance(value, Sourced):
            return form(value, *arguments)
        shown = value.value if value.printed is None else value.printed
        if shown is None:
            raise NoHouseForm(f"{value.reference} has no value: print it only {{% if %}} it has one")
        try:
            return Sourced(value.value, value.references, printed=form(shown, *arguments))
        except (TypeError, ValueError, AttributeError, ArithmeticError) as reason:
            told = reason if isinstance(reason, NoHouseForm) else f"cannot be printed as '{form.__name__}'"
            raise NoHouseForm(f"{value.reference} {told}") from reason

    return apply


def _passing_missing_on(function: Callable[..., Any]) -> Callable[..., Any]:
    """Let a missing name go through a filter, to be told where it is printed."""
    takes_context = hasattr(function, "jinja_pass_arg")

    def apply(*arguments: Any, **options: Any) -> Any:
        value = arguments[1] if takes_context else arguments[0]
        return value if isinstance(value, _Missing) else function(*arguments, **options)

    if takes_context:
        apply.jinja_pass_arg = function.jinja_pass_arg  # type: ignore[attr-defined]
    return apply


def _length(values: Any) -> Sourced:
    """Count the entries; the count rests on each of them."""
    entries = list(values)
    return Sourced(len(entries), references_of(entries) or references_of(values))


def _tally(values: Any, attribute: str, wanted: Any) -> Sourced:
    """Count the entries whose attribute has the wanted value; the count rests on all of them."""
    entries = [entry.child(attribute) for entry in values]
    return Sourced(sum(entry == wanted for entry in entries), references_of(entries))


def _listing(values: Any, last: str = "and") -> Any:
    """Print a list as 'one, two and three', resting on each entry."""
    entries = list(values)
    shown = [entry.printed or entry.value if isinstance(entry, Sourced) else entry for entry in entries]
    return Sourced([plain(entry) for entry in entries], references_of(entries), printed=listing(shown, last))


def _notes(context: Context) -> _Notes:
    notes = context.resolve(NOTES)
    if not isinstance(notes, _Notes):
        raise TemplateRuntimeError("This macro cannot see the evidence. Import it 'with context'")
    return notes


def _where_rendering() -> tuple[str, int | None]:
    """Return the template and line that are being rendered, from the stack of the running code."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            return str(template.name), template.get_corresponding_lineno(frame.f_lineno)
        frame = frame.f_back
    return "?", None


def _where_raised(traceback: TracebackType | None, *, default: str) -> tuple[str, int | None]:
    """Return the innermost template and line of a traceback that Jinja has rewritten."""
    where: tuple[str, int | None] = (default, None)
    while traceback is not None:
        if traceback.tb_frame.f_globals.get("__jinja_template__") is not None or traceback.tb_frame.f_code.co_filename.endswith(".j2"):
            where = (Path(traceback.tb_frame.f_code.co_filename).name, traceback.tb_lineno)
        traceback = traceback.tb_next
    return where


def _plain_reason(error: Exception) -> str:
    if isinstance(error, SecurityError):
        return "A template cannot call anything. Use a filter, such as {{ value | in_words }}"
    if isinstance(error, RecursionError):
        return "The template includes or extends itself without end"
    return str(error)
