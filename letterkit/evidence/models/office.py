"""The local policing body that answers: names, letterheads, office-holders, bodies it speaks of."""

from pydantic import Field

from letterkit.evidence.models.fact import Evidence, Fact, Tenure, Within
from letterkit.evidence.models.fields import Day, Identifier, Text


class Name(Evidence):
    """A body's full name and the form used after the first mention."""

    name: Text
    short: Text


class Letterhead(Tenure):
    """A Word letterhead under `templates/letterheads/` and when letters go out on it."""

    file: Text
    tagline: Text


class SignatureImage(Evidence):
    """A picture of a signature under `templates/signatures/`, and what a screen reader says of it."""

    file: Text
    description: Text


class OfficeHolder(Fact, Tenure):
    """Somebody who holds, or held, a post that letters speak of or are signed by."""

    name: Text
    post: Text
    short_post: Text
    signature: SignatureImage | None = None


class Body(Fact, Tenure):
    """A public body, company or law that letters name, with the form used after the first mention."""

    name: Text
    short: Text | None = None


class HouseStyle(Evidence):
    """How the office writes: the terms it avoids, each with what to write instead, and when a figure is too old."""

    terms_to_avoid: dict[Text, Text] = Field(default_factory=dict)
    figures_no_older_than: Within | None = None


class BankHoliday(Evidence):
    """A bank holiday in England and Wales that a proclamation adds, or moves from the day it is `instead_of`."""

    day: Day
    what: Text
    instead_of: Day | None = None


class Office(Evidence):
    """`evidence/office.yaml`: the policing body as a whole."""

    name: Text
    short: Text
    area: Name
    force: Name
    posts: dict[Identifier, Text]
    letterheads: dict[Identifier, Letterhead]
    office_holders: dict[Identifier, OfficeHolder]
    bodies: dict[Identifier, Body]
    house_style: HouseStyle = HouseStyle()
    bank_holidays: tuple[BankHoliday, ...] = ()
