"""Passages quoted word for word."""

from letterkit.evidence.models.fact import Collection, Fact
from letterkit.evidence.models.fields import Text


class Quotation(Fact):
    """A verbatim passage, without its outer quotation marks; [...] marks what was left out."""

    text: Text
    said_by: Text
    about: Text | None = None


class Quotations(Collection[Quotation]):
    """`evidence/quotations.yaml`: every quotation by id."""
