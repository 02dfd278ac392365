"""What evidence says for or against a claim in words that somebody wrote by hand."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from letterkit.claims import FIGURES, Claim, Kind, claims_in, names_a_body
from letterkit.context import context_for
from letterkit.house_forms import NoHouseForm, house_form
from letterkit.models.fact import Period
from letterkit.models.fields import PartialDate
from letterkit.models.pack import EvidencePack
from letterkit.readings import is_figure, reading
from letterkit.sourced import Sourced

SUBJECT = re.compile(r"[a-z]{5,}")
PROVENANCE = frozenset(("source", "as_of", "valid_until", "publish"))
GENERIC = re.compile(r"the \w+")
NAMING = frozenset(("name", "short", "title"))
DATES = frozenset((Kind.DATE, Kind.MONTH, Kind.PERIOD))
UNJUDGED = frozenset((Kind.FREQUENCY, Kind.TIME, Kind.AGE))
LEAST_SHARED, LEAST_SHARE = 2, 0.6


@dataclass(frozen=True, slots=True)
class Support:
    """How a claim stands: `reference` supports it, or contradicts it by `value`; neither if evidence is silent."""

    claim: str
    reference: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class _Leaf:
    reference: str
    fact: str
    text: str
    kind: str


class EvidenceIndex:
    """The values in evidence, findable by what they say and by what they are about."""

    def __init__(self, pack: EvidencePack, report_id: str) -> None:
        self.pack, self.report_id = pack, report_id

    def supports(self, sentence: str) -> Iterator[Support]:
        """Judge each claim in a sentence: its figures and dates, and the bodies that it names."""
        subject = set(SUBJECT.findall(sentence.lower()))
        for claim in claims_in(sentence, self.names):
            if claim.kind is Kind.NAME and names_a_body(claim.text):
                known = self._by_reading.get(_bare(claim.text))
                yield Support(claim.text, known[0].reference if known else None)
            elif claim.kind in FIGURES - UNJUDGED and any(map(is_figure, reading(claim.text))):
                yield self._figure(claim, subject)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every name, short name and title in evidence, but none such as the Force."""
        found = (leaf.text for leaf in self._leaves if leaf.reference.rpartition(".")[2] in NAMING)
        named = (name for name in found if name.lower() != name or names_a_body(name))
        return tuple(dict.fromkeys(name.removeprefix("the ") for name in named if not GENERIC.fullmatch(name)))

    def _figure(self, claim: Claim, subject: set[str]) -> Support:
        """Judge a figure by the facts that say the same, and by the fact that is most about its subject."""
        kind = "date" if claim.kind in DATES else "figure"
        same = [leaf for leaf in self._by_reading.get(_bare(claim.text), ()) if leaf.kind == kind]
        near = max(same, key=lambda leaf: self._share(leaf.fact, subject), default=None)
        about = None if kind == "date" else self._fact_about(subject, percent=claim.kind is Kind.PERCENTAGE)
        if about and (near is None or self._share(about.fact, subject) > self._share(near.fact, subject)):
            return Support(claim.text, about.reference, about.text)
        if near and self._share(near.fact, subject):
            return Support(claim.text, near.reference)
        return Support(claim.text)

    def _share(self, fact: str, subject: set[str]) -> float:
        """Return which share of the words that say what a fact is about is among those of a sentence."""
        words = self._subjects[fact]
        return len(words & subject) / len(words) if words else 0.0

    def _fact_about(self, subject: set[str], *, percent: bool) -> _Leaf | None:
        """Return the figure of the fact that is most about a subject, if one clearly is."""
        best = max(self._subjects, key=lambda fact: self._share(fact, subject))
        shared = len(self._subjects[best] & subject)
        if shared < LEAST_SHARED or self._share(best, subject) < LEAST_SHARE:
            return None
        leaves = self._facts[best]
        if percent != any(leaf.text == "percent" for leaf in leaves):
            return None
        return next((leaf for leaf in leaves if leaf.kind == "figure"), None)

    @cached_property
    def _leaves(self) -> list[_Leaf]:
        context = context_for(self.pack, self.report_id)
        return [leaf for value in context.values() if isinstance(value, Sourced) for leaf in _leaves(value)]

    @cached_property
    def _by_reading(self) -> Mapping[tuple[str, ...], list[_Leaf]]:
        found: defaultdict[tuple[str, ...], list[_Leaf]] = defaultdict(list)
        for leaf in self._leaves:
            found[_bare(leaf.text)].append(leaf)
        return found

    @cached_property
    def _facts(self) -> Mapping[str, list[_Leaf]]:
        found: defaultdict[str, list[_Leaf]] = defaultdict(list)
        for leaf in self._leaves:
            found[leaf.fact].append(leaf)
        return found

    @cached_property
    def _subjects(self) -> Mapping[str, set[str]]:
        """The words that say what each fact is about: its id, name and description."""
        return {
            fact: set(SUBJECT.findall(fact.replace("_", " ").partition(".")[2].lower()))
            | {
                word
                for leaf in leaves
                if leaf.reference.rpartition(".")[2] in ("name", "what")
                for word in SUBJECT.findall(leaf.text.lower())
            }
            for fact, leaves in self._facts.items()
        }


def _leaves(value: Sourced) -> Iterator[_Leaf]:
    below = value.names()
    if isinstance(value.value, Period):
        yield _leaf(value, house_form(value.value))
    if below:
        for name in (name for name in below if name not in PROVENANCE):
            yield from _leaves(value.child(name))
    elif isinstance(value.value, tuple):
        for inner in value:
            yield from _leaves(inner)
    elif value.value is not None and not isinstance(value.value, bool):
        try:
            text = house_form(value.value)
        except NoHouseForm:
            return
        yield _leaf(value, text)


def _leaf(value: Sourced, text: str) -> _Leaf:
    return _Leaf(value.reference, ".".join(value.reference.split(".")[:2]), text, _kind(value.value))


def _kind(value: object) -> str:
    if isinstance(value, date | PartialDate | Period):
        return "date"
    return "text" if isinstance(value, str) else "figure"


def _bare(text: str) -> tuple[str, ...]:
    """Return what a text says, without the sign of a unit, which evidence keeps beside its figures."""
    return tuple(word.strip("%£$€") for word in reading(text))
