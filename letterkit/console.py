"""What goes to the terminal: no text of anybody's file can steer it."""

from collections.abc import Iterable
from typing import Any

import click
from rich.console import Console, ConsoleOptions
from rich.segment import Segment

from letterkit.characters import NOT_IN_LETTERS

INSTEAD = "\N{REPLACEMENT CHARACTER}"


def say(text: str, *, err: bool = False, nl: bool = True) -> None:
    """Print text, with a sign in the place of each control character and of what turns the direction of text."""
    click.echo(NOT_IN_LETTERS.sub(INSTEAD, text), err=err, nl=nl)


class PlainConsole(Console):
    """A console for tables and coloured lines, whose text goes the same way."""

    def __init__(self, **options: Any) -> None:
        super().__init__(highlight=False, emoji=False, markup=False, **options)

    def render(self, renderable: Any, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """Render anything as rich does, but for the characters that would steer the terminal."""
        for segment in super().render(renderable, options):
            yield segment if segment.control else Segment(NOT_IN_LETTERS.sub(INSTEAD, segment.text), segment.style)
