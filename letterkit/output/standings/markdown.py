"""Coverage as Markdown, for a pull request or a wiki."""

import re
from collections.abc import Sequence

from letterkit.coverage import Standing
from letterkit.language import in_one_line
from letterkit.output.words import DEPTHS, told

SIGNS = re.compile(r"[\\`*_\[\]|!#~]")
"""What Markdown would take for a format, a picture, a link or the end of a cell."""


def write(standings: Sequence[Standing]) -> str:
    """Return a section a report: its clock, a table of items, the findings."""
    return "\n".join(_section(standing) for standing in standings)


def _section(standing: Standing) -> str:
    coverage = standing.coverage
    lines = [
        f"## {_cell(coverage.report.title)}\n",
        f"{coverage.answered} of {len(coverage.items)} items answered. {standing.clock.told()}\n",
        f"| item | {' | '.join(DEPTHS)} | where in the letter |",
        "| --- | --- | --- | --- | --- |",
    ]
    for item in coverage.items:
        depths = " | ".join(told(depth) for depth in (item.in_evidence, item.in_letter, item.in_substance))
        lines.append(f"| {_cell(item.item.label)} | {depths} | {_cell('; '.join(item.where))} |")
    findings = [
        f"- **{finding.severity.label}** {_cell(finding.subject)}: {_cell(finding.message)}"
        for finding in standing.findings()
    ]
    return "\n".join([*lines, "", *findings, ""])


def _cell(text: str) -> str:
    return SIGNS.sub(r"\\\g<0>", in_one_line(text)).replace("&", "&amp;").replace("@", "&#64;").replace("<", "&lt;")
