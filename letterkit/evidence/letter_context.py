"""What the template of a report may see: its evidence, every value with its reference."""

from collections.abc import Mapping
from typing import Any

from letterkit.evidence.pack import EvidencePack
from letterkit.evidence.sourced import Sourced


def context_for(
    pack: EvidencePack, report_id: str
) -> dict[str, Sourced | list[Sourced] | dict[str, dict[str, Sourced]]]:
    """Return the names a letter's template may use.

    Each shared kind under its own name, and of this report: `report`, `letter` (the particulars),
    `answers`, `addressee`, `signatory`, `publisher` and `copies`. `also` has the `report` and `answers` of each
    other report that the letter answers.
    """
    report, answers = _report_and_answers(pack, report_id)
    letter = Sourced(pack.particulars(report_id), [f"responses.{report_id}.letter"])
    shared: Mapping[str, Sourced] = {kind: Sourced(model, [kind]) for kind, model in pack.shared.items()}
    addressees, office = shared["addressees"], shared["office"]
    return {
        **shared,
        "report": report,
        "letter": letter,
        "answers": answers,
        "addressee": addressees.child(letter.child("addressee").value),
        "signatory": office.child("office_holders").child(letter.child("signatory").value),
        "publisher": office.child("bodies").child(report.child("publisher").value),
        "copies": [addressees.child(copy.value) for copy in letter.child("copies")],
        "also": {
            other: dict(zip(("report", "answers"), _report_and_answers(pack, other), strict=True))
            for other in pack.together_with(report_id)[1:]
        },
    }


def sourced_at(pack: EvidencePack, reference: str) -> Sourced | None:
    """Return the value that a reference names, None if evidence has none there."""
    roots: dict[str, Any] = dict(pack.shared)
    roots |= {f"reports.{report_id}": report for report_id, report in pack.reports.items()}
    roots |= {f"responses.{report_id}": response for report_id, response in pack.responses.items()}
    root = max((name for name in roots if f"{reference}.".startswith(f"{name}.")), key=len, default=None)
    if root is None:
        return None
    value = Sourced(roots[root], [root])
    for name in filter(None, reference.removeprefix(root).split(".")):
        below = _below(value, name)
        if below is None:
            return None
        value = below
    return value


def _below(value: Sourced, name: str) -> Sourced | None:
    if isinstance(value.value, tuple):
        entries = enumerate(value)
        return next((entry for place, entry in entries if name in (str(place), getattr(entry.value, "id", None))), None)
    try:
        return value.child(name)
    except KeyError:
        return None


def _report_and_answers(pack: EvidencePack, report_id: str) -> tuple[Sourced, Sourced]:
    report = Sourced(pack.reports[report_id], [f"reports.{report_id}"])
    return report, Sourced(pack.responses[report_id].answers, [f"responses.{report_id}.answers"])
