"""What the force and the office provide for the wellbeing of officers and staff."""

from pydantic import Field

from letterkit.evidence.models.fact import Collection, Fact, Quantity
from letterkit.evidence.models.fields import Identifier, PanelId, Text, When


class Provision(Fact):
    """One provision: what it is, how many there are, since when, who runs it and what it does."""

    name: Text
    full_name: Text | None = None
    what: Text
    number: Quantity | None = None
    since: When | None = None
    run_by: Text
    overseen_by: PanelId | None = None
    chaired_by: Text | None = None
    does: tuple[Text, ...] = ()
    is_not: Text | None = None
    points: dict[Identifier, Text] = Field(default_factory=dict)


class Wellbeing(Collection[Provision]):
    """`evidence/wellbeing.yaml`: every provision by id."""
