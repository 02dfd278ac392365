"""Standings told: in the terminal, as a page, as data for other programs."""

from collections.abc import Callable, Sequence

from letterkit.commitments import Commitment
from letterkit.reports import calendar, data, github, junit, markdown, page, review_page
from letterkit.review import Review
from letterkit.standing import Standing

Report = Callable[[Sequence[Standing]], str]

COVERAGE_REPORTS: dict[str, Report] = {
    "json": data.write,
    "junit": junit.write,
    "github": github.write,
    "markdown": markdown.write,
    "html": page.write_coverage,
}
"""What `letterkit coverage --format` may be, beside the table in the terminal."""

STATUS_REPORTS: dict[str, Report] = {"json": data.write, "html": page.write_status, "ics": calendar.write}
"""What `letterkit status --format` may be, beside the table in the terminal."""

REVIEW_REPORTS: dict[str, Callable[[Review], str]] = {
    "json": data.write_review,
    "junit": junit.write_review,
    "html": review_page.write_review,
}
"""Every form that a review can be told in to a machine, or as a page."""

COMMITMENT_REPORTS: dict[str, Callable[[Sequence[Commitment]], str]] = {"json": data.write_commitments}
"""What `letterkit commitments --format` may be, beside the table in the terminal."""
