"""Where in a draft a passage of the letter as generated now stands.

It is looked for between its neighbours first, then in its content control, then by its own words: controls get
copied, moved and half emptied, and words come twice, but what stands between the same neighbours is the same place.
"""

from bisect import bisect_right
from operator import attrgetter

from letterkit.language import LINE_END, IndexedText, is_figure, normal_form
from letterkit.review.draft_text import DraftText

REACH, SLACK, SEARCHED = 6, 12, 60
UNIT_WORDS = frozenset(("hundred", "thousand", "million", "billion", "per", "cent", "percent", "%"))


class Locator:
    """Finds passages of a text in a draft whose words have been matched with it."""

    def __init__(self, base: IndexedText, draft: DraftText, found: list[int | None]) -> None:
        self.base, self.draft, self.found = base, draft, found
        self.taken = {place for place in found if place is not None}

    def gap(self, words: range) -> tuple[int, int]:
        """Return the stretch of the draft's text between the nearest matched neighbours of a passage."""
        before = self._matched(range(words.start - 1, -1, -1))
        after = self._matched(range(words.stop, len(self.found)))
        known = self.draft.text.words
        start = known[self.found[before] or 0].end if before is not None else 0
        end = known[self.found[after] or 0].start if after is not None else len(self.draft.text.text)
        return start, max(start, end)

    def place_of_gone(self, words: range) -> str:
        """Return where in the file a passage stood that is gone: of a row, the cell that it left empty."""
        start, _ = self.gap(words)
        emptied = self.draft.emptied_at(start) if self._in_row(words) else []
        if not emptied:
            return self.draft.place_at(start)
        before = self._matched(range(words.start - 1, -1, -1))
        between = range(0 if before is None else before + 1, words.start)
        ends = sum(self.base.keys[word] == LINE_END for word in between)
        return emptied[min(ends, len(emptied) - 1)]

    def _in_row(self, words: range) -> bool:
        """Tell whether a passage of the base stands in a row of several cells."""
        units = self.base.units
        unit = units[max(0, bisect_right(units, words.start, key=attrgetter("start")) - 1)] if units else words
        return sum(self.base.keys[word] == LINE_END for word in unit) > 1

    def slot(self, number: int, words: range) -> range | None:
        """Return the words of the draft that stand where a span's should, or None if there are none."""
        slot = self._slot(number, words)
        return None if slot is None else self._with_what_was_joined(number, slot)

    def _slot(self, number: int, words: range) -> range | None:
        own = self._own(words)
        bounds = self._bounds(words)
        if bounds is not None:
            between = (*range(bounds[0] + 1, words.start), *range(words.stop, bounds[1]))
            beside = all(self.base.keys[word] == LINE_END for word in between)
            slot = self._narrowed(words, *bounds, own) if beside or own else None
            slot = slot or (None if beside else self._searched(words, bounds)) or self._narrowed(words, *bounds, own)
            if slot:
                return slot
        for start, end in self.draft.controls.get(number, ()):
            controlled = self.draft.text.words_at(start, end)
            if controlled:
                return controlled
        return own or self._searched(words, bounds)

    def _with_what_was_joined(self, number: int, slot: range) -> range:
        """Take in new words that were written into the value's control, or joined to a name: X Police Authority."""
        text = self.draft.text
        start, end = slot.start, slot.stop
        while end < len(text.words) and self._joins_name(end - 1, end):
            end += 1
        while start > 0 and self._joins_name(start - 1, start, new=start - 1):
            start -= 1
        for low, high in self.draft.controls.get(number, ()):
            own = text.words_at(low, high)
            if own and own.start < end and start < own.stop:
                low_word, high_word = min(start, own.start), max(end, own.stop)
                if not any(place in self.taken for place in (*range(low_word, start), *range(end, high_word))):
                    start, end = low_word, high_word
        return range(start, end)

    def _joins_name(self, first: int, second: int, *, new: int | None = None) -> bool:
        """Tell whether a new word and its neighbour are large and have nothing but a blank between them."""
        text = self.draft.text
        one, other = text.words[first], text.words[second]
        free = (second if new is None else new) not in self.taken
        between = text.text[one.end : other.start]
        large = one.plain[:1].isupper() and other.plain[:1].isupper()
        return free and large and between.isspace() and "\n" not in between

    def _own(self, words: range) -> range | None:
        """Return where a span's words stand if they all do, one after the other."""
        first = self.found[words.start]
        if first is None or any(self.found[word] != first + ahead for ahead, word in enumerate(words)):
            return None
        return self._with_units(range(first, first + len(words)))

    def _with_units(self, slot: range) -> range:
        """Take in a unit written after a figure, which makes it another: 10, 10 million."""
        keys, end = self.draft.text.keys, slot.stop
        while end < len(keys) and keys[end] in UNIT_WORDS and end not in self.taken and is_figure(keys[slot.stop - 1]):
            end += 1
        return range(slot.start, end)

    def _bounds(self, words: range) -> tuple[int, int, int, int] | None:
        """Return the matched neighbours of a span: before and after it in the base, then in the draft."""
        before = self._matched(range(words.start - 1, max(-1, words.start - 1 - REACH), -1))
        after = self._matched(range(words.stop, min(len(self.found), words.stop + REACH)))
        if before is None and words.start == 0:
            left, before = -1, -1
        elif before is None:
            return None
        else:
            left = self.found[before] or 0
        if after is None and words.stop >= len(self.found) - 1:
            right, after = len(self.draft.text.words), len(self.found)
        elif after is None:
            return None
        else:
            right = self.found[after] or 0
        return (before, after, left, right) if left < right else None

    def _matched(self, words: range) -> int | None:
        return next((word for word in words if self.found[word] is not None), None)

    def _narrowed(
        self, words: range, before: int, after: int, left: int, right: int, own: range | None
    ) -> range | None:
        if own and left < own.start and own.stop <= right:
            return own
        gap = self._in_its_line(range(left + 1, right), before, after)
        if len(gap) > len(words) + (words.start - 1 - before) + (after - words.stop) + SLACK:
            return None
        inside = [place for word in words if (place := self.found[word]) is not None and place in gap]
        if inside and (before < words.start - 1 or after > words.stop or len(gap) > len(words) + 2):
            first = inside[0] if self.found[words.start] is not None else gap.start
            last = inside[-1] + 1 if self.found[words.stop - 1] is not None else gap.stop
            gap = range(first, max(first, last))
        keys = self.draft.text.keys
        figures = [place for place in gap if is_figure(keys[place])]
        if len(gap) > len(words) and figures and self._is_figure(words):
            gap = self._with_units(range(figures[0], figures[-1] + 1))
        gap = self._without_line_ends(gap)
        matched_others = [place for place in gap if place in self.taken and place not in inside]
        return gap if gap and len(matched_others) < len(gap) else None

    def _is_figure(self, words: range) -> bool:
        keys = [self.base.keys[word] for word in words]
        return any(map(is_figure, keys)) and all(is_figure(key) or key in UNIT_WORDS for key in keys)

    def _in_its_line(self, gap: range, before: int, after: int) -> range:
        """Leave out other lines, where a span begins or ends its own."""
        keys = self.draft.text.keys
        ends = [place for place in gap if keys[place] == LINE_END]
        starts_line = before < 0 or self.base.keys[before] == LINE_END
        ends_line = after >= len(self.base.keys) or self.base.keys[after] == LINE_END
        if ends and starts_line and not ends_line:
            return range(ends[-1] + 1, gap.stop)
        if ends and ends_line and not starts_line:
            return range(gap.start, ends[0])
        return gap

    def _without_line_ends(self, gap: range) -> range:
        keys = self.draft.text.keys
        start, end = gap.start, gap.stop
        while start < end and keys[start] == LINE_END:
            start += 1
        while end > start and keys[end - 1] == LINE_END:
            end -= 1
        return range(start, end)

    def _searched(self, words: range, bounds: tuple[int, int, int, int] | None) -> range | None:
        """Look for a span's words among those that match nothing, not far from where it should be."""
        near = self._matched(range(words.start - 1, max(-1, words.start - 1 - SEARCHED), -1))
        expected = (self.found[near] or 0) if near is not None else bounds[2] if bounds else None
        if expected is None:
            return None
        wanted = normal_form(self.base.between(words.start, words.stop))
        text = self.draft.text
        for start in range(max(0, expected - SEARCHED), min(len(text.words), expected + SEARCHED)):
            for length in {len(words), len(words) + 1, len(words) + 2, max(1, len(words) - 1)}:
                window = range(start, min(start + length, len(text.words)))
                free = not any(place in self.taken for place in window)
                if window and free and normal_form(text.between(window.start, window.stop)) == wanted:
                    return window
        return None
