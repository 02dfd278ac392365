"""A bound claim really hangs on its evidence: if that is another, the letter is."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from pydantic import BaseModel

from letterkit.evidence import EvidencePack, PartialDate, Period
from letterkit.letter import as_manuscript
from letterkit.review import Verdict
from letterkit.review.comparison import compare
from letterkit.templates import compose_letter
from letterkit.workspace import Workspace
from letterkit.workspace.loaded import LoadedWorkspace
from tests.builders import ROOT

REPORTS = ("race-and-policing-2023", "getting-a-grip-2023", "peel-legitimacy-2017", "state-of-policing-2024")
WORKSPACE = Workspace.find(ROOT)


def otherwise(value):
    """Return another value of the same type."""
    match value:
        case bool():
            return not value
        case str():
            return f"{value[1:]} {value[0]}x"
        case int() | Decimal():
            return value + 1
        case date():
            return value + timedelta(days=400)
        case PartialDate():
            return PartialDate(value.year + 1, value.month and value.month % 12 + 1, value.day and value.day % 28 + 1)
        case Period():
            start, end = (replace(moment, year=moment.year + 1) for moment in (value.start, value.end))
            return value.model_copy(update={"start": start, "end": end})
        case BaseModel():
            changed = {name: otherwise(getattr(value, name)) for name in type(value).model_fields if name not in KEPT}
            return value.model_copy(update=changed)
        case tuple():
            return tuple(otherwise(entry) for entry in value)
        case dict():
            return {name: otherwise(entry) for name, entry in value.items()}
        case _:
            return value


KEPT = frozenset(
    (
        "id", "source", "addressee", "signatory", "copies", "publisher", "inspected_by", "evidence", "form", "unit",
        "statutory_recipient", "publish", "also_answers", "answered_with", "qualifier", "direction", "sent_by", "basis",
        "signature", "annex_checklist", "kind",
    )
)  # fmt: skip
"""Fields that name other evidence or are one of a few words, on which templates decide what to say."""


@pytest.mark.parametrize("report", REPORTS)
def test_a_bound_claim_is_told_when_its_evidence_is_another(report):
    loaded = LoadedWorkspace(WORKSPACE, [report])
    letter = loaded.letter(report)
    pack = loaded.pack
    moved = EvidencePack(
        {kind: otherwise(model) for kind, model in pack.shared.items()},
        {name: otherwise(model) for name, model in pack.reports.items()},
        {name: otherwise(model) for name, model in pack.responses.items()},
        pack.places,
        pack.digests,
    )
    now = compose_letter(moved, loaded.templates, report)
    verdicts = compare(letter, as_manuscript(letter), now).verdicts
    still = [one.reference for one in verdicts if one.verdict is Verdict.SAME]
    assert [name for name in still if name.rpartition(".")[2] not in KEPT and ", " not in name] == []
