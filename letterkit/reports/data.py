"""Standings and reviews as JSON."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from letterkit.commitments import Commitment
from letterkit.compare import Compared
from letterkit.coverage import ItemCoverage
from letterkit.findings import Finding
from letterkit.review import Review
from letterkit.standing import Standing


def write(standings: Sequence[Standing]) -> str:
    """Return a JSON object with one entry in `reports` for each standing."""
    return json.dumps({"reports": [_standing(standing) for standing in standings]}, indent=2, ensure_ascii=False) + "\n"


def write_review(review: Review) -> str:
    """Return a JSON object: verdicts, findings, coverage, comments and what was not read."""
    data = {
        "file": review.file,
        "report": review.report_id,
        "record": review.recorded,
        "claims": review.claims,
        "verdicts": [_verdict(one) for one in review.comparison.verdicts],
        "findings": [_finding(finding) for finding in review.findings()],
        "coverage": [_standing(standing) for standing in review.standings],
        "comments": [asdict(comment) for comment in review.manuscript.comments],
        "not_read": list(review.manuscript.not_read),
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def write_commitments(commitments: Sequence[Commitment]) -> str:
    """Return a JSON object with one entry in `commitments` for each."""
    entries = [
        {
            "report": one.report_id,
            "item": one.item or None,
            "what": one.what,
            "who": one.who or None,
            "when": one.when or None,
            "state": one.state.label,
            "reference": one.reference,
            "place": str(one.place) if one.place else None,
        }
        for one in commitments
    ]
    return json.dumps({"commitments": entries}, indent=2, ensure_ascii=False) + "\n"


def _verdict(one: Compared) -> dict[str, Any]:
    return {
        "reference": one.reference,
        "verdict": one.verdict,
        "record": one.record,
        "draft": one.draft,
        "evidence": one.evidence,
        "tracked": one.change is not None,
        "author": one.change.author if one.change else None,
        "date": one.change.date if one.change else None,
        "place": one.place,
    }


def _standing(standing: Standing) -> dict[str, Any]:
    clock, coverage = standing.clock, standing.coverage
    return {
        "report": standing.report_id,
        "title": coverage.report.title,
        "judged": standing.judged,
        "draft": standing.draft,
        "published": clock.published.isoformat(),
        "last_lawful_day": clock.last_day.isoformat(),
        "sent": clock.sent.isoformat() if clock.sent else None,
        "day": clock.day,
        "days_left": None if clock.sent else clock.days_left,
        "late": clock.late,
        "answered": coverage.answered,
        "items": [_item(item) for item in coverage.items],
        "findings": [_finding(finding) for finding in standing.findings()],
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


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "check": finding.check,
        "severity": finding.severity.label,
        "subject": finding.subject,
        "message": finding.message,
        "place": str(finding.place) if finding.place else None,
        "reference": finding.reference,
    }
