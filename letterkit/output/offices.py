"""The coverage of many offices, as a table and as JSON."""

import json
from collections.abc import Sequence
from typing import Any

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from letterkit.coverage import OfficeCoverage, total
from letterkit.findings import Severity
from letterkit.output.words import counted

FIGURES = ("reports", "items", "answered", "late")
SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


def table(offices: Sequence[OfficeCoverage]) -> RenderableType:
    """Return a row an office and a last one for all."""
    made = Table("office", box=None, pad_edge=False)
    for head in (*FIGURES, *(f"{severity.label}s" for severity in SEVERITIES)):
        made.add_column(head, justify="right")
    for office in (*offices, total(offices)):
        if office.problems:
            made.add_row(Text(office.name), Text(f"{counted(len(office.problems), 'problem')} to mend"), style="red")
        else:
            figures = [*(getattr(office, name) for name in FIGURES), *(office.findings[each] for each in SEVERITIES)]
            made.add_row(Text(office.name), *(f"{figure:,}" for figure in figures), style="red" if office.late else "")
    return made


def write(offices: Sequence[OfficeCoverage]) -> str:
    """Return a JSON object with one entry in `offices` for each, and `all`."""
    told = {"offices": [_as_data(office) for office in offices], "all": _as_data(total(offices))}
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def _as_data(office: OfficeCoverage) -> dict[str, Any]:
    return {
        "office": office.name,
        **{name: getattr(office, name) for name in FIGURES},
        "findings": {severity.label: office.findings[severity] for severity in SEVERITIES},
        "problems": list(office.problems),
    }
