"""What goes to the terminal as tables and coloured lines: no text of anybody's file can steer it."""

from collections.abc import Iterable
from typing import Any

from rich.console import Console, ConsoleOptions
from rich.segment import Segment

from letterkit.characters import plainly


class PlainConsole(Console):
    """A console that shows a sign in the place of each character that would steer the terminal."""

    def __init__(self, **options: Any) -> None:
        super().__init__(highlight=False, emoji=False, markup=False, **options)

    def render(self, renderable: Any, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """Render anything as rich does, but for those characters."""
        for segment in super().render(renderable, options):
            yield segment if segment.control else Segment(plainly(segment.text), segment.style)
