"""What the template of a report may see: its evidence, every value with its reference."""

from collections.abc import Mapping

from letterkit.evidence.pack import EvidencePack
from letterkit.evidence.sourced import Sourced
from letterkit.letter import Reference


def context_for(
    pack: EvidencePack, report_id: str
) -> dict[str, Sourced | list[Sourced] | dict[str, dict[str, Sourced]]]:
    """Return the names a letter's template may use.

    Each shared kind under its own name, and of this report: `report`, `letter` (the particulars),
    `answers`, `addressee`, `signatory`, `publisher` and `copies`. `also` has the `report` and `answers` of each
    other report that the letter answers.
    """
    report, answers = _report_and_answers(pack, report_id)
    letter = Sourced(pack.particulars(report_id), [Reference.of("responses", report_id, "letter")])
    shared: Mapping[str, Sourced] = {kind: Sourced(model, [Reference.of(kind)]) for kind, model in pack.shared.items()}
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


def sourced_at(pack: EvidencePack, reference: Reference) -> Sourced | None:
    """Return the value that a reference names, None if evidence has none there."""
    value = _root_of(pack, reference)
    for step in reference[len(value.references[0]) :] if value else ():
        value = _below(value, step) if value else None
    return value


def _root_of(pack: EvidencePack, reference: Reference) -> Sourced | None:
    """Return the file that a reference leads into, as a value."""
    if reference.kind in pack.shared:
        return Sourced(pack.shared[reference.kind], [Reference(reference[:1])])
    held = {"reports": pack.reports, "responses": pack.responses}.get(reference.kind, {})
    report_id = reference[1] if len(reference) > 1 else ""
    return Sourced(held[report_id], [Reference(reference[:2])]) if report_id in held else None


def _below(value: Sourced, name: str) -> Sourced | None:
    if isinstance(value.value, tuple):
        entries = enumerate(value)
        return next((entry for place, entry in entries if name in (str(place), getattr(entry.value, "id", None))), None)
    try:
        return value.child(name)
    except KeyError:
        return None


def _report_and_answers(pack: EvidencePack, report_id: str) -> tuple[Sourced, Sourced]:
    report = Sourced(pack.reports[report_id], [Reference.of("reports", report_id)])
    return report, Sourced(pack.responses[report_id].answers, [Reference.of("responses", report_id, "answers")])
