"""Passages quoted word for word."""

from pydantic import RootModel

from letterkit.models.fact import Fact
from letterkit.models.fields import Identifier, Text


class Quotation(Fact):
    """A verbatim passage, without its outer quotation marks; [...] marks what was left out."""

    text: Text
    said_by: Text
    about: Text | None = None


class Quotations(RootModel[dict[Identifier, Quotation]]):
    """`evidence/quotations.yaml`: every quotation by id."""
