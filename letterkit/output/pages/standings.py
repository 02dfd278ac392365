"""Coverage and the desk as one self-contained HTML page (WCAG 2.2 AA), which needs nothing from anywhere else."""

from collections.abc import Sequence

from letterkit.coverage import Standing
from letterkit.formats.page_shell import render
from letterkit.output.words import DEPTHS, plainly_named, told, urgency, urgency_style


def write_coverage(standings: Sequence[Standing]) -> str:
    """Return the page on coverage: each report with its items and findings."""
    return render(
        "output/pages/coverage.html.j2", standings=standings, depths=DEPTHS, told=told, plainly_named=plainly_named
    )


def write_status(standings: Sequence[Standing]) -> str:
    """Return the desk's page: a row a report, the most urgent first, then each in full."""
    return render(
        "output/pages/status.html.j2",
        standings=standings,
        depths=DEPTHS,
        told=told,
        plainly_named=plainly_named,
        urgency=urgency,
        urgency_style=urgency_style,
    )
