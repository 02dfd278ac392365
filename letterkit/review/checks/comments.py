"""Is there a comment that nobody has settled?"""

from collections import defaultdict
from collections.abc import Iterator

from letterkit.findings import Note, Severity
from letterkit.letter import Comment, printed_references
from letterkit.review.phrasing import quoted
from letterkit.review.reviewed_draft import ReviewedDraft


def check(reviewed: ReviewedDraft) -> Iterator[Note]:
    """Find each open comment; one on a sourced value or in an answer is a warning, any other a note."""
    replies: defaultdict[str, list[Comment]] = defaultdict(list)
    for comment in reviewed.manuscript.comments:
        if comment.parent:
            replies[comment.parent].append(comment)
    for comment in reviewed.manuscript.open_comments:
        yield _open(reviewed, comment, replies[comment.id])


def _where(comment: Comment) -> str:
    if comment.anchor.strip():
        return f" on {quoted(comment.anchor)}"
    return " on words that have been deleted since" if comment.place else " without a place in the text"


def _open(reviewed: ReviewedDraft, comment: Comment, replies: list[Comment]) -> Note:
    comparison = reviewed.comparison
    start, end = comparison.draft.commented.get(comment.id, (None, None))
    on = items = None
    if start is not None and end is not None:
        on = next((one for one in comparison.verdicts if one.draft and one.start < end and start < one.end), None)
        items = comparison.answer_at(start)
    said = "".join(f" {reply.author} replied: {quoted(reply.text)}." for reply in replies)
    answered = f" It stands in the answer to {printed_references(items)}." if items else ""
    about = f" It stands on {on.reference}." if on else answered
    message = f"{comment.author or 'Somebody'} left this comment open{_where(comment)}.{said}{about}"
    finding = reviewed.finding(
        "comment",
        Severity.WARNING if on or items else Severity.NOTE,
        quoted(comment.text),
        f"{message} Settle it, and mark it resolved in Word.",
        comment.place,
        on.reference if on else None,
    )
    return Note(finding, start, end)
