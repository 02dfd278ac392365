"""Questions to a draft that came back, one a file."""

from collections.abc import Callable, Iterable

from letterkit.findings import Note
from letterkit.notes import Reviewed
from letterkit.review_checks import comments, elsewhere, forged, margins, outdated, unseen, values, words

ReviewCheck = Callable[[Reviewed], Iterable[Note]]

REVIEW_CHECKS: tuple[ReviewCheck, ...] = (
    forged.check,
    values.check,
    words.check,
    outdated.check,
    elsewhere.check,
    unseen.check,
    margins.check,
    comments.check,
)
"""Every check that a review makes."""
