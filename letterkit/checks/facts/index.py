"""The values in evidence, findable by what they say, by what they are about and by the names in them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from letterkit.evidence import (
    EvidencePack,
    Frequency,
    NoHouseForm,
    PartialDate,
    Period,
    Quantity,
    Sourced,
    Statistic,
    context_for,
    house_form,
    number,
)
from letterkit.language import FIGURE, Claim, ClaimKind, claims_in, names_a_body, normal_form, plain_words
from letterkit.letter import Reference

SUBJECT = re.compile(r"[a-z]{5,}")
PROVENANCE = frozenset(("source", "valid_until", "publish"))
NAMING = ("name", "short", "title", "full_name")
FIRST_WORDS = re.compile(r"^the ")
GENERIC = re.compile(r"the \w+")
ANSWERS, FREQUENCY = "answers", "frequency"
ENDING = re.compile(r"(?:ing|ed|es|s)$")
EVERYWHERE = frozenset(
    (
        "force", "police", "policing", "officer", "staff", "report", "public", "people", "their",
        "which", "there", "these", "those", "other", "would", "about", "letter", "number",
    )
)  # fmt: skip
"""Words that say nothing of what a sentence is about, since so many have them, whoever writes."""
GRADING = frozenset(("inspection", "grade", "grad"))  # as subject_of has graded
PEOPLE = (Reference.of("office", "office_holders"), Reference.of("addressees"))
ADDRESSED = ("name", "salutation")
AREA = Reference.of("office", "area")
ELISION = re.compile(r"\[ ?(?:\.{3}|\N{HORIZONTAL ELLIPSIS}) ?\]|\.{3}|\N{HORIZONTAL ELLIPSIS}")
SAME_BOUNDS = {
    "about": "around|approximately|roughly|circa",
    "over": "more than|in excess of|just over",
    "under": "less than|fewer than|just under",
    "nearly": "almost",
    "up to": "no more than",
}
LEAST_SHARED, LEAST_SHARE = 2, 0.6
LEFT_OUT = "\N{HORIZONTAL ELLIPSIS}"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value as it is printed; `kind` is date, figure, text or the size of a list.

    `fact` is what it is part of: an entry of a file, or of a group of entries in that of the office.
    """

    references: tuple[Reference, ...]
    fact: Reference
    text: str
    kind: str

    @property
    def field(self) -> str:
        """What it is called where it stands; what is worked out, by the last of what it was worked out from."""
        return self.references[-1].name

    @property
    def names_something(self) -> bool:
        """Tell whether it is a name, title or alias of anything but the area."""
        where = self.references[-1]
        return (where.name in NAMING or where[-2:-1] == ("aliases",)) and where.parent != AREA

    @property
    def addresses_somebody(self) -> bool:
        """Tell whether it is the name of a person, or how letters address one."""
        where = self.references[0]
        return where.name in ADDRESSED and where.parent.parent in PEOPLE


class EvidenceIndex:
    """Everything that the letter on a report may draw on."""

    def __init__(self, pack: EvidencePack, report_id: str) -> None:
        self.pack, self.report_id = pack, report_id

    @cached_property
    def leaves(self) -> Sequence[Leaf]:
        """Every value, in the order of the files; what the office answers is no evidence for itself."""
        context = context_for(self.pack, self.report_id)
        own = [value for name, value in context.items() if name not in {*self.pack.shared, ANSWERS}]
        return [
            *_shared_leaves(self.pack),
            *(leaf for value in own if isinstance(value, Sourced) for leaf in _leaves(value)),
        ]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every name, short name, title and alias in evidence, but none such as the Force.

        A name begins with a large letter, or ends like that of a body.
        """
        found = (leaf.text for leaf in self.leaves if leaf.names_something)
        named = (FIRST_WORDS.sub("", name) for name in found if not GENERIC.fullmatch(name))
        return tuple(dict.fromkeys(name for name in named if name[0].isupper() or names_a_body(name)))

    @cached_property
    def _named(self) -> Mapping[tuple[str, ...], Reference]:
        named = [(leaf.text, leaf.references[0]) for leaf in self.leaves if leaf.names_something]
        whole = {bare(text): reference for text, reference in reversed(named)}
        return {bare(FIRST_WORDS.sub("", text)): reference for text, reference in reversed(named)} | whole

    @cached_property
    def places(self) -> tuple[str, ...]:
        """The names of the area."""
        area = self.pack.office.area
        return (area.name, area.short)

    @cached_property
    def short_forms(self) -> tuple[tuple[str, str], ...]:
        """Every name that has a form for after the first mention, with that form."""
        office = self.pack.office
        bodies = [(body.name, body.short) for body in office.bodies.values()]
        named = [(name.name, name.short) for name in (office, office.area, office.force)]
        return tuple((name, short) for name, short in (*named, *bodies) if short)

    @cached_property
    def people(self) -> Sequence[Leaf]:
        """The names of everybody that evidence knows, and how letters address them."""
        return [leaf for leaf in self.leaves if leaf.addresses_somebody]

    @cached_property
    def passages(self) -> Mapping[Leaf, str]:
        """Every text in evidence in plain words, with an ellipsis where something was left out."""
        return {leaf: plain_passage(leaf.text) for leaf in self.leaves if leaf.kind == "text"}

    @cached_property
    def _everywhere(self) -> frozenset[str]:
        """The words that say nothing in this letter: those of any, its area, its force and the post that signs it."""
        office, letter = self.pack.office, self.pack.particulars(self.report_id)
        signatory = office.office_holders[letter.signatory].short_post
        names = (office.area.name, office.area.short, office.force.name, office.force.short, signatory)
        return EVERYWHERE.union(*(SUBJECT.findall(name.lower()) for name in names))

    def subject_of(self, text: str) -> set[str]:
        """Return the stems of the longer words of a text, which say what it is about."""
        everywhere = self._everywhere
        return {ENDING.sub("", word) for word in SUBJECT.findall(text.lower()) if word not in everywhere}

    def saying(self, text: str) -> Sequence[Leaf]:
        """Return the values that say the same, whatever their form."""
        return self._by_reading.get(bare(text), ())

    def claiming(self, claim: Claim) -> Sequence[Leaf]:
        """Return the values that make the same claim somewhere in their text."""
        return self._by_claim.get((claim.kind, _same_bound(claim.value)), ())

    def of(self, fact: Reference) -> Sequence[Leaf]:
        """Return the values of a fact."""
        return self._facts.get(fact, ())

    def share(self, fact: Reference, subject: set[str]) -> float:
        """Return which share of the words that say what a fact is about is among those of a sentence."""
        words = self._subjects[fact]
        return len(words & subject) / len(words) if words else 0.0

    def shared(self, fact: Reference, subject: set[str]) -> int:
        """Return how many of the words that say what a fact is about are among those of a sentence."""
        return len(self._subjects[fact] & subject)

    def named(self, name: str) -> Reference | None:
        """Return the reference of a body, person or paper by its name, in any form that evidence knows."""
        return self._named.get(bare(name))

    def fact_about(self, subject: set[str], kind: str = "") -> Reference | None:
        """Return the fact, of a kind of evidence if one is named, that clearly is most about a subject."""
        near = {place for word in subject for place in self._facts_by_word.get(word, ())}
        facts = [fact for _, fact in sorted(near) if not kind or fact.kind == kind]
        best = max(facts, key=lambda fact: self.share(fact, subject), default=None)
        if best is None or self.shared(best, subject) < LEAST_SHARED:
            return None
        return best if self.share(best, subject) >= LEAST_SHARE else None

    @cached_property
    def _facts_by_word(self) -> Mapping[str, Sequence[tuple[int, Reference]]]:
        """The facts, each with its place among all, by each word that says what they are about."""
        found: defaultdict[str, list[tuple[int, Reference]]] = defaultdict(list)
        for place, (fact, words) in enumerate(self._subjects.items()):
            for word in words:
                found[word].append((place, fact))
        return found

    @cached_property
    def tallies(self) -> Mapping[str, Counter[str]]:
        """The number of areas of each grade, by PEEL cycle."""
        cycles = self.pack.shared["peel"].root
        return {key: Counter(area.grade for area in one.areas.values() if area.grade) for key, one in cycles.items()}

    @cached_property
    def _by_reading(self) -> Mapping[tuple[str, ...], list[Leaf]]:
        found: defaultdict[tuple[str, ...], list[Leaf]] = defaultdict(list)
        for leaf in self.leaves:
            found[bare(leaf.text)].append(leaf)
        return found

    @cached_property
    def _by_claim(self) -> Mapping[tuple[ClaimKind, str], list[Leaf]]:
        found: defaultdict[tuple[ClaimKind, str], list[Leaf]] = defaultdict(list)
        for leaf in self.leaves:
            if leaf.kind == "date" or leaf.field == FREQUENCY or FIGURE.search(leaf.text):
                for claim in claims_in(leaf.text):
                    found[claim.kind, _same_bound(claim.value)].append(leaf)
                    if claim.kind is ClaimKind.DATE and leaf.kind == "date":
                        found[ClaimKind.MONTH, claim.value[:7]].append(leaf)
                        found[ClaimKind.PERIOD, claim.value[:4]].append(leaf)
        return found

    @cached_property
    def _facts(self) -> Mapping[Reference, list[Leaf]]:
        found: defaultdict[Reference, list[Leaf]] = defaultdict(list)
        for leaf in self.leaves:
            found[leaf.fact].append(leaf)
        return found

    @cached_property
    def _subjects(self) -> Mapping[Reference, set[str]]:
        """The words that say what each fact is about: its id, name and description."""
        return {
            fact: self.subject_of(" ".join(fact[1:]).replace("_", " "))
            | (GRADING if fact.kind == "peel" else frozenset())
            | {word for leaf in leaves if leaf.field in ("name", "what") for word in self.subject_of(leaf.text)}
            for fact, leaves in self._facts.items()
        }


def bare(text: str) -> tuple[str, ...]:
    """Return what a text says, without the sign of a unit, which evidence keeps beside its figures."""
    return tuple(word.strip("%£$€") for word in normal_form(text))


def plain_passage(text: str) -> str:
    """Return the plain words of a passage, with an ellipsis for each [...]."""
    return f" {LEFT_OUT} ".join(map(plain_words, ELISION.split(text)))


def _same_bound(value: str) -> str:
    """Return the value of a claim with one word for each bound: less than five is under five."""
    for word, others in SAME_BOUNDS.items():
        value = re.sub(rf"^(?:{others}) ", f"{word} ", value)
    return value


@lru_cache(maxsize=1)
def _shared_leaves(pack: EvidencePack) -> Sequence[Leaf]:
    """Return every value of the shared evidence, which all letters of an office may draw on."""
    files = (Sourced(model, [Reference.of(kind)]) for kind, model in pack.shared.items())
    return [leaf for file in files for leaf in _leaves(file)]


def _leaves(value: Sourced) -> Iterator[Leaf]:
    below = value.names()
    yield from _with_units(value)
    if isinstance(value.value, tuple | Mapping) and len(value.value) > 1:
        yield _leaf(value.references, number(len(value.value)), "size")
    if isinstance(value.value, Period | Frequency | Quantity):
        yield _leaf(value.references, house_form(value.value), _kind(value.value))
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
        yield _leaf(value.references, text, _kind(value.value))


def _with_units(value: Sourced) -> Iterator[Leaf]:
    """Go through a figure as prose has it, with its unit: under five years, one in six."""
    held = value.value
    if isinstance(held, Statistic) and held.count is not None and held.out_of is not None:
        yield _leaf((value.references[0].child("count"),), f"{held.count} in {held.out_of}", "figure")
    figure = held.value if isinstance(held, Statistic | Quantity) else None
    if isinstance(held, Statistic | Quantity) and figure is not None and held.unit not in (None, "percent", "ratio"):
        bound = f"{held.qualifier} " if held.qualifier else ""
        yield _leaf((value.references[0].child("value"),), f"{bound}{number(figure)} {held.unit}", "figure")


def _leaf(references: tuple[Reference, ...], text: str, kind: str) -> Leaf:
    first = references[0]
    return Leaf(references, Reference(first[: 3 if first.kind == "office" else 2]), text, kind)


def _kind(value: object) -> str:
    if isinstance(value, date | PartialDate | Period):
        return "date"
    return "text" if isinstance(value, str) else "figure"
