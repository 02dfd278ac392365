"""Projects, commissioned services, funding, training, networks and strategies."""

from typing import Literal

from pydantic import Field

from letterkit.evidence.models.fact import Collection, Fact, Frequency, Period, Quantity
from letterkit.evidence.models.fields import Identifier, Text, When


class Programme(Fact):
    """Something that the office or the force runs, funds, belongs to or has decided on."""

    name: Text
    kind: Literal[
        "project", "service", "funding", "training", "network", "membership", "strategy", "plan", "consultation",
        "recruitment", "process", "unit", "legislation",
    ]  # fmt: skip
    what: Text
    run_by: Text | None = None
    led_by: Text | None = None
    funded_by: Text | None = None
    approved_by: Text | None = None
    platform: Text | None = None
    on: When | None = None
    period: Period | None = None
    frequency: Frequency | None = None
    number: Quantity | None = None
    ages: tuple[Text, ...] = ()
    partners: tuple[Text, ...] = ()
    points: dict[Identifier, Text] = Field(default_factory=dict)


class Programmes(Collection[Programme]):
    """`evidence/programmes.yaml`: every programme by id."""
