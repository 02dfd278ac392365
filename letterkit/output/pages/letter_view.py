"""A draft as it stands, stretch by stretch: its values, tracked changes, comments and what was written by hand."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from letterkit.letter import Line, Piece
from letterkit.review import ChangeKind, Review, Verdict, by_whom


@dataclass(frozen=True, slots=True)
class ShownValue:
    """A value of the evidence, by its number; `first` where it begins, since later stretches of it are the same one."""

    number: int
    verdict: Verdict
    first: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text that is one thing from end to end.

    `inserted` and `deleted` tell who did so, `unseen` why Word does not show it as part of the letter. `spots` are
    the numbers of the notes that begin before it, `comments` the ids of those that stand behind it.
    """

    text: str
    spots: tuple[int, ...] = ()
    value: ShownValue | None = None
    by_hand: bool = False
    inserted: str = ""
    deleted: str = ""
    unseen: str = ""
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A paragraph or heading, by its element in the page."""

    element: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class ShownTable:
    """The cells of a table, row by row."""

    rows: tuple[tuple[tuple[Stretch, ...], ...], ...]


def letter_view(review: Review) -> list[ShownLine | ShownTable]:
    """Return the body of the draft, line by line; findings have their spots there, values their numbers."""
    view = _View(review)
    lines = zip(review.comparison.draft.lines, review.comparison.draft.text.starts, strict=True)
    shown: list[ShownLine | ShownTable] = []
    for in_table, group in groupby(lines, key=lambda pair: pair[0].row is not None):
        if in_table:
            rows = groupby(group, key=lambda pair: pair[0].row)
            shown.append(ShownTable(tuple(tuple(view.stretches(*cell) for cell in row) for _, row in rows)))
        else:
            shown += (ShownLine(_element(line), view.stretches(line, start)) for line, start in group)
    return shown


def _element(line: Line) -> str:
    """Return the element of a line; a heading of the letter stands two levels below the page's own."""
    return f"h{min(line.level + 2, 6)}" if line.level else "p"


class _Ranges:
    """Numbered ranges of a text, to be found by a place in them."""

    def __init__(self, ranges: Iterable[tuple[int, int, int]]) -> None:
        self.ranges = sorted(ranges)

    @property
    def edges(self) -> Iterator[int]:
        """Go through where they begin and end."""
        return (edge for start, end, _ in self.ranges for edge in (start, end))

    def at(self, place: int) -> int | None:
        """Return the number of the last range that begins before a place, if the place is in it."""
        found = bisect_right(self.ranges, place, key=lambda one: one[0]) - 1
        if found < 0:
            return None
        _, end, number = self.ranges[found]
        return number if place < end else None


class _View:
    """Knows what stands where in the text of one draft."""

    def __init__(self, review: Review) -> None:
        self.verdicts = review.comparison.verdicts
        self.valued = _Ranges(
            (one.start, one.end, number)
            for number, one in enumerate(self.verdicts)
            if one.draft is not None and one.end > one.start
        )
        self.by_hand = _Ranges(
            (change.start, change.end, number)
            for number, change in enumerate(review.changes)
            if change.kind is not ChangeKind.TAKEN_OUT
        )
        self.spots: defaultdict[int, tuple[int, ...]] = defaultdict(tuple)
        for number, note in enumerate(review.notes):
            if note.start is not None:
                self.spots[note.start] += (number,)
        self.cuts = sorted({*self.valued.edges, *self.by_hand.edges, *self.spots})
        self.known_values: set[int] = set()
        self.untold = {comment.id for comment in review.manuscript.comments if not comment.parent}

    def stretches(self, line: Line, start: int) -> tuple[Stretch, ...]:
        """Return the stretches of a line that begins at a place in the text of the draft."""
        return tuple(self._stretches(line, start))

    def _stretches(self, line: Line, start: int) -> Iterator[Stretch]:
        at = start
        for piece in line.pieces:
            if piece.stands:
                *earlier, last = self._standing(piece, at)
                yield from earlier
                at += len(piece.text)
            elif piece.deleted:
                last = Stretch(piece.text, deleted=by_whom(piece.deleted))
            else:
                last = Stretch(piece.text, unseen="hidden" if piece.hidden else "struck through")
            yield replace(last, comments=self._comments(piece))
        yield Stretch("", self._spots_at(at))

    def _standing(self, piece: Piece, at: int) -> Iterator[Stretch]:
        end = at + len(piece.text)
        inside = self.cuts[bisect_right(self.cuts, at) : bisect_left(self.cuts, end)]
        for low, high in pairwise((at, *inside, end)):
            yield Stretch(
                piece.text[low - at : high - at],
                self._spots_at(low),
                self._value_at(low),
                by_hand=self.by_hand.at(low) is not None,
                inserted=by_whom(piece.inserted) if piece.inserted else "",
            )

    def _value_at(self, place: int) -> ShownValue | None:
        number = self.valued.at(place)
        if number is None:
            return None
        first = number not in self.known_values
        self.known_values.add(number)
        return ShownValue(number, self.verdicts[number].verdict, first)

    def _spots_at(self, place: int) -> tuple[int, ...]:
        """Return the notes that begin at a place, once."""
        return self.spots.pop(place, ())

    def _comments(self, piece: Piece) -> tuple[str, ...]:
        """Return the comments on a piece that did not stand behind an earlier one."""
        told = tuple(dict.fromkeys(comment for comment in piece.comments if comment in self.untold))
        self.untold.difference_update(told)
        return told
