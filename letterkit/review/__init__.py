"""An edited draft held against its record and the evidence."""

from letterkit.review.changes import ChangeKind
from letterkit.review.comparison import Compared, Verdict
from letterkit.review.phrasing import by_whom
from letterkit.review.review import Review, review_of

__all__ = ["ChangeKind", "Compared", "Review", "Verdict", "by_whom", "review_of"]
