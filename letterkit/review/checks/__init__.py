"""Questions to a draft that came back, one a file."""

from collections.abc import Callable, Iterable

from letterkit.findings import Note
from letterkit.review.checks import (
    comments,
    elsewhere,
    forged,
    margins,
    moved,
    outdated,
    unfinished,
    unseen,
    values,
    words,
)
from letterkit.review.reviewed_draft import ReviewedDraft

ReviewCheck = Callable[[ReviewedDraft], Iterable[Note]]

REVIEW_CHECKS: tuple[ReviewCheck, ...] = (
    forged.check,
    values.check,
    words.check,
    moved.check,
    outdated.check,
    elsewhere.check,
    unseen.check,
    unfinished.check,
    margins.check,
    comments.check,
)
"""Every check that a review makes."""
