"""Commitments as a table in the terminal, and as JSON."""

import json
from collections.abc import Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from letterkit.coverage import Commitment, State


def table(found: Sequence[Commitment]) -> RenderableType:
    """Return a table of commitments, a row each."""
    rows = Table("state", "by when", "who", "report and item", "what", box=None, pad_edge=False)
    for one in found:
        about = one.report_id + (f": {one.item}" if one.item else "")
        style = "red" if one.state is State.OVERDUE else ""
        rows.add_row(*(Text(cell) for cell in (one.state.label, one.when, one.who, about, one.what)), style=style)
    return rows


def write_json(commitments: Sequence[Commitment]) -> str:
    """Return a JSON object with one entry in `commitments` for each."""
    entries = [
        {
            "report": one.report_id,
            "item": one.item or None,
            "what": one.what,
            "who": one.who or None,
            "when": one.when or None,
            "state": one.state.label,
            "reference": str(one.reference) if one.reference else None,
            "place": str(one.place) if one.place else None,
        }
        for one in commitments
    ]
    return json.dumps({"commitments": entries}, indent=2, ensure_ascii=False) + "\n"
