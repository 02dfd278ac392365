"""The lines of a letter as generated where they stand in a draft: which moved, and under which heading they are now."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from letterkit.language import increasing
from letterkit.letter import ItemRef, Revision
from letterkit.review.comparison import Comparison

MOST_OF_IT = 0.5


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line, or row of a table, of the letter as generated, and where it is in the draft; both as words.

    `was_under` and `is_under` are the headings before it, as lines of the letter as generated, None before the first;
    `moved` tells that other lines that were after it are before it now, or the reverse.
    """

    number: int
    there: range
    here: range
    is_heading: bool
    was_under: int | None
    is_under: int | None
    items: tuple[ItemRef, ...]
    moved: bool


class LineOrder:
    """The lines of a letter as generated that still stand in a draft, in the order of the draft.

    `styled` says that the draft shows what is a heading; plain text does not.
    """

    def __init__(self, comparison: Comparison, *, styled: bool) -> None:
        self.comparison = comparison
        self.styled = styled
        self.base, self.draft = comparison.base, comparison.draft.text
        self.headings = [
            number
            for number, unit in enumerate(self.base.units)
            if self.base.words[unit.start].start in set(comparison.headings)
        ]
        self.lines = list(self._placed())

    def heading(self, number: int | None) -> str:
        """Return the words of a heading, none for what is before the first."""
        return (
            "" if number is None else self.base.between(self.base.units[number].start, self.base.units[number].stop - 1)
        )

    def is_heading_here(self, number: int) -> bool:
        """Tell whether a heading of the letter as generated is one in the draft, with its words and nothing else."""
        return number in self._headings_here.values()

    def _placed(self) -> Iterator[PlacedLine]:
        stands = dict(self._stands())
        order = sorted(stands, key=lambda number: (stands[number], number))
        weights = [len(self.base.units[number]) for number in order]
        kept = {order[at] for at in increasing(order, weights)}
        self._headings_here = {
            stands[number]: number
            for number in self.headings
            if number in stands and self._begins_as_heading(self._line_of(stands[number]))
        }
        under: int | None = None
        begun = -1
        for number in order:
            here = stands[number]
            for unit in range(begun + 1, here + 1):
                under = self._headings_here.get(unit, under)
            begun = max(begun, here)
            before = bisect_left(self.headings, number + 1) - 1
            start = self.base.words[self.base.units[number].start].start
            items = next((items for first, end, items in self.comparison.answers if first <= start < end), ())
            yield PlacedLine(
                number,
                self.base.units[number],
                self.draft.units[here],
                number in self.headings,
                self.headings[before] if before >= 0 else None,
                under,
                items,
                number not in kept,
            )

    def _stands(self) -> Iterator[tuple[int, int]]:
        """Go through the lines that still stand, each with the line of the draft that has most of its words."""
        unit_of = {word: number for number, unit in enumerate(self.draft.units) for word in unit}
        for number, unit in enumerate(self.base.units):
            found = Counter(unit_of[here] for word in unit if (here := self.comparison.found[word]) in unit_of)
            for here, words in found.most_common(1):
                if words > MOST_OF_IT * len(unit):
                    yield number, here

    def _begins_as_heading(self, line: int) -> bool:
        shown = self.comparison.draft.lines[line].level > 0 or not self.styled
        return shown and self.joined_by(line) is None

    def joined_by(self, line: int) -> Revision | None:
        """Return who deleted the end of the paragraph before a line of the draft, so that the two are one."""
        return self.comparison.draft.lines[line - 1].end_deleted if line else None

    def line_of(self, placed: PlacedLine) -> int:
        """Return the line of the draft in which a line of the letter as generated begins."""
        return self._line_of_word(placed.here.start)

    def _line_of(self, unit: int) -> int:
        return self._line_of_word(self.draft.units[unit].start)

    def _line_of_word(self, word: int) -> int:
        return max(0, bisect_left(self.draft.starts, self.draft.words[word].start + 1) - 1)
