"""What was written into a draft, taken out of it or reworded by hand, beside its sourced values."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from letterkit.language import LINE_END, IndexedText, normal_form, sentence_ends, words_of
from letterkit.letter import Revision
from letterkit.review.comparison import Comparison, Verdict
from letterkit.review.locator import Locator

OPENING_MARKS = "\"'\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}"
CLOSING_MARK = re.compile("[.!?,]*[\"'\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}]")
FEWEST_WORDS = 3
NO_WORDS = range(0)
WHOLE = 0.6


class ChangeKind(StrEnum):
    """What was done to the wording."""

    ADDED = "added"
    TAKEN_OUT = "taken out"
    REWORDED = "reworded"


@dataclass(frozen=True, slots=True)
class Change:
    """A passage in which the draft's own wording differs from that of the letter as generated.

    `before` and `after` are the words that differ, `sentence` the whole sentence of the draft, or the one
    taken out; `change` tells who tracked it, if it is tracked; `start` and `end` are its place in the text
    of the draft, `there` and `here` the words that differ by their numbers in either text.
    """

    kind: ChangeKind
    before: str
    after: str
    sentence: str
    place: str
    change: Revision | None
    start: int
    end: int
    there: range = NO_WORDS
    here: range = NO_WORDS

    def took_out(self, value: str) -> bool:
        """Tell whether a sourced value stood in the sentence that was taken out."""
        return self.kind is ChangeKind.TAKEN_OUT and _plainly(value) in _plainly(self.before)


def changes(comparison: Comparison) -> list[Change]:
    """Return every change of wording, in the order of the draft."""
    finder = _Finder(comparison)
    return sorted((*finder.added(), *finder.taken_out(), *finder.reworded()), key=lambda change: change.start)


class _Finder:
    def __init__(self, comparison: Comparison) -> None:
        self.base, self.draft = comparison.base, comparison.draft
        self.locator = Locator(comparison.base, comparison.draft, comparison.found)
        self.found = comparison.found
        self.sourced = {
            word for place in comparison.places for word in self.base.words_at(place.start, place.end)
        }  # fmt: skip
        self.told = {
            word
            for one in comparison.verdicts
            if one.verdict is not Verdict.MISSING
            for word in self.draft.text.words_at(one.start, one.end)
        } | {word for passage in comparison.copied for word in passage}
        self.base_of = {place: word for word, place in enumerate(self.found) if place is not None}
        self.bounds = _bounds(self.draft.text)
        self.whole_here: set[int] = set()
        self.whole_there: set[int] = set()

    def added(self) -> Iterator[Change]:
        """Go through the sentences that were not there when the letter was generated."""
        text = self.draft.text
        for sentence in sentences(text):
            words = [word for word in sentence if word not in self.told]
            free = [word for word in words if word not in self.base_of]
            if words and len(free) >= min(FEWEST_WORDS, len(words)) and len(free) > WHOLE * len(sentence):
                self.whole_here.update(words)
                added = self._here(ChangeKind.ADDED, range(sentence[0], sentence[-1] + 1), "")
                yield replace(added, after=" ".join(text.between(word, word + 1) for word in free))

    def taken_out(self) -> Iterator[Change]:
        """Go through the sentences that are no longer there."""
        for sentence in sentences(self.base):
            words = list(sentence)
            gone = [word for word in words if self.found[word] is None]
            if len(gone) >= min(FEWEST_WORDS, len(words)) and len(gone) > WHOLE * len(words):
                own = [word for word in words if word not in self.sourced]
                if not own or not any(word in gone for word in own):
                    continue  # a value alone in its line: its verdict tells it
                self.whole_there.update(words)
                before = self.base.between(words[0], words[-1] + 1)
                start, end = self.locator.gap(range(words[0], words[-1] + 1))
                change = self.draft.change_at(start, end, before)
                there = range(words[0], words[-1] + 1)
                place = self.locator.place_of_gone(there)
                yield Change(ChangeKind.TAKEN_OUT, before, "", before, place, change, start, start, there)

    def reworded(self) -> Iterator[Change]:
        """Go through the words that differ inside sentences that are still there; needs the other two told first."""
        free_here = self._runs(
            len(self.draft.text.words),
            lambda word: word not in self.base_of and word not in self.told and word not in self.whole_here,
            self.draft.text,
        )
        gone = {
            run.start: run
            for run in self._runs(
                len(self.base.words),
                lambda word: self.found[word] is None and word not in self.sourced and word not in self.whole_there,
                self.base,
            )
        }
        for run in free_here:
            before_run = self.base_of.get(run.start - 1)
            faced = gone.pop(before_run + 1, None) if before_run is not None else None
            before = self.base.between(faced.start, faced.stop) if faced else ""
            after = self.draft.text.between(run.start, run.stop)
            if normal_form(before) != normal_form(after):
                yield self._here(ChangeKind.REWORDED, run, before, faced or NO_WORDS)
        for run in gone.values():
            before = self.base.between(run.start, run.stop)
            start, end = self.locator.gap(run)
            change = self.draft.change_at(start, end, before)
            sentence = self._sentence_at(start)
            place = self.locator.place_of_gone(run)
            yield Change(ChangeKind.REWORDED, before, "", sentence, place, change, start, start, run)

    def _here(self, kind: ChangeKind, words: range, before: str, there: range = NO_WORDS) -> Change:
        text = self.draft.text
        start, end = text.words[words.start].start, text.words[words.stop - 1].end
        after = text.text[start:end]
        change = self.draft.change_at(start, end, before)
        sentence = self._with_marks(start, end) if kind is ChangeKind.ADDED else self._sentence_at(start)
        return Change(kind, before, after, sentence, self.draft.place_at(start), change, start, end, there, words)

    def _with_marks(self, start: int, end: int) -> str:
        """Return words with the quotation marks that stand right before and after them."""
        text = self.draft.text.text
        closing = CLOSING_MARK.match(text, end)
        opening = start > 0 and text[start - 1] in OPENING_MARKS
        return text[start - opening : closing.end() if closing else end]

    def _sentence_at(self, place: int) -> str:
        after = bisect_right(self.bounds, place)
        start, end = (self.bounds[at] if 0 <= at < len(self.bounds) else None for at in (after - 1, after))
        return self.draft.text.text[start:end].strip()

    def _runs(self, count: int, wanted: Callable[[int], bool], text: IndexedText) -> list[range]:
        runs: list[range] = []
        for word in range(count):
            if text.keys[word] == LINE_END or not wanted(word):
                continue
            if runs and runs[-1].stop == word:
                runs[-1] = range(runs[-1].start, word + 1)
            else:
                runs.append(range(word, word + 1))
        return runs


def _plainly(text: str) -> str:
    return " ".join(word.plain for word in words_of(text))


def sentences(text: IndexedText) -> Iterator[Sequence[int]]:
    """Go through the sentences of a text, each as its words."""
    bounds = _bounds(text)
    sentence: list[int] = []
    at = 0
    for number, word in enumerate(text.words):
        while at < len(bounds) and bounds[at] <= word.start:
            if sentence:
                yield sentence
                sentence = []
            at += 1
        if text.keys[number] != LINE_END:
            sentence.append(number)
    if sentence:
        yield sentence


def _bounds(text: IndexedText) -> Sequence[int]:
    """Return where the sentences of a text end; a line's end ends one."""
    lines = (word.start for word, key in zip(text.words, text.keys, strict=True) if key == LINE_END)
    return sorted({*sentence_ends(text.text), *lines})
