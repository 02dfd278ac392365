"""Whom the office writes to."""

from typing import Literal

from letterkit.evidence.models.fact import Collection, Fact, Tenure
from letterkit.evidence.models.fields import Text


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


class Addressees(Collection[Addressee]):
    """`evidence/addressees.yaml`: every addressee by id."""
