"""Do headers and footers say what the letterhead says?"""

from collections.abc import Iterator

from rapidfuzz import process

from letterkit.findings import Note, Severity
from letterkit.review.phrasing import listed, quoted
from letterkit.review.reviewed_draft import ReviewedDraft

REMEDY = "Put it back: letters go out on the office's letterhead as it is."


def check(reviewed: ReviewedDraft) -> Iterator[Note]:
    """Find each line of a header or footer that was changed, added or taken out."""
    if reviewed.margins is None:
        return
    now = reviewed.manuscript.margins
    gone = [text for text in reviewed.margins if text not in now]
    for text in (text for text in now if text not in reviewed.margins):
        what = "It was added by hand."
        if gone:
            likest, _, place = process.extractOne(text, gone)
            del gone[place]
            what = f"It was changed by hand; the letterhead says {quoted(likest)}."
        yield Note(reviewed.finding("margin", Severity.WARNING, quoted(text), f"{what} {REMEDY}", "header or footer"))
    if gone:
        message = f"It was taken out by hand. {REMEDY}"
        subject = listed(quoted(text) for text in gone)
        yield Note(reviewed.finding("margin", Severity.WARNING, subject, message, "header or footer"))
