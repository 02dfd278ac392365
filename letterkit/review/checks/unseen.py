"""Is there text in the file that nobody sees on the page?"""

from collections.abc import Iterator

from letterkit.findings import Note, Severity
from letterkit.review.phrasing import quoted
from letterkit.review.reviewed_draft import ReviewedDraft


def check(reviewed: ReviewedDraft) -> Iterator[Note]:
    """Find each line with hidden text."""
    for line in reviewed.manuscript.lines:
        hidden = "".join(piece.text for piece in line.pieces if piece.hidden and not piece.deleted)
        if hidden.strip():
            message = "It is hidden: in the file, but not on the page. Delete it, or make it visible again."
            yield Note(reviewed.finding("hidden", Severity.WARNING, quoted(hidden), message, line.place))
