"""Inspection reports and the items in them that ask for an answer."""

from typing import Literal, Self

from pydantic import Field, model_validator

from letterkit.models.fact import Evidence, refusal
from letterkit.models.fields import BodyId, Day, Flag, Identifier, SourceId, Text, When

ITEM_KINDS = {
    "recommendation": "Recommendation",
    "area_for_improvement": "Area for improvement",
    "cause_of_concern": "Cause of concern",
    "observation": "Observation",
}


class Series(Evidence):
    """A series of reports and this report's number in it."""

    name: Text
    number: Text


class Item(Evidence):
    """A recommendation, area for improvement, cause of concern or observation.

    `quoted` says whether `text` is the report's own wording; an observation in own words is not.
    """

    id: Text
    kind: Literal["recommendation", "area_for_improvement", "cause_of_concern", "observation"]
    text: Text
    quoted: Flag
    directed_to: tuple[Text, ...] = ()
    directed: Literal["directly", "indirectly", "not at all"] = "directly"
    deadline: When | None = None
    note: Text | None = None


class InspectionReport(Evidence):
    """`evidence/reports/<report>.yaml`: one report by HMICFRS, or its annual State of Policing letter."""

    title: Text
    kind: Literal["PEEL", "thematic", "child protection", "joint", "State of Policing", "revisit"]
    publisher: BodyId
    published: Day
    source: SourceId
    url: Text | None = None
    series: Series | None = None
    peel_cycle: Text | None = None
    note: Text | None = None
    questions: dict[Identifier, Text] = Field(default_factory=dict)
    points: dict[Identifier, Text] = Field(default_factory=dict)
    items: tuple[Item, ...]

    @model_validator(mode="after")
    def _items_have_ids_of_their_own(self) -> Self:
        seen: set[str] = set()
        for number, item in enumerate(self.items):
            if item.id in seen:
                raise refusal(
                    f"A second item has the id '{item.id}'. Give each item the number that the report gives it.",
                    at=("items", number, "id"),
                )
            seen.add(item.id)
        return self
