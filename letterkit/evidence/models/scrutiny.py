"""Panels, boards and meetings by which the force is held to account."""

from typing import Literal

from pydantic import Field

from letterkit.evidence.models.fact import Collection, Evidence, Fact, Frequency, Tenure
from letterkit.evidence.models.fields import Identifier, PanelId, Text, When


class PanelActivity(Evidence):
    """Something that a panel did: what, when and what came of it."""

    what: Text
    when: When | None = None
    outcome: Text | None = None


class Panel(Fact, Tenure):
    """A scrutiny panel, board, committee or standing meeting."""

    name: Text
    aliases: tuple[Text, ...] = ()
    run_by: Literal["office", "force", "local authorities"] | None = None
    remit: Text
    membership: Text | None = None
    chaired_by: Text | None = None
    frequency: Frequency | None = None
    activities: dict[Identifier, PanelActivity] = Field(default_factory=dict)
    points: dict[Identifier, Text] = Field(default_factory=dict)
    superseded_by: PanelId | None = None


class Scrutiny(Collection[Panel]):
    """`evidence/scrutiny.yaml`: every panel by id."""
