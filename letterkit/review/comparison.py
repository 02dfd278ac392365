"""Each sourced value in three versions: as generated, in the Word file that came back, and in evidence today.

A value is looked for where its neighbours are, then where its content control is, then where its own words are.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from rapidfuzz import fuzz

from letterkit.language import IndexedText, copied_runs, match_words, normal_form, same_words, says_the_same
from letterkit.letter import ItemRef, Letter, Manuscript, Reference, Revision, Span, printed_references
from letterkit.review.draft_text import DraftText
from letterkit.review.letter_text import LetterText, SourcedPlace
from letterkit.review.locator import Locator

VERBATIM = "quotations"

LEAST_PROSE_COPIED = 5


def is_verbatim(references: Sequence[Reference]) -> bool:
    """Tell whether a value is a quotation, of which each word counts."""
    return all(reference.kind == VERBATIM for reference in references)


def _unknown(_span: Span) -> bool | None:
    return True


class Verdict(StrEnum):
    """How a value in the draft stands to the record and to the evidence."""

    SAME = "same"
    EQUIVALENT = "equivalent form"
    EDITED = "edited"
    STALE = "stale"
    CONFLICT = "conflict"
    MISSING = "missing"
    COPIED = "copied"
    SWAPPED = "swapped"


@dataclass(frozen=True, slots=True)
class Compared:
    """The verdict on one sourced span.

    `record`, `draft` and `evidence` are what it said when generated, what it says in the file (None if it is
    gone), and what evidence says today (None if the letter would not print it). `change` tells who tracked the
    difference, if it is tracked. `other` is the reference of the value that stands in its place, if that is
    known. `start` and `end` are its place in the text of the draft.
    """

    number: int
    references: tuple[Reference, ...]
    verdict: Verdict
    record: str
    draft: str | None
    evidence: str | None
    place: str = ""
    change: Revision | None = None
    other: str | None = None
    start: int = 0
    end: int = 0

    @property
    def reference(self) -> str:
        """The references in one line."""
        return printed_references(self.references)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The text as generated and that of the draft, matched word by word, with the verdict on each sourced span.

    `copied` has the words of the draft that stand in it once more than in the letter as generated, `answers`
    the stretches of the generated text that answer items, `headings` where its headings begin.
    """

    base: IndexedText
    draft: DraftText
    found: list[int | None]
    places: tuple[SourcedPlace, ...]
    verdicts: tuple[Compared, ...]
    copied: tuple[range, ...]
    answers: tuple[tuple[int, int, tuple[ItemRef, ...]], ...]
    headings: tuple[int, ...]

    @property
    def share_kept(self) -> float:
        """Which share of the words that are not sourced stands in the draft between the same neighbours."""
        sourced = {word for place in self.places for word in self.base.words_at(place.start, place.end)}
        own = [word for word in range(1, len(self.found) - 1) if word not in sourced]
        kept = sum(
            self.found[word - 1] == here - 1 and self.found[word + 1] == here + 1
            for word in own
            if (here := self.found[word]) is not None
        )
        return kept / max(1, len(own))

    def answer_at(self, place: int) -> tuple[ItemRef, ...]:
        """Return the items that are answered at a place in the text of the draft."""
        words_before = self.draft.text.words_at(0, place + 1)
        origins = {here: there for there, here in enumerate(self.found) if here is not None}
        word = next((origins[here] for here in reversed(words_before) if here in origins), None)
        at = -1 if word is None else self.base.words[word].start
        return next((items for start, end, items in self.answers if start <= at < end), ())


def compare(
    base: Letter, draft: Manuscript, today: Letter, still: Callable[[Span], bool | None] = _unknown
) -> Comparison:
    """Compare each sourced span of the letter as generated with the draft and with the letter as composed today.

    `still` tells of a span that today's letter does not print whether evidence still says the same, None if
    it knows its reference no more.
    """
    laid_out = LetterText.of(base)
    text, places = laid_out.text, laid_out.places
    draft_text = DraftText.of(draft)
    found = match_words(text, draft_text.text)
    comparing = _Comparing(text, places, draft_text, found)
    todays = _values_now(places, today)
    verdicts = [
        comparing.verdict(number, place, now, outdated=now is None and not still(place.span))
        for number, (place, now) in enumerate(zip(places, todays, strict=True))
    ]
    verdicts = list(_with_swaps(_each_its_own(verdicts)))
    verdicts = list(comparing.with_changed_places(verdicts))
    copied = comparing.copied_passages()
    copies = comparing.copies(verdicts, copied)
    return Comparison(
        text,
        draft_text,
        found,
        places,
        (*verdicts, *copies),
        tuple(here for _, here in copied),
        laid_out.answers,
        laid_out.headings,
    )


def _values_now(places: Sequence[SourcedPlace], today: Letter) -> list[str | None]:
    """Return what each span would say today: of the spans with the same references, the one in the same order."""
    known: defaultdict[tuple[Reference, ...], list[str]] = defaultdict(list)
    for span in today.spans():
        if span.origin:
            known[span.origin.references].append(span.text)
    seen: defaultdict[tuple[Reference, ...], int] = defaultdict(int)
    values: list[str | None] = []
    for place in places:
        assert place.span.origin
        references = place.span.origin.references
        ours = known[references]
        values.append(ours[min(seen[references], len(ours) - 1)] if ours else None)
        seen[references] += 1
    return values


class _Comparing:
    """Finds each span in the draft and judges what stands there."""

    def __init__(
        self, base: IndexedText, places: Sequence[SourcedPlace], draft: DraftText, found: list[int | None]
    ) -> None:
        self.base, self.places, self.draft = base, places, draft
        self.locator = Locator(base, draft, found)

    def verdict(self, number: int, place: SourcedPlace, today: str | None, *, outdated: bool) -> Compared:
        """Judge one span; `outdated` says that evidence moved on without the letter printing it today."""
        origin = place.span.origin
        assert origin
        words = self.base.words_at(place.start, place.end)
        one = Compared(number, origin.references, Verdict.SAME, place.span.text, None, today)
        if not words:
            return replace(one, draft=place.span.text)
        slot = self.locator.slot(number, words)
        verbatim = is_verbatim(origin.references)
        as_generated = self.base.between(words.start, words.stop)
        if slot is None:
            return self._missing(one, words, as_generated)
        said = self.draft.text.between(slot.start, slot.stop)
        start, end = self.draft.text.words[slot.start].start, self.draft.text.words[slot.stop - 1].end
        as_today = _in_place_of(place, as_generated, today, self.base.words[words.start].start)
        verdict = _judged(said, as_generated, as_today, verbatim=verbatim, outdated=outdated)
        changed = verdict in (Verdict.EDITED, Verdict.CONFLICT)
        return replace(
            one,
            verdict=verdict,
            draft=place.span.text if same_words(said, as_generated) else " ".join(said.split()),
            place=self.draft.place_at(start),
            change=self.draft.change_at(start, end, as_generated) if changed else None,
            start=start,
            end=end,
        )

    def with_changed_places(self, verdicts: Sequence[Compared]) -> Iterator[Compared]:
        """Tell which values changed places that say the same, as the grades of two rows may: by their controls."""
        at = {(one.start, one.end): one for one in verdicts if one.draft is not None}
        put: dict[int, Compared] = {}
        for one in verdicts:
            places = self.draft.controls.get(one.number, ())
            if len(places) == 1 and one.verdict is Verdict.SAME and places[0] in at:
                put[one.number] = at[places[0]]
        for one in verdicts:
            host = put.get(one.number)
            if host and host.number != one.number and host.references != one.references and put.get(host.number) == one:
                yield replace(one, verdict=Verdict.SWAPPED, other=host.reference)
            else:
                yield one

    def copied_passages(self) -> list[tuple[range, range]]:
        """Return the passages that were copied: their words as generated and their words in the draft.

        A name or title that is used once more is no copied passage.
        """
        sourced = {word for place in self.places for word in self.base.words_at(place.start, place.end)}
        return [
            (there, here)
            for there, here in copied_runs(self.base, self.draft.text, self.locator.taken)
            if sourced & set(there) and len(set(there) - sourced) >= LEAST_PROSE_COPIED
        ]

    def copies(self, verdicts: Sequence[Compared], copied: Sequence[tuple[range, range]]) -> Iterator[Compared]:
        """Go through further places at which a span stands: in a copied passage, or its control alone."""
        words = self.draft.text.words
        told: list[tuple[int, int]] = []
        for one, place in zip(verdicts, self.places, strict=True):
            own = self.base.words_at(place.start, place.end)
            for there, here in copied:
                if own and there.start <= own.start and own.stop <= there.stop:
                    first = here.start + own.start - there.start
                    told.append((words[first].start, words[first + len(own) - 1].end))
                    yield self._copy(one, *told[-1])
        for one in verdicts:
            for start, end in self.draft.controls.get(one.number, ()):
                apart = one.draft is not None and (end <= one.start or start >= one.end)
                known = any(start < stop and end > begin for begin, stop in told) or one.verdict is Verdict.SWAPPED
                if apart and not known and same_words(self.draft.text.text[start:end], one.record):
                    yield self._copy(one, start, end)

    def _copy(self, one: Compared, start: int, end: int) -> Compared:
        said, place = self.draft.text.text[start:end], self.draft.place_at(start)
        return replace(one, verdict=Verdict.COPIED, draft=said, place=place, start=start, end=end)

    def _missing(self, one: Compared, words: range, as_generated: str) -> Compared:
        start, end = self.locator.gap(words)
        change = self.draft.change_at(start, end, as_generated)
        where = self.locator.place_of_gone(words)
        return replace(one, verdict=Verdict.MISSING, place=where, change=change, start=start, end=start)


def _judged(said: str, as_generated: str, as_today: str | None, *, verbatim: bool, outdated: bool) -> Verdict:
    moved_on = outdated or (as_today is not None and not _agree(as_today, as_generated, verbatim=verbatim))
    if _agree(said, as_generated, verbatim=verbatim):
        if moved_on:
            return Verdict.STALE
        return Verdict.SAME if same_words(said, as_generated) else Verdict.EQUIVALENT
    if as_today is not None and _agree(said, as_today, verbatim=verbatim):
        return Verdict.SAME
    return Verdict.CONFLICT if moved_on else Verdict.EDITED


def _agree(text: str, other: str, *, verbatim: bool) -> bool:
    """Tell whether two texts say the same; a quotation must do so word for word."""
    return same_words(text, other) or (not verbatim and says_the_same(text, other))


def _in_place_of(place: SourcedPlace, as_generated: str, today: str | None, start: int) -> str | None:
    """Return the words as generated with today's value in them: a span may be part of a word, such as 10 in 10%."""
    if today is None:
        return None
    head = max(0, place.start - start)
    tail = max(0, start + len(as_generated) - place.end)
    return as_generated[:head] + today + (as_generated[-tail:] if tail else "")


def _each_its_own(verdicts: Sequence[Compared]) -> list[Compared]:
    """Let no two spans lay claim to the same words of the draft: they are those of the span that they are most like."""
    own: list[Compared] = []
    for one in verdicts:
        before = own[-1] if own else None
        if before and one.draft and before.draft and one.start < before.end and before.start < one.end:
            if fuzz.ratio(one.record, one.draft) > fuzz.ratio(before.record, before.draft):
                own[-1] = _gone(before)
            else:
                one = _gone(one)  # noqa: PLW2901 - the claim that is given up
        own.append(one)
    return own


def _gone(one: Compared) -> Compared:
    return replace(one, verdict=Verdict.MISSING, draft=None, end=one.start)


def _with_swaps(verdicts: list[Compared]) -> Iterator[Compared]:
    """Tell where the value of another span stands in the place of one."""
    said: defaultdict[tuple[str, ...], list[Compared]] = defaultdict(list)
    for one in verdicts:
        said[normal_form(one.record)].append(one)
    for one in verdicts:
        if one.verdict not in (Verdict.EDITED, Verdict.CONFLICT) or not one.draft:
            yield one
            continue
        others = [other for other in said.get(normal_form(one.draft), ()) if other.references != one.references]
        back = [other for other in others if other.draft and normal_form(other.draft) == normal_form(one.record)]
        if back:
            yield replace(one, verdict=Verdict.SWAPPED, other=_nearest(one, back).reference)
        elif others and _is_telling(one.draft):
            yield replace(one, other=_nearest(one, others).reference)
        else:
            yield one


def _nearest(one: Compared, others: Sequence[Compared]) -> Compared:
    return min(others, key=lambda other: abs(other.number - one.number))


def _is_telling(text: str) -> bool:
    """Tell whether a value is rarely met by chance: two digits or two words."""
    return len(text.split()) > 1 or sum(character.isdigit() for character in text) > 1
