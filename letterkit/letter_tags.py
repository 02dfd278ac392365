"""The tags that mark the parts of a letter in its template, such as an answer."""

import re
from collections.abc import Iterator
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.parser import Parser
from jinja2.runtime import Context
from markupsafe import Markup

from letterkit.characters import NOT_IN_LETTERS
from letterkit.marks import MARKS, REGION_NAMES, Region, region_mark
from letterkit.nearest import did_you_mean
from letterkit.rendering import Missing, Notes, notes_of
from letterkit.sourced import Sourced, plain, references_of

LOSING = {"tilde": "~", "mod": "%"}
TAG = re.compile(r"\{%.*?(?:%\}|$)|\{#.*?(?:#\}|$)")  # one left open takes the rest: looked for again and again, it is slow
TAG_AT_END = re.compile(r"\{%(?!-?\s*(end)?raw\b)[^%]*[^-+]%\}\s*$")


class LetterTags(Extension):
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
        named: list[nodes.Expr] = [nodes.ContextReference(), nodes.Const(opening.value), nodes.List(arguments)]
        opens = nodes.Output([self.call_method("_open", named)])
        closes = nodes.Output([self.call_method("_close", [nodes.ContextReference()])])
        return nodes.Scope([opens, *body, closes]).set_lineno(opening.lineno)

    def count_turn(self, context: Context, characters: int) -> bool:
        """Count one turn and the characters of the template in it; always true."""
        notes_of(context).count(characters, turns=1)
        return True

    def _open(self, context: Context, name: str, arguments: list[Any]) -> Markup:
        """Return the mark that begins a part of the letter."""
        notes = notes_of(context)
        values: list[Any] = []
        for argument in arguments:
            if isinstance(argument, Missing):
                written = argument._undefined_name
                notes.report(argument.says(), f'Write an id in quotation marks: {{% {name} "{written}" %}}.')
            elif not isinstance(plain(argument), str | int | None):
                notes.report(f"{_named(argument)} is no id and no text.", f"Name one of its values in {{% {name} %}}.")
            else:
                values.append(plain(argument))
        if name == "answer" and len(values) == len(arguments):
            _check_answered(notes, values)
        named = tuple("" if value is None else str(value) for value in values)
        notes.regions.append(Region(name, named, references_of(*arguments)))
        notes.open.append(len(notes.regions) - 1)
        return as_markup(region_mark(notes.open[-1]))

    def _close(self, context: Context) -> Markup:
        """Return the mark that ends the part that was begun last."""
        return as_markup(region_mark(notes_of(context).open.pop(), closes=True))


def _keep_line_break(line: str) -> str:
    has_text = TAG.sub("", line).strip()
    return f"{line.rstrip()[:-2]}+%}}" if has_text and TAG_AT_END.search(line) else line


def as_markup(mark: str) -> Markup:
    """Return a mark as what templates print as it stands."""
    return Markup(mark)  # noqa: S704 - a mark of our own; the text of evidence never becomes markup


def _named(value: Any) -> str:
    """Return how a message names a value: what is in evidence by its reference."""
    return value.reference if isinstance(value, Sourced) else "This value"


def _check_answered(notes: Notes, items: list[Any]) -> None:
    if not items:
        notes.report("This answer names no item.", 'Write the item\'s id: {% answer "1" %}.')
    for item in items:
        if str(item) not in notes.answerable:
            notes.report(f"The report has no item '{item}'.", did_you_mean(str(item), notes.answerable))
