"""All evidence of a run: where each reference stands, and what a report rests on."""

from letterkit.evidence import load_evidence
from tests.builders import references

REPORT = "getting-a-grip-2023"


def test_every_reference_has_its_place(leicestershire):
    pack = load_evidence(leicestershire.root, ["peel-legitimacy-2017"])
    place = pack.place_of(references("reports.peel-legitimacy-2017.items.2.text")[0])
    assert place is not None
    lines = (leicestershire.root / place.file).read_text(encoding="utf-8").splitlines()
    assert lines[place.line - 1].strip().startswith("text:")


def test_the_digest_changes_with_the_evidence(workspace):
    before = load_evidence(workspace.root, [REPORT]).digest_for(REPORT)
    workspace.edit("evidence/wellbeing.yaml", "value: 200", "value: 201")
    assert load_evidence(workspace.root, [REPORT]).digest_for(REPORT) != before
