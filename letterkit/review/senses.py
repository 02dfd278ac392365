"""What the sentences of a draft say, beside what the same sentences said when the letter was generated.

Sentences belong together that share words, so that one that was split, joined or moved is held against what it was.
Sourced values are left to their verdicts: of them it counts only where they stand.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, zip_longest

from letterkit.language import IndexedText, ShortForms, is_courtesy, run_together, says_the_same, sense_of
from letterkit.review.changes import Change, sentences
from letterkit.review.comparison import Compared, Comparison, Verdict, is_verbatim

NEGATIONS = frozenset(("not", "no", "without", "neither", "nor"))
BEING = frozenset(("is", "was", "has", "remain", "remains", "still"))
BEGIN_PHRASES = frozenset(
    (
        "after", "as", "at", "before", "by", "during", "for", "from", "in", "of", "on", "since", "throughout", "to",
        "today", "under", "until", "wherever", "where", "whenever", "when", "whilst", "with", "within", "together",
        "nationally", "locally", "recently", "already", "often", "despite", "currently", "now", "last", "next", "this",
    )
)  # fmt: skip
"""The words with which phrases of time, place and manner begin, which may stand first or last in a sentence."""
STANDING = (Verdict.SAME, Verdict.EQUIVALENT)
LEAST_SHARED = 0.3
"""Sentences belong together if they share such a part of the words of the shorter one."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """Sentences of the letter as generated and what they are in the draft: their words by number, and what they say.

    `same_in_full` tells that they say the same with the values in them, whichever value says it; `are_courtesy` that
    both are polite and say nothing else.
    """

    base: tuple[Sequence[int], ...]
    draft: tuple[Sequence[int], ...]
    said: tuple[str, ...]
    says: tuple[str, ...]
    phrase_moved: bool
    same_in_full: bool
    are_courtesy: bool

    @property
    def says_the_same(self) -> bool:
        """Tell whether they say what they said."""
        same = self.same_in_full or self.phrase_moved or self.are_courtesy
        return same or run_together(self.said) == run_together(self.says)

    @property
    def says_the_opposite(self) -> bool:
        """Tell whether a negation was put in or taken out, with one more word at most, unless two make none."""
        said, says = Counter(self.said), Counter(self.says)
        turns = sum(said[word] - says[word] for word in NEGATIONS) % 2
        put_in, taken_out = ((one - other).keys() - NEGATIONS - BEING for one, other in ((says, said), (said, says)))
        return bool(turns) and not (put_in and taken_out) and len(put_in | taken_out) <= 1


class Senses:
    """The sentences of both, paired, to be found by their words."""

    def __init__(self, comparison: Comparison, short_forms: Iterable[tuple[str, str]] = ()) -> None:
        self.comparison = comparison
        self.in_full = ShortForms(short_forms)
        self.base, self.draft = list(sentences(comparison.base)), list(sentences(comparison.draft.text))
        self.paired = list(self._paired())
        self._by_word_here = {word: found for found in self.paired for one in found.draft for word in one}
        self._by_word_there = {word: found for found in self.paired for one in found.base for word in one}

    def of(self, change: Change) -> Sentences | None:
        """Return the sentences in which a change is, None if they were not there before or are there no more."""
        here = next((found for word in change.here if (found := self._by_word_here.get(word))), None)
        return here or next((found for word in change.there if (found := self._by_word_there.get(word))), None)

    def reordered(self, changes: Iterable[Change]) -> Iterator[Sentences]:
        """Go through the sentences that say something else though no word of them was typed or taken out."""
        told = {id(self.of(change)) for change in changes}
        spoken = {
            word
            for one in self.comparison.verdicts
            if one.verdict not in STANDING
            for word in self.comparison.draft.text.words_at(one.start, one.end)
        }
        for found in self.paired:
            words = (word for sentence in found.draft for word in sentence)
            if not found.says_the_same and id(found) not in told and spoken.isdisjoint(words):
                yield found

    def _paired(self) -> Iterator[Sentences]:
        """Go through the sentences that belong together, in the order of the letter as generated."""
        values_there, values_here = self._values()
        for there, here in self._groups():
            if there and here:
                before, after = tuple(self.base[at] for at in there), tuple(self.draft[at] for at in here)
                said = _sense(self.comparison.base, before, values_there)
                says = _sense(self.comparison.draft.text, after, values_here)
                were, are = _keys(self.comparison.base, before), _keys(self.comparison.draft.text, after)
                in_full = [
                    _in_full(*side) for side in ((self.comparison.base, before), (self.comparison.draft.text, after))
                ]
                same = were == are or says_the_same(*map(self.in_full.shortened, in_full))
                polite = were != are and all(map(is_courtesy, in_full))
                yield Sentences(before, after, said, says, _only_a_phrase_moved(were, are), same, polite)

    def _groups(self) -> Iterable[tuple[list[int], list[int]]]:
        """Return the sentences of either text that share words, directly or by others, each by its number."""
        leads = list(range(len(self.base) + len(self.draft)))

        def lead(of: int) -> int:
            while leads[of] != of:
                leads[of] = of = leads[leads[of]]
            return of

        for (there, here), words in self._shared().items():
            if words >= LEAST_SHARED * min(len(self.base[there]), len(self.draft[here])):
                leads[lead(len(self.base) + here)] = lead(there)
        groups: defaultdict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for number in range(len(self.base)):
            groups[lead(number)][0].append(number)
        for number in range(len(self.draft)):
            groups[lead(len(self.base) + number)][1].append(number)
        return groups.values()

    def _shared(self) -> Mapping[tuple[int, int], int]:
        """Count the words that each two sentences share."""
        base_of, draft_of = _numbered(self.base), _numbered(self.draft)
        return Counter(
            (base_of[word], draft_of[here])
            for word, here in enumerate(self.comparison.found)
            if here is not None and word in base_of and here in draft_of
        )

    def _values(self) -> tuple[Mapping[int, int], Mapping[int, int]]:
        """Return which value each word of either text belongs to, of those that still stand."""
        there: dict[int, int] = {}
        here: dict[int, int] = {}
        for one, place in zip(self.comparison.verdicts, self.comparison.places, strict=False):
            if one.verdict is not Verdict.MISSING:
                there |= dict.fromkeys(self.comparison.base.words_at(place.start, place.end), one.number)
                here |= dict.fromkeys(self.comparison.draft.text.words_at(one.start, one.end), one.number)
            else:
                there |= dict.fromkeys(self.comparison.base.words_at(place.start, place.end), -1)
        return there, here


def with_equal_sentences(comparison: Comparison, senses: Senses) -> Comparison:
    """Return a comparison in which no value differs whose whole sentence says what it said.

    Words typed after the sentence, inside the value's control, are not of it.
    """
    equal = [found for found in senses.paired if found.same_in_full or found.phrase_moved]
    words_there = {word for found in equal for sentence in found.base for word in sentence}
    words_here = {word for found in equal for sentence in found.draft for word in sentence}
    verdicts = tuple(
        _equivalent(comparison, one)
        if one.verdict in (Verdict.EDITED, Verdict.MISSING)
        and not is_verbatim(one.references)
        and words_there.issuperset(comparison.base.words_at(place.start, place.end))
        and words_here.issuperset(comparison.draft.text.words_at(one.start, one.end))
        else one
        for one, place in zip_longest(comparison.verdicts, comparison.places)
    )
    return comparison if verdicts == comparison.verdicts else replace(comparison, verdicts=verdicts)


def _equivalent(comparison: Comparison, one: Compared) -> Compared:
    said = one.draft if one.draft is not None else comparison.draft.text.text[one.start : one.end].strip()
    return replace(one, verdict=Verdict.EQUIVALENT, draft=said, change=None)


def _numbered(found: Sequence[Sequence[int]]) -> dict[int, int]:
    return {word: number for number, sentence in enumerate(found) for word in sentence}


def _sense(text: IndexedText, found: Sequence[Sequence[int]], values: Mapping[int, int]) -> tuple[str, ...]:
    """Return what sentences say, with a number in the place of each value; what was taken out is none."""
    said: list[str] = []
    for sentence in found:
        for value, words in groupby(sentence, key=values.get):
            own = list(words)
            if value is None:
                said.extend(sense_of(text.between(own[0], own[-1] + 1)))
            elif value >= 0:
                said.append(f"<{value}>")
    return tuple(said)


def _in_full(text: IndexedText, found: Sequence[Sequence[int]]) -> str:
    return " ".join(text.between(sentence[0], sentence[-1] + 1) for sentence in found)


def _keys(text: IndexedText, found: Sequence[Sequence[int]]) -> list[str]:
    return [text.keys[word] for sentence in found for word in sentence]


def _only_a_phrase_moved(before: Sequence[str], after: Sequence[str]) -> bool:
    """Tell whether two sentences have the same words, but for a phrase such as `in March` that stands elsewhere."""
    if before == after or len(before) != len(after) or sorted(before) != sorted(after):
        return False
    first = next(at for at in range(len(before)) if before[at] != after[at])
    last = next(at for at in range(len(before), 0, -1) if before[at - 1] != after[at - 1])
    was, now = list(before[first:last]), list(after[first:last])
    return any(
        was[cut:] + was[:cut] == now and (was[0] in BEGIN_PHRASES or was[cut] in BEGIN_PHRASES)
        for cut in range(1, len(was))
    )
