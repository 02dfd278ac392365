"""Whom the office writes to."""

from typing import Literal

from pydantic import RootModel

from letterkit.models.fact import Fact, Tenure
from letterkit.models.fields import Identifier, Text


class Addressee(Fact, Tenure):
    """An inspector, minister or other recipient, as named and addressed while in post.

    `statutory_recipient` marks those whom section 55(6) of the Police Act 1996 wants to have a copy.
    """

    name: Text | None = None
    posts: tuple[Text, ...]
    address: tuple[Text, ...] = ()
    email: Text | None = None
    salutation: Text | None = None
    statutory_recipient: Literal["inspectors of constabulary", "Secretary of State"] | None = None


class Addressees(RootModel[dict[Identifier, Addressee]]):
    """`evidence/addressees.yaml`: every addressee by id."""
