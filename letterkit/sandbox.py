"""What a letter template may do: print evidence by name, choose, loop, and mark the parts of a letter.

There are no globals and no calls. Each printed value becomes a mark (see `markup`), and what is missing is
noted down with its template and line, so that one run tells all of it.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes, pass_context
from jinja2.exceptions import TemplateRuntimeError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.parser import Parser
from jinja2.runtime import BlockReference, Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from letterkit.characters import NOT_IN_LETTERS
from letterkit.errors import Problem
from letterkit.filters import letter_filters
from letterkit.house_forms import NoHouseForm, house_form
from letterkit.letter import Origin, Span
from letterkit.location import Place
from letterkit.marks import MARKS, REGION_NAMES, Region, region_mark, span_mark
from letterkit.nearest import did_you_mean
from letterkit.sourced import Sourced, plain, references_of, written_form
from letterkit.template_folder import MOST_CHARACTERS, TemplateFolder

NOTES = " notes"  # no template can name it
LOSING = {"tilde": "~", "mod": "%"}
BLOCK_TEXT = "is block text, which cannot be filtered or joined: use the value itself"
TESTS = ("==", "!=", "<", "<=", ">", ">=", "in", "equalto", "even", "odd")
TAG = re.compile(r"\{%.*?%\}|\{#.*?#\}")
MOST_TURNS = 250_000
LARGEST = 10**30
TAG_AT_END = re.compile(r"\{%(?!-?\s*(end)?raw\b)[^%]*[^-+]%\}\s*$")


@dataclass(slots=True)
class Notes:
    """What is noted down while one letter is rendered; places name the template only, not its folder."""

    answerable: tuple[str, ...]
    spans: list[Span] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    turns: int = 0
    characters: int = 0

    def count(self, characters: int, *, turns: int = 0) -> None:
        """Count what a template has done so far; one that would not end, or would fill the memory, is stopped."""
        self.turns += turns
        self.characters += characters
        if self.turns > MOST_TURNS:
            message = f"It was stopped after {MOST_TURNS:,} turns of its loops, macros and blocks"
            raise TemplateRuntimeError(message)
        if self.characters > MOST_CHARACTERS:
            message = f"It was stopped after printing {MOST_CHARACTERS:,} characters, more than any letter has"
            raise TemplateRuntimeError(message)

    def report(self, what: str, remedy: str) -> None:
        """Note a problem at the template line that is being rendered."""
        self.problems.append(Problem(_where_rendering(), what, remedy))


class Missing(StrictUndefined):
    """A name that is not there; printing it is noted down with the nearest name that is."""

    def says(self) -> str:
        """Return the sentence that tells what is missing, without its remedy."""
        if isinstance(self._undefined_obj, Sourced):
            return f"{self._undefined_obj.reference} has no {self._shown_name}."
        if self._is_first_of_none:
            return "There is no entry to take: the list is empty."
        return f"There is no {self._shown_name} here."

    @property
    def _shown_name(self) -> str:
        name: object = self._undefined_name
        return f"'{name}'" if isinstance(name, str | int) else "such entry"

    @property
    def _is_first_of_none(self) -> bool:
        return not isinstance(self._undefined_name, str | int)

    def remedy(self, names_here: Iterable[str]) -> str:
        """Return what to do about it."""
        owner = self._undefined_obj
        if isinstance(owner, Sourced) and isinstance(owner.value, tuple):
            return f"It has {len(owner)}, and the first is 0."
        if self._is_first_of_none:
            return "Print it only {% if %} there is one."
        known = owner.names() if isinstance(owner, Sourced) else [name for name in names_here if name != NOTES]
        return did_you_mean(str(self._undefined_name), known)

    @property
    def _undefined_message(self) -> str:
        """The message of the error when a missing name is asked or looped over."""
        owner_is_known = isinstance(self._undefined_obj, Sourced)
        return f"{self.says()} {self.remedy(()) if owner_is_known else ''}".strip()


class Sandbox(ImmutableSandboxedEnvironment):
    """Evidence by name, the office's forms as filters, the parts of a letter as tags."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            loader=TemplateFolder(folder, encoding="utf-8-sig"),
            undefined=Missing,
            autoescape=True,  # tells the text of macros and blocks (Markup) from values, which become marks
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=[_LetterTags],
            finalize=_finalize,
            optimized=False,  # works out nothing ahead, so that what constants do is counted, too
            auto_reload=False,  # a run reads each template once
        )
        self.globals = {}
        self.filters = letter_filters(self.filters)
        self.tests = {name: test for name, test in self.tests.items() if name in TESTS}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Look evidence up by name; a name under a missing one is missing too."""
        if isinstance(obj, Missing):
            return obj
        return self._child(obj, attribute) if isinstance(obj, Sourced) else super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Look evidence up by an id that is no word, such as an item's number."""
        if isinstance(obj, Missing):
            return obj
        return self._child(obj, plain(argument)) if isinstance(obj, Sourced) else super().getitem(obj, argument)

    def _child(self, obj: Sourced, name: Any) -> Any:
        try:
            return obj.child(name)
        except KeyError:
            return self.undefined(obj=obj, name=name)

    intercepted_binops = frozenset(("*", "**", "+"))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Calculate with numbers only: text or lists added again and again, or a great power, would fill the memory."""
        values = (plain(left), plain(right))
        if operator == "**" or any(isinstance(value, str | Sequence) for value in values):
            message = f"'{operator}' is for numbers only. Write the values one after the other"
            raise TemplateRuntimeError(message)
        if any(isinstance(value, int) and abs(value) > LARGEST for value in values):
            message = "No letter calculates with numbers of more than 30 digits"
            raise TemplateRuntimeError(message)
        return super().call_binop(context, operator, left, right)

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,  # noqa: FBT001, FBT002 - as Jinja has it
    ) -> str:
        """Let every turn of a loop, and every run of a macro, block or template, count itself as it begins."""
        self._count_turns(source)
        return super()._generate(source, name, filename, defer_init)

    def _count_turns(self, node: nodes.Node) -> int:
        """Let what repeats or is called count itself; return how many characters stand in a node."""
        if isinstance(node, nodes.TemplateData):
            return len(node.data)
        length = sum(self._count_turns(child) for child in node.iter_child_nodes())
        if isinstance(node, nodes.Template | nodes.For | nodes.Macro | nodes.CallBlock | nodes.Block):
            arguments: list[nodes.Expr] = [nodes.ContextReference(), nodes.Const(length)]
            counting = nodes.Call(nodes.ExtensionAttribute(_LetterTags.identifier, "_turn"), arguments, [], None, None)
            node.body.insert(0, nodes.ExprStmt(counting).set_lineno(node.lineno))
            if isinstance(node, nodes.For) and node.test is not None:
                node.test = nodes.And(counting, node.test)
        return length

    def is_safe_callable(self, obj: Any) -> bool:
        """Allow what the template itself defines, `super()` and the letter's tags; nothing else."""
        owner = getattr(obj, "__self__", None)
        return isinstance(obj, Macro | BlockReference) or isinstance(owner, LoopContext | _LetterTags)


class _LetterTags(Extension):
    """The tags that mark parts of a letter: `{% answer "R1" %} ... {% endanswer %}`, `{% recipient %}` ..."""

    tags = set(REGION_NAMES)  # noqa: RUF012 - as Jinja declares it

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja's signature
        """Keep the line break behind a tag that shares its line with text; a tag alone leaves no line."""
        return "\n".join(_keep_line_break(line) for line in source.split("\n"))

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Refuse what would lose the source of a value, or forge a mark, before it is compiled."""
        for token in stream:
            if token.type in LOSING:
                message = f"'{LOSING[token.type]}' loses the source of a value. Write the values one after the other"
                raise TemplateSyntaxError(message, token.lineno, stream.name, stream.filename)
            if token.type == "float":
                message = "A template holds no figures with a decimal point. Put the figure into evidence"
                raise TemplateSyntaxError(message, token.lineno, stream.name, stream.filename)
            if token.type == "name" and token.value == "autoescape":
                message = "'autoescape' is not for letters: evidence always prints as it stands. Take it out"
                raise TemplateSyntaxError(message, token.lineno, stream.name, stream.filename)
            if token.type in ("data", "string") and NOT_IN_LETTERS.search(token.value):
                message = "This text holds a character that no letter can hold. Retype it"
                raise TemplateSyntaxError(message, token.lineno, stream.name, stream.filename)
            if token.type == "data" and not MARKS.isdisjoint(token.value):
                message = "This line holds a character that letterkit keeps for itself. Retype the line"
                raise TemplateSyntaxError(message, token.lineno, stream.name, stream.filename)
            yield token

    def parse(self, parser: Parser) -> nodes.Node:
        """Read a tag, its arguments and all up to its end."""
        opening = next(parser.stream)
        arguments: list[nodes.Expr] = []
        while parser.stream.current.type != "block_end":
            if arguments:
                parser.stream.expect("comma")
            arguments.append(parser.parse_expression())
        body = parser.parse_statements((f"name:end{opening.value}",), drop_needle=True)
        marker = self.call_method(
            "_mark", [nodes.ContextReference(), nodes.Const(opening.value), nodes.List(arguments)]
        )
        return nodes.CallBlock(marker, [], [], body).set_lineno(opening.lineno)

    def _turn(self, context: Context, characters: int) -> bool:
        """Count one turn and the characters of the template in it; always true."""
        _notes(context).count(characters, turns=1)
        return True

    def _mark(self, context: Context, name: str, arguments: list[Any], caller: Callable[[], Markup]) -> Markup:
        notes = _notes(context)
        for argument in arguments:
            if isinstance(argument, Missing):
                written = argument._undefined_name
                notes.report(argument.says(), f'Write an id in quotation marks: {{% {name} "{written}" %}}.')
                return caller()
            if not isinstance(plain(argument), str | int | None):
                notes.report(f"{_named(argument)} is no id and no text.", f"Name one of its values in {{% {name} %}}.")
                return caller()
        values = [plain(argument) for argument in arguments]
        if name == "answer":
            _check_answered(notes, values)
        named = tuple("" if value is None else str(value) for value in values)
        notes.regions.append(Region(name, named, references_of(*arguments)))
        number = len(notes.regions) - 1
        return _markup(region_mark(number)) + caller() + _markup(region_mark(number, closes=True))


def _markup(mark: str) -> Markup:
    return Markup(mark)  # noqa: S704 - a mark of our own; the text of evidence never becomes markup


def _keep_line_break(line: str) -> str:
    has_text = TAG.sub("", line).strip()
    return f"{line.rstrip()[:-2]}+%}}" if has_text and TAG_AT_END.search(line) else line


def _named(value: Any) -> str:
    """Return how a message names a value: what is in evidence by its reference."""
    return value.reference if isinstance(value, Sourced) else "This value"


def _check_answered(notes: Notes, items: list[Any]) -> None:
    if not items:
        notes.report("This answer names no item.", 'Write the item\'s id: {% answer "1" %}.')
    for item in items:
        if str(item) not in notes.answerable:
            notes.report(f"The report has no item '{item}'.", did_you_mean(str(item), notes.answerable))


@pass_context
def _finalize(context: Context, value: Any) -> Any:
    """Turn each printed value into a mark; the text of macros and blocks is already markup."""
    notes = _notes(context)
    if isinstance(value, Markup):
        notes.count(len(value))
        return value
    if isinstance(value, Missing):
        notes.report(value.says(), value.remedy(context.parent))
        return _markup("")
    try:
        span = _span(value)
    except NoHouseForm as reason:
        what = value.reference if isinstance(value, Sourced) else "This value"
        no_value = "Give it a value in the evidence, or print it only {% if %} it has one."
        notes.report(f"{what} {reason}.", no_value if plain(value) is None else "See docs/reference/templates.md.")
        return _markup("")
    notes.count(len(span.text))
    notes.spans.append(span)
    return _markup(span_mark(len(notes.spans) - 1))


def _span(value: Any) -> Span:
    if not isinstance(value, Sourced):
        text = house_form(value)
        if not MARKS.isdisjoint(text):
            raise NoHouseForm(BLOCK_TEXT)
        return Span(text)
    if isinstance(value.value, Markup) or not value.references:
        raise NoHouseForm(BLOCK_TEXT)
    text = value.printed if value.printed is not None else house_form(value.value)
    return Span(text, Origin(value.references, type(value.value).__name__, written_form(value.value)))


def _notes(context: Context) -> Notes:
    notes = context.resolve(NOTES)
    if not isinstance(notes, Notes):
        message = "This macro cannot see the evidence. Import it 'with context'"
        raise TemplateRuntimeError(message)
    return notes


def _where_rendering() -> Place:
    """Return the template and line that are being rendered, from the stack of the running code."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            return Place(str(template.name), template.get_corresponding_lineno(frame.f_lineno))
        frame = frame.f_back
    return Place("?")
