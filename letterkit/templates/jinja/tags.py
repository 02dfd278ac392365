"""The tags that mark the parts of a letter in its template, such as an answer."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.exceptions import TemplateRuntimeError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.parser import Parser
from jinja2.runtime import Context
from markupsafe import Markup

from letterkit.evidence import Sourced, plain_value, references_of
from letterkit.language import LIGATURE, NOT_IN_LETTERS, did_you_mean, told
from letterkit.letter import ItemRef
from letterkit.templates.jinja.render_log import Missing, Notes, notes_of, steps_through
from letterkit.templates.markers import MARKS, REGION_NAMES, Region, region_mark

LONGEST = 1000
MOST_TOKENS = 75_000
TOO_MANY = f"Up to here its tags hold {MOST_TOKENS:,} words and signs, more than any letter needs. Shorten it"
ENDS_IN_TEXT = (
    "A text in this tag holds the mark by which tags end. If its quotation mark is not closed, close it; "
    "otherwise write that text outside of tags"
)
KEPT_OUT = (
    (NOT_IN_LETTERS, "This line holds a character that nobody sees and no letter can hold ({}). Retype the line"),
    (
        LIGATURE,
        "This line holds letters that are one character, as copied from a PDF ({}). Type them one by one",
    ),
    (re.compile(f"[{''.join(MARKS)}]"), "This line holds a character that letterkit keeps for itself. Retype the line"),
)
NOT_FOR_LETTERS = {
    "autoescape": "evidence always prints as it stands. Take it out",
    "varargs": "give each argument of the macro a name",
    "kwargs": "give each argument of the macro a name",
}
LOSING = {"tilde": "~", "mod": "%"}
TAG = re.compile(r"\{%.*?(?:%\}|$)|\{#.*?(?:#\}|$)")  # one left open takes the rest, lest each looks through it
TAG_AT_END = re.compile(r"\{%(?!-?\s*(end)?raw\b)[^%]*[^-+]%\}\s*$")


class LetterTags(Extension):
    """The tags that mark parts of a letter: `{% answer "R1" %} ... {% endanswer %}`, `{% recipient %}` ..."""

    tags = set(REGION_NAMES)  # noqa: RUF012 - as Jinja declares it

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Refuse what nobody sees, in comments and tags, too; keep the line break behind a tag that follows text.

        A tag that stands alone leaves no line.
        """
        for characters, message in KEPT_OUT:
            found = characters.search(source)
            if found:
                line = source.count("\n", 0, found.start()) + 1
                raise TemplateSyntaxError(message.format(told(found[0])), line, name, filename)
        return "\n".join(_keep_line_break(line) for line in source.split("\n"))

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Refuse what would lose the source of a value, or what no tag can mean, before it is compiled."""
        for number, token in enumerate(stream):
            message = TOO_MANY if number > MOST_TOKENS else _refused(token.type, token.value)
            if message:
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
        named: list[nodes.Expr] = [nodes.ContextReference(), nodes.Const(opening.value), *arguments]
        opens = nodes.Output([self.call_method("_open", named)])
        closes = nodes.Output([self.call_method("_close", [nodes.ContextReference()])])
        return nodes.Scope([opens, *body, closes]).set_lineno(opening.lineno)

    def count_turn(self, context: Context, characters: int, steps: int) -> bool:
        """Count one turn, with the characters of the template in it and its steps; always true."""
        notes_of(context).count(characters, steps)
        return True

    def gone_through(self, context: Context, value: Any) -> Any:
        """Return a value that is about to be gone through, and count that."""
        steps = steps_through(value)
        if steps > 1:
            notes_of(context).count(0, steps)
        return value

    def single(self, context: Context, value: Any) -> Any:  # noqa: ARG002 - as all of these are called
        """Return a value that is to stand in a list; lists of lists of lists would grow without end."""
        if isinstance(value, list | tuple | dict):
            message = "A list cannot stand inside a list. Write one after the other, or put them into evidence"
            raise TemplateRuntimeError(message)
        return value

    def _open(self, context: Context, name: str, *arguments: Any) -> Markup:
        """Return the mark that begins a part of the letter."""
        notes = notes_of(context)
        values: list[Any] = []
        for argument in arguments:
            if isinstance(argument, Missing):
                written = argument._undefined_name
                notes.report(argument.says(), f'Write an id in quotation marks: {{% {name} "{written}" %}}.')
            elif not isinstance(plain_value(argument), str | int | None):
                notes.report(f"{_named(argument)} is no id and no text.", f"Name one of its values in {{% {name} %}}.")
            else:
                values.append(plain_value(argument))
        named = tuple("" if value is None else str(value) for value in values)
        references = references_of(*arguments)
        if name == "answer":
            items = _answered(notes, named) if len(values) == len(arguments) else ()
            notes.regions.append(Region(name, items=items, references=references))
        else:
            notes.regions.append(Region(name, named, references=references))
        notes.open.append(len(notes.regions) - 1)
        return as_markup(region_mark(notes.open[-1]))

    def _close(self, context: Context) -> Markup:
        """Return the mark that ends the part that was begun last."""
        return as_markup(region_mark(notes_of(context).open.pop(), closes=True))


def _refused(kind: str, value: Any) -> str:
    """Return why a token cannot be in a template, nothing if it can."""
    if kind in LOSING:
        return f"'{LOSING[kind]}' loses the source of a value. Write the values one after the other"
    if kind == "float":
        return "A template holds no figures with a decimal point. Put the figure into evidence"
    if kind == "name" and value in NOT_FOR_LETTERS:
        return f"'{value}' is not for letters: {NOT_FOR_LETTERS[value]}"
    if kind == "string" and NOT_IN_LETTERS.search(value):
        return "This text holds a character that no letter can hold. Retype it"
    if kind == "string" and ("}}" in value or "%}" in value):
        return ENDS_IN_TEXT
    if kind in ("string", "name") and len(value) > LONGEST:
        return f"A tag holds more than {LONGEST:,} characters in one piece. Write text outside of tags"
    return ""


def _keep_line_break(line: str) -> str:
    has_text = TAG.sub("", line).strip()
    return f"{line.rstrip()[:-2]}+%}}" if has_text and TAG_AT_END.search(line) else line


def as_markup(mark: str) -> Markup:
    """Return a mark as what templates print as it stands."""
    return Markup(mark)  # noqa: S704 - a mark of our own; the text of evidence never becomes markup


def _named(value: Any) -> str:
    """Return how a message names a value: what is in evidence by its reference."""
    return value.reference if isinstance(value, Sourced) else "This value"


def _answered(notes: Notes, named: Sequence[str]) -> tuple[ItemRef, ...]:
    """Return the items that an answer names, noting those that are not there."""
    if not named:
        notes.report("This answer names no item.", 'Write the item\'s id: {% answer "1" %}.')
    for name in named:
        if name not in notes.answerable:
            notes.report(f"The report has no item '{name}'.", partial(did_you_mean, name, notes.answerable))
    return tuple(notes.answerable[name] for name in named if name in notes.answerable)
