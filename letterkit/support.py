"""What evidence says for or against a claim in words that somebody wrote by hand."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from letterkit.context import context_for
from letterkit.house_forms import NoHouseForm, house_form
from letterkit.models.fields import PartialDate
from letterkit.models.pack import EvidencePack
from letterkit.readings import reading
from letterkit.sourced import Sourced

FIGURE = re.compile(r"[£$€]?\d[\d,]*(?:\.\d+)?(?:(?:%| per ?cent| million| billion| thousand)(?!\w))?")
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DATE = re.compile(rf"(?:\d{{1,2}} )?(?:{MONTHS}) \d{{4}}|\d{{1,2}}/\d{{1,2}}/\d{{4}}|\d{{4}}[/\N{{EN DASH}}-]\d{{2,4}}")
BODY = re.compile(
    r"(?:[A-Z][\w&'\N{RIGHT SINGLE QUOTATION MARK}-]*(?: (?:and|of|for|the|in|&))* )+"
    r"(?:Board|Panel|Committee|Forum|Scheme|Unit|Network|Strategy|Group)s?\b"
)
SUBJECT = re.compile(r"[a-z]{5,}")
PROVENANCE = frozenset(("source", "as_of", "valid_until", "publish"))
LEAST_SHARED, MOST_OF_A_NAME = 2, 0.6


@dataclass(frozen=True, slots=True)
class Support:
    """How a claim stands: `reference` supports it, or contradicts it by `value`; neither if evidence is silent."""

    claim: str
    reference: str | None = None
    value: str | None = None

    @property
    def supported(self) -> bool:
        """Tell whether evidence says the same."""
        return self.reference is not None and self.value is None


@dataclass(frozen=True, slots=True)
class _Leaf:
    reference: str
    fact: str
    text: str
    kind: str


class Evidence:
    """The values in evidence, findable by what they say and by what they are about."""

    def __init__(self, pack: EvidencePack, report_id: str) -> None:
        self.pack, self.report_id = pack, report_id

    def supports(self, sentence: str) -> Iterator[Support]:
        """Judge each claim in a sentence: its figures and dates, and the bodies that it names."""
        subject = set(SUBJECT.findall(sentence.lower()))
        for claim, kind in claims_in(sentence):
            same = [leaf for leaf in self._by_reading.get(_bare(claim), ()) if kind in ("name", leaf.kind)]
            near = max(same, key=lambda leaf: len(self._subjects[leaf.fact] & subject), default=None)
            if near and (kind == "name" or self._subjects[near.fact] & subject):
                yield Support(claim, near.reference)
            elif kind == "name":
                yield Support(claim)
            else:
                yield self._contradiction(claim, kind, subject)

    def _contradiction(self, claim: str, kind: str, subject: set[str]) -> Support:
        """Find a value of the same kind on the same subject, which says otherwise."""
        for fact, words in self._subjects.items():
            shared = words & subject
            if len(shared) >= max(LEAST_SHARED, MOST_OF_A_NAME * len(words)):
                for leaf in self._facts[fact]:
                    if leaf.kind == kind:
                        return Support(claim, leaf.reference, leaf.text)
        return Support(claim)

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


def claims_in(sentence: str) -> Iterator[tuple[str, str]]:
    """Go through the dates, figures and named bodies in a sentence, each with its kind."""
    rest = sentence
    for pattern, kind in ((DATE, "date"), (FIGURE, "figure"), (BODY, "name")):
        for match in pattern.finditer(rest):
            yield match[0].strip().removeprefix("The "), kind
        rest = pattern.sub(lambda match: " " * len(match[0]), rest)


def _leaves(value: Sourced) -> Iterator[_Leaf]:
    below = value.names()
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
        kind = _kind(value.value)
        fact = ".".join(value.reference.split(".")[:2])
        yield _Leaf(value.reference, fact, text, kind)


def _kind(value: object) -> str:
    if isinstance(value, date | PartialDate):
        return "date"
    return "text" if isinstance(value, str) else "figure"


def _bare(text: str) -> tuple[str, ...]:
    """Return what a text says, without the sign of a unit, which evidence keeps beside its figures."""
    return tuple(word.strip("%£$€") for word in reading(text))
