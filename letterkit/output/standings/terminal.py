"""Standings as tables in the terminal."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from letterkit.coverage import Clock, Standing
from letterkit.output.words import DEPTHS, told, urgency, urgency_style

BAR_WIDTH = 6


def coverage(standings: Sequence[Standing]) -> RenderableType:
    """Return, for each report, its clock, a table of its items and its findings."""
    return Group(*(part for standing in standings for part in _report(standing)))


def status(standings: Sequence[Standing]) -> RenderableType:
    """Return the desk's table, a row a report."""
    table = Table(box=None, pad_edge=False)
    for head, wraps in (
        ("report", False),
        ("due", False),
        ("clock", False),
        ("answered", False),
        ("open", True),
        ("draft", True),
    ):
        table.add_column(head, no_wrap=not wraps)
    for standing in standings:
        done, total = standing.coverage.answered, len(standing.coverage.items)
        filled = BAR_WIDTH * done // total if total else 0
        bar = f"{'█' * filled}{'░' * (BAR_WIDTH - filled)} {done}/{total}"
        clock = urgency(standing).replace(", ", "\n")
        row = (
            standing.report_id,
            _due(standing.clock),
            clock,
            bar,
            str(len(standing.findings())),
            standing.draft or "none",
        )
        table.add_row(*(Text(cell) for cell in row), style=urgency_style(standing))
    return table


def _due(clock: Clock) -> str:
    """Return the last lawful day and, below it, the last before it on which offices work."""
    practical = f"\nin practice\n{clock.in_practice:%a %Y-%m-%d}" if clock.in_practice else ""
    return f"{clock.last_day:%a %Y-%m-%d}{practical}"


def _report(standing: Standing) -> Iterator[RenderableType]:
    done, total = standing.coverage.answered, len(standing.coverage.items)
    yield Text(standing.coverage.report.title, style="bold")
    yield Text(f"{done} of {total} items answered, judged on {standing.judged}. {standing.clock.told()}")
    table = Table("item", *DEPTHS, "where in the letter", box=None, pad_edge=False)
    for item in standing.coverage.items:
        depths = [
            Text(told(depth), style="red" if depth is False else "")
            for depth in (item.in_evidence, item.in_letter, item.in_substance)
        ]
        table.add_row(Text(item.item.label), *depths, Text("; ".join(item.where)))
    yield table
    for finding in standing.findings():
        yield Text(str(finding), style=finding.severity.colour)
    yield Text("")
