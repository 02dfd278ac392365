"""Standings as tables in the terminal."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from letterkit.coverage import Standing
from letterkit.output.words import DEPTHS, told, urgency

BAR_WIDTH = 10


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
        due = standing.clock.last_day.isoformat()
        row = (standing.report_id, due, urgency(standing), bar, str(len(standing.findings())), standing.draft or "none")
        table.add_row(
            *(Text(cell) for cell in row), style="red" if standing.clock.late and not standing.clock.sent else ""
        )
    return table


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
