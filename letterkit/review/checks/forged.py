"""Is the record in the file the one that letterkit wrote?"""

from collections.abc import Iterator

from letterkit.findings import Note, Severity
from letterkit.letter import INSTEAD
from letterkit.review.reviewed_draft import ReviewedDraft


def check(reviewed: ReviewedDraft) -> Iterator[Note]:
    """Find a record that says something else than the office's own of the same making."""
    if reviewed.recorded == INSTEAD:
        message = (
            "The record in the file is not the one that letterkit keeps of the same evidence and template, which was "
            "used instead. Unless letterkit itself was renewed since, somebody changed it by other means than Word: "
            "ask who."
        )
        yield Note(reviewed.finding("record", Severity.WARNING, "draft record", message, ""))
