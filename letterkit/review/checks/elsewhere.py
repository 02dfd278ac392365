"""Does another letter of the workspace print another value of the same fact?"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from letterkit.findings import Note, Severity
from letterkit.language import is_figure, normal_form
from letterkit.review.phrasing import quoted
from letterkit.review.reviewed_draft import ReviewedDraft

if TYPE_CHECKING:
    from letterkit.letter import Reference


def check(reviewed: ReviewedDraft) -> Iterator[Note]:
    """Find each figure and date that another draft was generated with otherwise, once a letter."""
    told: set[tuple[str, tuple[Reference, ...]]] = set()
    for one in reviewed.comparison.verdicts:
        said = normal_form(one.draft or "")
        if not any(map(is_figure, said)):
            continue
        for other, text in reviewed.elsewhere.get(one.references, ()):
            if (
                len(normal_form(text)) == len(said)
                and normal_form(text) != said
                and (other, one.references) not in told
            ):
                told.add((other, one.references))
                message = f"The letter on {other} was generated with {quoted(text)}. Make sure that both are right."
                finding = reviewed.finding(
                    "elsewhere", Severity.NOTE, quoted(one.draft), message, one.place, one.reference
                )
                yield Note(finding, one.start, one.end)
