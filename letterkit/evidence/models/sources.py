"""The papers that facts come from."""

from typing import Literal

from letterkit.evidence.models.fact import Collection, Evidence
from letterkit.evidence.models.fields import Text, When


class Source(Evidence):
    """A paper, page or return that somebody can go and look at."""

    title: Text
    kind: Literal[
        "letter", "inspection report", "committee paper", "strategy", "plan", "annual report", "statistics", "web page"
    ]
    author: Text
    date: When | None = None
    url: Text | None = None
    note: Text | None = None


class Sources(Collection[Source]):
    """`evidence/sources.yaml`: every source by its id."""
