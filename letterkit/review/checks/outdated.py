"""Would the letter be worded otherwise if it were drafted today?"""

from collections.abc import Iterator

from letterkit.findings import Note, Severity
from letterkit.language import same_words
from letterkit.review.changes import changes
from letterkit.review.comparison import Verdict
from letterkit.review.phrasing import listed, quoted, turned
from letterkit.review.reviewed_draft import ReviewedDraft

NO_MORE = (Verdict.MISSING, Verdict.EDITED)


def check(reviewed: ReviewedDraft) -> Iterator[Note]:
    """Find what evidence or template would now change beside the values: a word that hangs on one, a new sentence."""
    if reviewed.anew is None or same_words(reviewed.anew.base.text, reviewed.anew.draft.text.text):
        return
    differing = [turned(change.before, change.after) for change in changes(reviewed.anew)]
    differing += [
        f"{quoted(one.record)} would not be printed"
        for one in reviewed.anew.verdicts
        if one.evidence is None and one.verdict in NO_MORE
    ]
    if differing:
        message = f"Drafted today, it would be worded otherwise: {listed(differing)}. Draft anew, or change it to fit."
        yield Note(reviewed.finding("outdated", Severity.WARNING, "The letter", message, ""))
