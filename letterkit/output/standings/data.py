"""Standings as JSON."""

import json
from collections.abc import Sequence
from typing import Any

from letterkit.coverage import ItemCoverage, Standing
from letterkit.findings import Finding


def write(standings: Sequence[Standing]) -> str:
    """Return a JSON object with one entry in `reports` for each standing."""
    return json.dumps({"reports": [as_data(standing) for standing in standings]}, indent=2, ensure_ascii=False) + "\n"


def as_data(standing: Standing) -> dict[str, Any]:
    """Return a standing in plain values."""
    clock, coverage = standing.clock, standing.coverage
    return {
        "report": standing.report_id,
        "title": coverage.report.title,
        "judged": standing.judged,
        "draft": standing.draft,
        "published": clock.published.isoformat(),
        "last_lawful_day": clock.last_day.isoformat(),
        "last_working_day": clock.working_day.isoformat(),
        "sent": clock.sent.isoformat() if clock.sent else None,
        "day": clock.day,
        "days_left": None if clock.sent else clock.days_left,
        "late": clock.late,
        "answered": coverage.answered,
        "items": [_item(item) for item in coverage.items],
        "findings": [finding_data(finding) for finding in standing.findings()],
    }


def _item(item: ItemCoverage) -> dict[str, Any]:
    return {
        "id": item.item.id,
        "kind": item.item.kind,
        "text": item.item.text,
        "position": item.answer.position if item.answer else None,
        "in_evidence": item.in_evidence,
        "in_letter": item.in_letter,
        "in_substance": item.in_substance,
        "where": list(item.where),
    }


def finding_data(finding: Finding) -> dict[str, Any]:
    """Return a finding in plain values."""
    return {
        "check": finding.check,
        "severity": finding.severity.label,
        "subject": finding.subject,
        "message": finding.message,
        "place": str(finding.place) if finding.place else None,
        "reference": finding.reference,
    }
