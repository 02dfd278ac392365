"""The body of a draft as one text, with every piece, the deleted ones too, by its place in it."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from letterkit.language import IndexedText, TextLine, normal_form
from letterkit.letter import Line, Manuscript, Piece, Revision, Story


@dataclass(frozen=True, slots=True)
class DraftText:
    """The text with every change accepted, where each piece stands in it, and what controls and comments are around."""

    text: IndexedText
    lines: tuple[Line, ...]
    offsets: tuple[int, ...]
    pieces: tuple[Piece, ...]
    controls: Mapping[int, list[tuple[int, int]]]
    commented: Mapping[str, tuple[int, int]]
    tracked: dict[tuple[int, int], tuple[str, Revision | None]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, manuscript: Manuscript) -> "DraftText":
        """Lay out the body of a manuscript."""
        lines = tuple(manuscript.of(Story.BODY))
        units = ((line.row, 1) if line.row is not None else (number, 0) for number, line in enumerate(lines, start=1))
        text = IndexedText.of(
            TextLine(line.text, unit, ends=line.end_deleted is None) for line, unit in zip(lines, units, strict=True)
        )
        offsets: list[int] = []
        pieces: list[Piece] = []
        controls: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        commented: dict[str, tuple[int, int]] = {}
        for line, start in zip(lines, text.starts, strict=True):
            at = start
            for piece in line.pieces:
                offsets.append(at)
                pieces.append(piece)
                end = at + len(piece.text) if piece.stands else at
                for comment in piece.comments:
                    commented[comment] = (commented.get(comment, (at, end))[0], end)
                if piece.control is not None and end > at:
                    known = controls[piece.control]
                    if known and known[-1][1] == at:
                        known[-1] = (known[-1][0], end)
                    else:
                        known.append((at, end))
                at = end
        return cls(text, lines, tuple(offsets), tuple(pieces), controls, commented)

    def place_at(self, offset: int) -> str:
        """Return where in the file a place in the text is."""
        number = bisect_right(self.text.starts, offset) - 1
        return self.lines[number].place if 0 <= number < len(self.lines) else ""

    def emptied_at(self, offset: int) -> list[str]:
        """Return where the cells without text are that a place in the text has before it."""
        first, last = bisect_left(self.text.starts, offset), bisect_right(self.text.starts, offset)
        lines = self.lines[first:last]
        return [line.place for line in lines if line.row is not None and not line.text.strip()]

    def touching(self, start: int, end: int) -> Iterator[tuple[int, Piece]]:
        """Go through the pieces in a stretch of the text and, of those that do not stand, the ones at its edges."""
        for number in range(max(0, bisect_left(self.offsets, start) - 1), len(self.pieces)):
            offset, piece = self.offsets[number], self.pieces[number]
            if offset > end:
                return
            reaches = offset + (len(piece.text) if piece.stands else 0)
            if (piece.stands and offset < end and reaches > start) or (not piece.stands and start <= offset <= end):
                yield offset, piece

    def change_at(self, start: int, end: int, original: str) -> Revision | None:
        """Return who tracked the change that put a stretch there, if rejecting it gives the original back."""
        if (start, end) not in self.tracked:
            self.tracked[start, end] = self._tracked(start, end)
        before, change = self.tracked[start, end]
        if change is None or _in_words(original) not in _in_words(before):
            return None
        return change

    def _tracked(self, start: int, end: int) -> tuple[str, Revision | None]:
        """Return what a stretch was before its tracked changes, and the last of them."""
        before: list[str] = []
        change: Revision | None = None
        for offset, piece in self.touching(start, end):
            text = piece.text[max(0, start - offset) : end - offset] if piece.stands else piece.text
            before.extend([text] if piece.stood else [])
            change = piece.inserted or change or piece.deleted
        return "".join(before), change


@lru_cache(maxsize=64)
def _in_words(text: str) -> str:
    """Return the words of a text in normal form between blanks; the same stretch is asked for often."""
    words = " ".join(normal_form(text))
    return f" {words} " if words else ""
