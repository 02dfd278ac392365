"""What goes to the terminal as tables: no text of anybody's file can steer it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from rich.console import Console, ConsoleOptions
from rich.segment import Segment

from letterkit.language import plainly


class PlainConsole(Console):
    """A console that shows a sign in the place of each character that would steer the terminal."""

    def __init__(self, **options: Any) -> None:
        super().__init__(highlight=False, emoji=False, markup=False, **options)

    def render(self, renderable: Any, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """Render anything as rich does, but for those characters."""
        for segment in super().render(renderable, options):
            yield segment if segment.control else Segment(plainly(segment.text), segment.style)


@contextmanager
def progress(what: str, count: int) -> Iterator[Callable[[object], None]]:
    """Show a bar while work is done, where people look on; call what it gives for each thing done."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415 - 20 ms

    console = PlainConsole(stderr=True)
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(what, total=count)
        yield lambda _done: bar.advance(task)
