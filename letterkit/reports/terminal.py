"""Standings and commitments as tables in the terminal, and reviews as a summary."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from letterkit.commitments import Commitment, State
from letterkit.findings import Severity
from letterkit.reports.words import DEPTHS, claims, counted, told, urgency
from letterkit.review import Review
from letterkit.standing import Standing

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
BAR_WIDTH = 10


def coverage(standings: Sequence[Standing]) -> RenderableType:
    """Return, for each report, its clock, a table of its items and its findings."""
    return Group(*(part for standing in standings for part in _report(standing)))


def review(found: Review) -> RenderableType:
    """Return the summary of a review: what became of the values, the coverage and the findings."""
    counts = Counter(one.verdict for one in found.comparison.verdicts)
    told = ", ".join(f"{count} {verdict}" for verdict, count in counts.items()) or "no sourced value in it"
    lines = [
        Text(found.file, style="bold"),
        Text(f"{len(found.comparison.places)} sourced values: {told}. Record: {found.recorded}."),
        Text(claims(found)),
    ]
    if found.foreign:
        lines.append(Text("It is not made from the letter as composed now, so its claims alone were judged."))
    for standing in found.standings:
        done, total = standing.coverage.answered, len(standing.coverage.items)
        lines.append(Text(f"{standing.coverage.report.title}: {done} of {total} items answered."))
    waiting, comments = found.manuscript.pending_changes, found.manuscript.open_comments
    unsettled = [counted(waiting, "tracked change"), counted(len(comments), "comment")]
    if any(unsettled):
        lines.append(Text(f"Not settled yet: {', '.join(filter(None, unsettled))}."))
    if found.manuscript.not_read:
        lines.append(Text(f"Not read: {'; '.join(found.manuscript.not_read)}."))
    findings = found.findings()
    lines += [Text(str(finding), style=COLOURS[finding.severity]) for finding in findings]
    if not findings:
        read = "what could be read of " if found.manuscript.not_read else ""
        lines.append(Text(f"Nothing to look at: {read}the draft says what the evidence says."))
    return Group(*lines)


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


def commitments(found: Sequence[Commitment]) -> RenderableType:
    """Return a table of commitments, a row each."""
    table = Table("state", "by when", "who", "report and item", "what", box=None, pad_edge=False)
    for one in found:
        about = one.report_id + (f": {one.item}" if one.item else "")
        style = "red" if one.state is State.OVERDUE else ""
        table.add_row(*(Text(cell) for cell in (one.state.label, one.when, one.who, about, one.what)), style=style)
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
        yield Text(str(finding), style=COLOURS[finding.severity])
    yield Text("")
