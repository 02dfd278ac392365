"""Does the file mark words as unfinished, or hold a date that Word writes anew each time?"""

from collections.abc import Iterator

from letterkit.findings import Note, Severity
from letterkit.letter import Piece
from letterkit.review.phrasing import quoted
from letterkit.review.reviewed_draft import ReviewedDraft

HIGHLIGHTED = "It is highlighted, as what is still to be settled is. Settle it, and take the highlight off."
CHANGING = (
    "It is a field that Word changes to the date or time at which the file is opened, each time. "
    "Type the date instead, or press Ctrl+Shift+F9 on it."
)


def check(reviewed: ReviewedDraft) -> Iterator[Note]:
    """Find the highlighted words of each line, and its fields that change by themselves."""
    for line in reviewed.manuscript.lines:
        for check, message, told in (
            ("highlight", HIGHLIGHTED, _is_highlighted),
            ("date-field", CHANGING, _is_changing),
        ):
            text = "".join(piece.text for piece in line.pieces if piece.stands and told(piece))
            if text.strip():
                yield Note(reviewed.finding(check, Severity.WARNING, quoted(text), message, line.place))


def _is_highlighted(piece: Piece) -> bool:
    return piece.highlighted


def _is_changing(piece: Piece) -> bool:
    return piece.changing
