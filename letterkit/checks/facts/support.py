"""A claim in the sentence that makes it, and how it stands to evidence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from letterkit.language import Claim, ClaimKind, sentences
from letterkit.letter import Reference, printed_references

REACH = 1_000
"""How many characters before and after a claim can belong to its sentence: no letter has longer ones."""


@dataclass(frozen=True, slots=True)
class Said:
    """A claim, the sentence that makes it, and the place of the claim in that sentence.

    `named` is the last name before it in the sentence, with what stands between the two; `beside` has the other cells
    of the row that it stands in.
    """

    claim: Claim
    sentence: str
    start: int
    named: tuple[Claim, str] | None = None
    beside: str = ""

    @property
    def about(self) -> str:
        """The words that say what the claim is about."""
        return f"{self.sentence} {self.beside}"

    @property
    def before(self) -> str:
        """What the sentence says before the claim."""
        return self.sentence[: self.start]

    @property
    def after(self) -> str:
        """What the sentence says after the claim."""
        return self.sentence[self.start + len(self.claim.text) :]


class Backing(StrEnum):
    """What evidence does for a claim in free prose."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    UNSUPPORTED = "unsupported"


@dataclass(frozen=True, slots=True)
class Support:
    """How a claim stands: `references` support it, or contradict it by `value`; neither if evidence is silent.

    `law` names what every office knows, without evidence. `hint` says more of a claim without support, such as which
    name may have been meant.
    """

    claim: Claim
    references: tuple[Reference, ...] = ()
    value: str | None = None
    law: str = ""
    hint: str = ""

    @property
    def reference(self) -> str:
        """What it rests on, in one line."""
        return printed_references(self.references) or self.law

    @property
    def backing(self) -> Backing:
        """The backing in one word."""
        if self.value is not None:
            return Backing.CONTRADICTED
        return Backing.SUPPORTED if self.references or self.law else Backing.UNSUPPORTED


def said_in(text: str, claims: Iterable[Claim], beside: str = "") -> Iterator[Said]:
    """Go through the claims of a text, in their order, each with the sentence in which it begins.

    `beside` has the other cells of the row, if the text is that of a cell.
    """
    spans = sentences(text)
    start, end = next(spans)
    name: Claim | None = None
    for claim in claims:
        while claim.start >= end:
            start, end = next(spans)
        begins, ends = max(start, claim.start - REACH), min(end, claim.end + REACH)
        named = (name, text[name.end : claim.start]) if name and name.start >= begins else None
        yield Said(claim, text[begins:ends].rstrip(), claim.start - begins, named, beside)
        name = claim if claim.kind is ClaimKind.NAME else name
