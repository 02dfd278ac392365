"""A draft as it stands, as HTML: its values by verdict, tracked changes, comments and what was written by hand."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby, pairwise

from letterkit.letter import Line, Piece, Revision
from letterkit.review import ChangeKind, Compared, Review, Verdict, by_whom

CLASSES = {verdict: verdict.replace(" ", "-") for verdict in Verdict}


def letter_view(review: Review) -> str:
    """Return the body of the draft, line by line; findings stand at `n<number>`, values at `v<number>`."""
    view = _View(review)
    lines = list(zip(review.comparison.draft.lines, review.comparison.draft.text.starts, strict=True))
    return "\n".join(
        _table(view, list(group))
        if row is not None
        else "\n".join(view.paragraph(line, start) for line, start in group)
        for row, group in groupby(lines, key=lambda pair: None if pair[0].row is None else "table")
    )


def _table(view: "_View", cells: list[tuple[Line, int]]) -> str:
    rows = "".join(
        "<tr>" + "".join(f"<td>{view.inline(line, start)}</td>" for line, start in row) + "</tr>"
        for _, row in groupby(cells, key=lambda pair: pair[0].row)
    )
    return f'<div class="scroll" tabindex="0" role="region" aria-label="Table"><table>{rows}</table></div>'


class _Stretches:
    """Numbered stretches of a text, to be found by a place in them."""

    def __init__(self, stretches: Iterable[tuple[int, int, int]]) -> None:
        self.stretches = sorted(stretches)

    @property
    def edges(self) -> Iterator[int]:
        """Go through where they begin and end."""
        return (edge for start, end, _ in self.stretches for edge in (start, end))

    def at(self, place: int) -> int | None:
        """Return the number of the last stretch that begins before a place, if the place is in it."""
        found = bisect_right(self.stretches, place, key=lambda stretch: stretch[0]) - 1
        if found < 0:
            return None
        _, end, number = self.stretches[found]
        return number if place < end else None


class _View:
    """Knows what stands where in the text of one draft."""

    def __init__(self, review: Review) -> None:
        self.values = {
            number: one
            for number, one in enumerate(review.comparison.verdicts)
            if one.draft is not None and one.end > one.start
        }
        valued = _Stretches((one.start, one.end, number) for number, one in self.values.items())
        by_hand = _Stretches(
            (change.start, change.end, number)
            for number, change in enumerate(review.changes)
            if change.kind is not ChangeKind.TAKEN_OUT
        )
        self.valued, self.by_hand = valued, by_hand
        self.anchors: defaultdict[int, list[int]] = defaultdict(list)
        for number, note in enumerate(review.notes):
            if note.start is not None:
                self.anchors[note.start].append(number)
        self.cuts = sorted({*valued.edges, *by_hand.edges, *self.anchors})
        self.linked: set[int] = set()
        self.comments = {comment.id: comment for comment in review.manuscript.comments}
        self.told: set[str] = set()

    def paragraph(self, line: Line, start: int) -> str:
        """Return one paragraph or heading; a heading of the letter stands two levels below the page's own."""
        text = self.inline(line, start)
        if not text:
            return ""
        name = f"h{min(line.level + 2, 6)}" if line.level else "p"
        return f"<{name}>{text}</{name}>"

    def inline(self, line: Line, start: int) -> str:
        """Return the pieces of a line."""
        return "".join(self._pieces(line, start))

    def _pieces(self, line: Line, start: int) -> Iterator[str]:
        at = start
        for piece in line.pieces:
            if piece.stands:
                yield from self._standing(piece, at)
                at += len(piece.text)
            elif piece.deleted:
                yield _tracked("del", piece.deleted, escape(piece.text))
            else:
                yield f'<s title="{"hidden" if piece.hidden else "struck through"}">{escape(piece.text)}</s>'
            yield from self._comments(piece)
        yield from self._anchors_at(at)

    def _standing(self, piece: Piece, at: int) -> Iterator[str]:
        end = at + len(piece.text)
        inside = self.cuts[bisect_right(self.cuts, at) : bisect_left(self.cuts, end)]
        for low, high in pairwise((at, *inside, end)):
            yield from self._anchors_at(low)
            text = escape(piece.text[low - at : high - at]).replace("\n", "<br>")
            if self.by_hand.at(low) is not None:
                text = f'<span class="by-hand">{text}</span>'
            number = self.valued.at(low)
            if number is not None:
                text = self._value(number, self.values[number], text)
            yield _tracked("ins", piece.inserted, text) if piece.inserted else text

    def _value(self, number: int, one: Compared, text: str) -> str:
        name = f' id="v{number}"' if number not in self.linked else ""
        self.linked.add(number)
        return f'<a{name} class="value {CLASSES[one.verdict]}" href="#e{number}">{text}</a>'

    def _anchors_at(self, place: int) -> Iterator[str]:
        for number in self.anchors.pop(place, ()):
            yield f'<span id="n{number}" class="spot" tabindex="-1"></span>'

    def _comments(self, piece: Piece) -> Iterator[str]:
        for comment in piece.comments:
            known = self.comments.get(comment)
            if known and not known.parent and comment not in self.told:
                self.told.add(comment)
                yield f'<a class="comment" href="#c{escape(comment)}">comment</a>'


def _tracked(element: str, change: Revision, text: str) -> str:
    did = "inserted" if element == "ins" else "deleted"
    return f'<{element} title="{did} {escape(by_whom(change))}">{text}</{element}>'
