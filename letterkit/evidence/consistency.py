"""Rules between files: what one piece of evidence says of another must hold."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel, RootModel

from letterkit.evidence.kinds import REPORT_KINDS
from letterkit.evidence.models.fields import RefersTo
from letterkit.evidence.pack import EvidencePack
from letterkit.evidence.sourced import NAMES_ITSELF
from letterkit.language import did_you_mean
from letterkit.letter import Reference


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """Two pieces of evidence that do not hold together, told at the one to look at."""

    reference: Reference
    what: str
    remedy: str


Pointer = tuple[Reference, Reference, str | Reference]
"""A field that names other evidence: where it is, where what it names stands, and the id or reference in it."""


def inconsistencies(pack: EvidencePack) -> Iterator[Inconsistency]:
    """Go through everything in the evidence that contradicts something else in it."""
    for rule in RULES:
        yield from rule(pack)


def _dangling_references(pack: EvidencePack) -> Iterator[Inconsistency]:
    known: dict[Reference, set[str]] = {}
    tops: dict[Reference, Any] = {Reference.of(kind): model for kind, model in pack.shared.items()}
    for kind in REPORT_KINDS:
        tops |= {Reference.of(kind, report_id): model for report_id, model in getattr(pack, kind).items()}
    for top, model in tops.items():
        for reference, target, named in _pointers(model, top):
            if isinstance(named, Reference):
                if named not in pack.places:
                    what = f"There is no '{named}' in the evidence."
                    yield Inconsistency(reference, what, did_you_mean(str(named), map(str, _alike(pack, named))))
                continue
            if target not in known:
                known[target] = {name.name for name in pack.places if name.parent == target}
            if named not in known[target]:
                what = f"There is no '{named}' in the evidence under {target}."
                yield Inconsistency(reference, what, did_you_mean(named, known[target]))


def _alike(pack: EvidencePack, named: Reference) -> Iterable[Reference]:
    """Return the references of the same kind and depth as one that is not there; if there are none, the kinds."""
    same_kind = [name for name in pack.places if name.kind == named.kind and len(name) == len(named) > 1]
    return same_kind or map(Reference.of, pack.shared)


def _pointers(model: BaseModel, reference: Reference) -> Iterator[Pointer]:
    """Go through all fields that name other evidence."""
    if isinstance(model, RootModel):
        yield from _pointers_in(model.root, reference, None)
        return
    for name, marker in _markers(type(model)):
        yield from _pointers_in(getattr(model, name), reference.child(name), marker)


@cache
def _markers(kind: type[BaseModel]) -> tuple[tuple[str, RefersTo | None], ...]:
    """Return the fields of a model, each with the marker of what its values name."""
    return tuple(
        (name, next((mark for mark in info.metadata if isinstance(mark, RefersTo)), _marker_inside(info.annotation)))
        for name, info in kind.model_fields.items()
    )


def _pointers_in(value: Any, reference: Reference, marker: RefersTo | None) -> Iterator[Pointer]:
    if isinstance(value, BaseModel):
        yield from _pointers(value, reference)
    elif isinstance(value, Mapping):
        for key, child in value.items():
            yield from _pointers_in(child, reference.child(key), marker)
    elif isinstance(value, tuple) and not isinstance(value, Reference):
        for index, child in enumerate(value):
            yield from _pointers_in(child, reference.child(getattr(child, NAMES_ITSELF, index)), marker)
    elif marker and isinstance(value, str | Reference):
        yield reference, marker.where, value


def _marker_inside(annotation: Any) -> RefersTo | None:
    """Find the marker of a field that is optional or a list."""
    for mark in getattr(annotation, "__metadata__", ()):
        if isinstance(mark, RefersTo):
            return mark
    for argument in getattr(annotation, "__args__", ()):
        found = _marker_inside(argument)
        if found:
            return found
    return None


def _answers_to_no_item(pack: EvidencePack) -> Iterator[Inconsistency]:
    for report_id, response in pack.responses.items():
        known = pack.reports[report_id].answerable_ids()
        for item_id in response.answers:
            if item_id not in known:
                what = f"This answers '{item_id}', but the report has no such item."
                yield Inconsistency(_response(report_id, "answers", item_id), what, did_you_mean(item_id, known))


def _people_not_in_post(pack: EvidencePack) -> Iterator[Inconsistency]:
    for report_id, response in pack.responses.items():
        letter = response.letter
        if letter is None:
            continue
        where, addressees = _response(report_id, "letter"), Reference.of("addressees")
        holder = Reference.of("office", "office_holders", letter.signatory)
        named = {
            where.child("addressee"): (addressees.child(letter.addressee), pack.addressees.get(letter.addressee)),
            where.child("signatory"): (holder, pack.office.office_holders.get(letter.signatory)),
        } | {
            where.child("copies", index): (addressees.child(copy), pack.addressees.get(copy))
            for index, copy in enumerate(letter.copies)
        }
        for reference, (known, person) in named.items():
            if person and not person.covers(letter.date):
                yield Inconsistency(
                    reference,
                    f"'{known.name}' was not in post on the letter's date, {letter.date} "
                    f"(in post {person.since or 'always'} to {person.until or 'now'}).",
                    f"Name whoever held the post that day, or correct the dates at {pack.place_of(known)}.",
                )


def _letters_without_letterhead(pack: EvidencePack) -> Iterator[Inconsistency]:
    for report_id, response in pack.responses.items():
        if response.letter and pack.letterhead_on(response.letter.date) is None:
            yield Inconsistency(
                _response(report_id, "letter", "date"),
                f"No letterhead covers {response.letter.date}.",
                "Give one a 'since' and 'until' that do, under 'letterheads' in evidence/office.yaml.",
            )


def _panels_without_successor(pack: EvidencePack) -> Iterator[Inconsistency]:
    for name, panel in pack.panels.items():
        if panel.superseded_by == name:
            yield Inconsistency(
                Reference.of("scrutiny", name, "superseded_by"),
                f"'{name}' is said to be superseded by itself.",
                "Name its successor.",
            )
        elif panel.superseded_by and panel.until is None:
            yield Inconsistency(
                Reference.of("scrutiny", name, "superseded_by"),
                f"'{name}' was superseded but has no last day.",
                "Add 'until', so that letters after that day are told.",
            )


def _letters_shared_by_one_side_only(pack: EvidencePack) -> Iterator[Inconsistency]:
    for report_id, response in pack.responses.items():
        for other in response.letter.also_answers if response.letter else ():
            if other in pack.responses and pack.responses[other].answered_with != report_id:
                what = f"The letter is said to answer '{other}' as well, whose response does not say so."
                remedy = f"Write 'answered_with: {report_id}' in evidence/responses/{other}.yaml, or take it out here."
                yield Inconsistency(_response(report_id, "letter", "also_answers"), what, remedy)
        main = pack.responses.get(response.answered_with or "")
        if main and (main.letter is None or report_id not in main.letter.also_answers):
            what = f"It is said to be answered with '{response.answered_with}', whose letter does not say so."
            remedy = f"Add '{report_id}' to 'also_answers' in evidence/responses/{response.answered_with}.yaml."
            yield Inconsistency(_response(report_id, "answered_with"), what, remedy)


def _facts_told_twice(pack: EvidencePack) -> Iterator[Inconsistency]:
    """Find two statistics of the same thing and time whose figures differ."""
    known: dict[tuple[Any, ...], str] = {}
    for name, one in pack.shared["statistics"].root.items() if "statistics" in pack.shared else ():
        about = (" ".join(one.what.lower().split()), one.unit, one.period, one.as_of if one.period is None else None)
        first = known.setdefault(about, name)
        other = pack.shared["statistics"].root[first]
        if (one.value, one.count, one.out_of) != (other.value, other.count, other.out_of):
            what = f"'{name}' and '{first}' give different figures for the same thing and time."
            where = pack.place_of(Reference.of("statistics", first))
            remedy = f"Keep the right one, or say how they differ; see {where}."
            yield Inconsistency(Reference.of("statistics", name), what, remedy)


def _response(report_id: str, *steps: str) -> Reference:
    return Reference.of("responses", report_id, *steps)


RULES: tuple[Callable[[EvidencePack], Iterator[Inconsistency]], ...] = (
    _dangling_references,
    _answers_to_no_item,
    _people_not_in_post,
    _letters_without_letterhead,
    _letters_shared_by_one_side_only,
    _panels_without_successor,
    _facts_told_twice,
)
