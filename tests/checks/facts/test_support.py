"""A claim in its sentence."""

from letterkit.checks.facts.support import REACH, said_in
from letterkit.language import claims_in


def test_a_claim_is_judged_by_what_stands_near_it():
    text = "24 August 2023, " * 2000
    lengths = [len(said.sentence) for said in said_in(text, claims_in(text))]
    assert len(lengths) == 2000
    assert max(lengths) < 2 * REACH + 20
