"""What evidence says for or against a claim in words that somebody wrote by hand, by the kind of the claim."""

from collections.abc import Callable, Mapping

from letterkit.checks.facts import figures, inspections, names
from letterkit.checks.facts.index import EvidenceIndex, plain_passage
from letterkit.checks.facts.support import Backing, Said, Support, said_in
from letterkit.language import FIGURE_KINDS, ClaimKind

__all__ = ["Backing", "EvidenceIndex", "Said", "Support", "plain_passage", "said_in"]

LAW = {
    (ClaimKind.STATUTE, "Police Act 1996"): "section 55 of the Police Act 1996",
    (ClaimKind.DURATION, "56 day"): "section 55(5A) of the Police Act 1996",
    (ClaimKind.NUMBER, "101"): "the police non-emergency number",
    (ClaimKind.NUMBER, "999"): "the emergency number",
}
"""What every office knows: the law that letterkit itself rests on, and the two telephone services."""

JUDGES: Mapping[ClaimKind, Callable[[EvidenceIndex, Said], Support | None]] = {
    **dict.fromkeys(FIGURE_KINDS - {ClaimKind.FREQUENCY, ClaimKind.AGE, ClaimKind.TIME}, figures.figure),
    ClaimKind.FREQUENCY: figures.frequency,
    ClaimKind.AGE: figures.age,
    ClaimKind.COMPARISON: figures.comparison,
    ClaimKind.NAME: names.name,
    ClaimKind.STATUTE: names.statute,
    ClaimKind.GRADE: inspections.grade,
    ClaimKind.QUOTATION: inspections.quotation,
    ClaimKind.CROSS_REFERENCE: inspections.cross_reference,
}
"""How each kind of claim is judged; the others cannot be."""


def judged(index: EvidenceIndex, said: Said) -> Support | None:
    """Judge a claim by its sentence; None if evidence cannot speak to it."""
    claim = said.claim
    if (claim.kind, claim.value) in LAW:
        return Support(claim, law=LAW[claim.kind, claim.value])
    judge = JUDGES.get(claim.kind)
    return judge(index, said) if judge else None
