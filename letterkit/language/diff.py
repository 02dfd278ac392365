"""Two texts side by side, word by word, and what two sequences have in common, with a bounded use of memory."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from letterkit.language.numerals import UNITS
from letterkit.language.words import Word, words_of

LINE_END = "\n"
RUN_LENGTHS = (6, 3)
MOST_COMPARED = 4_000_000
LEAST_ALIKE = 0.25
SHORT = 6
LOOKED_BACK, NEAR = 60, 90
LONGEST_SMALL_WORD = 3
COPIED_RUN = 5


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line to be matched; lines of one `unit`, the cells of a row, are matched as one.

    `ends` is False where the end of the paragraph was deleted, so that it runs on into the next.
    """

    text: str
    unit: tuple[int, int]
    ends: bool = True


@dataclass(frozen=True, slots=True)
class IndexedText:
    """Lines as one text: its words (a line's end is one of them), the words of each unit, each line's start."""

    text: str
    words: tuple[Word, ...]
    keys: tuple[str, ...]
    units: tuple[range, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, lines: Iterable[TextLine]) -> "IndexedText":
        """Join lines into a text."""
        whole: list[str] = []
        words: list[Word] = []
        units: list[range] = []
        starts: list[int] = []
        at, unit, begun = 0, None, 0
        for line in lines:
            if line.unit != unit and len(words) > begun:
                units.append(range(begun, len(words)))
                begun = len(words)
            unit = line.unit
            starts.append(at)
            if not line.text.strip():
                continue
            words.extend(Word(word.plain, at + word.start, at + word.end) for word in words_of(line.text))
            at += len(line.text)
            whole.append(line.text)
            if line.ends:
                words.append(Word(LINE_END, at, at + 1))
                whole.append(LINE_END)
                at += 1
        if len(words) > begun:
            units.append(range(begun, len(words)))
        return cls(
            "".join(whole), tuple(words), tuple(_key(word.plain.lower()) for word in words), tuple(units), tuple(starts)
        )

    def between(self, first: int, last: int) -> str:
        """Return the text from one word up to, but without, another, as it stands."""
        return self.text[self.words[first].start : self.words[last - 1].end] if first < last else ""

    def words_at(self, start: int, end: int) -> range:
        """Return the words that a stretch of the text touches."""
        first = bisect_right(self.words, start, key=lambda word: word.end)
        last = bisect_left(self.words, end, key=lambda word: word.start)
        return range(first, max(first, last))


def _key(word: str) -> str:
    """Return what a word is compared by: small numbers are the same in words and in digits."""
    return str(UNITS[word]) if word in UNITS else word


def match_words(base: IndexedText, draft: IndexedText) -> list[int | None]:
    """Return, for each word of the first text, its place among the words of the second, or None."""
    matching = _Matching(base, draft)
    matching.unchanged_units()
    matching.moved_units()
    for length in RUN_LENGTHS:
        matching.runs_that_occur_once(length)
        matching.between_matched_words()
    return matching.found


def copied_runs(base: IndexedText, draft: IndexedText, taken: set[int]) -> Iterator[tuple[range, range]]:
    """Go through what stands in the draft once more than in the base: its words there, and the free words here."""
    places: dict[tuple[str, ...], int] = {}
    for place in range(len(base.keys) - COPIED_RUN + 1):
        places.setdefault(base.keys[place : place + COPIED_RUN], place)
    for start, end in _runs([place not in taken for place in range(len(draft.keys))]):
        at = start
        while at <= end - COPIED_RUN:
            origin = places.get(draft.keys[at : at + COPIED_RUN])
            length = 0
            while (
                origin is not None
                and at + length < end
                and origin + length < len(base.keys)
                and base.keys[origin + length] == draft.keys[at + length]
            ):
                length += 1
            if origin is not None:
                yield range(origin, origin + length), range(at, at + length)
            at += max(length, 1)


class _Matching:
    """The words matched so far, both ways."""

    def __init__(self, base: IndexedText, draft: IndexedText) -> None:
        self.base, self.draft = base, draft
        self.found: list[int | None] = [None] * len(base.words)
        self.taken = [False] * len(draft.words)

    def _pair(self, word: int, other: int) -> None:
        self.found[word], self.taken[other] = other, True

    def _pair_units(self, unit: range, other: range) -> None:
        for word, its in zip(unit, other, strict=True):
            self._pair(word, its)

    def unchanged_units(self) -> None:
        """Match the lines that say the same, in the same order."""
        base, draft = self._unit_keys(self.base), self._unit_keys(self.draft)
        for start, end, other in in_common(base, draft):
            for ahead in range(end - start):
                self._pair_units(self.base.units[start + ahead], self.draft.units[other + ahead])

    def moved_units(self) -> None:
        """Match the lines that say the same once on either side, wherever they stand."""
        base = _once(self._unit_keys(self.base), [self.found[unit[0]] is None for unit in self.base.units])
        draft = _once(self._unit_keys(self.draft), [not self.taken[unit[0]] for unit in self.draft.units])
        for key in base.keys() & draft.keys():
            if len(key) > 1:
                self._pair_units(self.base.units[base[key]], self.draft.units[draft[key]])

    def _unit_keys(self, text: IndexedText) -> list[tuple[str, ...]]:
        return [text.keys[unit.start : unit.stop] for unit in text.units]

    def runs_that_occur_once(self, length: int) -> None:
        """Match runs of words that occur once among the words still free, and what follows and precedes them."""
        base = _once_runs(self.base.keys, [place is None for place in self.found], length)
        draft = _once_runs(self.draft.keys, [not taken for taken in self.taken], length)
        for run in sorted(base.keys() & draft.keys(), key=base.__getitem__):
            word, other = base[run], draft[run]
            if self._free(word, other) and (length == RUN_LENGTHS[0] or self._is_near(word, other)):
                self._extend(word, other, 1)
                self._extend(word - 1, other - 1, -1)

    def _is_near(self, word: int, other: int) -> bool:
        """Tell whether a short run stands where its line is otherwise matched, so that it is no chance likeness."""
        before = next(
            (place for at in range(word - 1, max(-1, word - LOOKED_BACK), -1) if (place := self.found[at]) is not None),
            None,
        )
        return before is not None and abs(other - before) < NEAR

    def _extend(self, word: int, other: int, step: int) -> None:
        while self._free(word, other) and self.base.keys[word] == self.draft.keys[other]:
            self._pair(word, other)
            word, other = word + step, other + step

    def _is_chance(self, word: int, length: int, other: int) -> bool:
        """Tell whether a small word is matched with nothing matched beside it: `of` is found in every gap."""
        if length > 1 or len(self.base.keys[word]) > LONGEST_SMALL_WORD or self.base.keys[word][0].isdigit():
            return False
        before, after = word > 0 and self.found[word - 1], word + 1 < len(self.found) and self.found[word + 1]
        return before != other - 1 and after != other + 1

    def _free(self, word: int, other: int) -> bool:
        return (
            0 <= word < len(self.found)
            and 0 <= other < len(self.taken)
            and self.found[word] is None
            and not self.taken[other]
        )

    def between_matched_words(self) -> None:
        """Compare what is left between two matched words with what is left between their like."""
        for start, end in list(_runs([place is None for place in self.found])):
            left = self.found[start - 1] if start else -1
            right = self.found[end] if end < len(self.found) else len(self.taken)
            for first, last in self._facing(left, right):
                self._compare(start, end, first, last)

    def _facing(self, left: int | None, right: int | None) -> Iterator[tuple[int, int]]:
        """Go through the free runs of the draft that face a free run of the base."""
        if left is None or right is None:
            return
        after = left + 1
        while after < len(self.taken) and not self.taken[after]:
            after += 1
        before = right
        while before > 0 and not self.taken[before - 1]:
            before -= 1
        yield left + 1, after
        if before != left + 1:
            yield before, right

    def _compare(self, start: int, end: int, first: int, last: int) -> None:
        if first >= last or (end - start) * (last - first) > MOST_COMPARED:
            return
        common = [
            (begin, stop, other)
            for begin, stop, other in in_common(self.base.keys[start:end], self.draft.keys[first:last])
            if not self._is_chance(start + begin, stop - begin, first + other)
        ]
        alike = sum(stop - begin for begin, stop, _ in common)
        if alike < LEAST_ALIKE * min(end - start, last - first) and min(end - start, last - first) > SHORT:
            return
        for begin, stop, other in common:
            for ahead in range(stop - begin):
                if self._free(start + begin + ahead, first + other + ahead):
                    self._pair(start + begin + ahead, first + other + ahead)


def _once(keys: Sequence[tuple[str, ...]], free: Sequence[bool]) -> dict[tuple[str, ...], int]:
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, (key, is_free) in enumerate(zip(keys, free, strict=True)):
        if is_free:
            places[key].append(place)
    return {key: found[0] for key, found in places.items() if len(found) == 1}


def _once_runs(keys: Sequence[str], free: Sequence[bool], length: int) -> dict[tuple[str, ...], int]:
    places: dict[tuple[str, ...], int] = {}
    for start, end in _runs(free):
        for place in range(start, end - length + 1):
            run = tuple(keys[place : place + length])
            places[run] = -1 if run in places else place
    return {run: place for run, place in places.items() if place >= 0}


def _runs(marked: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Go through the stretches that are marked: start and end."""
    start: int | None = None
    for place, is_marked in enumerate(marked):
        if is_marked and start is None:
            start = place
        elif not is_marked and start is not None:
            yield start, place
            start = None
    if start is not None:
        yield start, len(marked)


MOST_ALIGNED = 400_000_000
"""Two times 20,000: what is compared takes a bit for each pair, 50 MB at most."""


def in_common(base: Sequence[Hashable], other: Sequence[Hashable]) -> Iterator[tuple[int, int, int]]:
    """Go through the longest common subsequence: start and end in the first, start in the second.

    Of what is too long to be compared, only the beginning and the end are found.
    """
    shorter = min(len(base), len(other))
    head = next((place for place in range(shorter) if base[place] != other[place]), shorter)
    rest = shorter - head
    tail = next((place for place in range(rest) if base[-1 - place] != other[-1 - place]), rest)
    if head:
        yield 0, head, 0
    middle, its = base[head : len(base) - tail], other[head : len(other) - tail]
    if len(middle) * len(its) <= MOST_ALIGNED:
        for block in Indel.opcodes(middle, its):
            if block.tag == "equal":
                yield head + block.src_start, head + block.src_end, head + block.dest_start
    if tail:
        yield len(base) - tail, len(base), len(other) - tail


def increasing(numbers: Sequence[int], weights: Sequence[int]) -> list[int]:
    """Return the places of the heaviest run of numbers that only grow, others between them left out; in n log n."""
    ranks = {number: rank for rank, number in enumerate(sorted(set(numbers)), start=1)}
    heaviest: list[tuple[int, int]] = [(0, -1)] * (len(ranks) + 1)
    before: list[int] = []
    best = (0, -1)
    for place, (number, weight) in enumerate(zip(numbers, weights, strict=True)):
        rank, found = ranks[number] - 1, (0, -1)
        while rank > 0:
            found, rank = max(found, heaviest[rank]), rank & (rank - 1)
        before.append(found[1])
        total = (found[0] + weight, place)
        best = max(best, total)
        rank = ranks[number]
        while rank < len(heaviest):
            heaviest[rank], rank = max(heaviest[rank], total), rank + (rank & -rank)
    kept: list[int] = []
    at = best[1]
    while at >= 0:
        kept.append(at)
        at = before[at]
    return kept[::-1]
