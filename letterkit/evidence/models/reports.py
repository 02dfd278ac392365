"""Inspection reports and the items in them that ask for an answer."""

from collections.abc import Iterator
from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator

from letterkit.evidence.models.fact import Evidence, Within, derived_from, refusal
from letterkit.evidence.models.fields import BodyId, Day, Flag, Identifier, PeelCycleId, SourceId, Text, When

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


class Limb(Evidence):
    """A part of an item that wants an answer of its own."""

    id: Text
    text: Text


class Item(Evidence):
    """A recommendation, area for improvement, cause of concern or observation.

    `quoted` says whether `text` is the report's own wording; an observation in own words is not. `limbs` are
    answered under their own ids. `deadline` is as printed; `deadline_within` counts from publication.
    """

    id: Text
    kind: Literal["recommendation", "area_for_improvement", "cause_of_concern", "observation"]
    text: Text
    quoted: Flag
    directed_to: tuple[Text, ...] = ()
    directed: Literal["directly", "indirectly", "not at all"] = "directly"
    deadline: When | None = None
    deadline_within: Within | None = None
    limbs: tuple[Limb, ...] = ()
    note: Text | None = None

    @derived_from("kind", "id")
    def label(self) -> str:
        """Return the item as people speak of it: Recommendation 7.1."""
        return f"{ITEM_KINDS[self.kind]} {self.id}"

    def due(self, published: date) -> date | None:
        """Return the last day of the item's deadline, if it has one; a month ends with its last day."""
        if self.deadline_within:
            return self.deadline_within.day(published)
        return self.deadline.last_day() if self.deadline else None

    @model_validator(mode="after")
    def _has_one_deadline(self) -> Self:
        if self.deadline and self.deadline_within:
            raise refusal("The item has two deadlines. Keep the one that the report prints.", at=("deadline_within",))
        return self


class InspectionReport(Evidence):
    """`evidence/reports/<report>.yaml`: one report by HMICFRS, or its annual State of Policing letter."""

    title: Text
    kind: Literal["PEEL", "thematic", "child protection", "joint", "State of Policing", "revisit"]
    publisher: BodyId
    published: Day
    source: SourceId
    url: Text | None = None
    series: Series | None = None
    peel_cycle: PeelCycleId | None = None
    note: Text | None = None
    questions: dict[Identifier, Text] = Field(default_factory=dict)
    points: dict[Identifier, Text] = Field(default_factory=dict)
    items: tuple[Item, ...]

    @model_validator(mode="after")
    def _items_have_ids_of_their_own(self) -> Self:
        seen: set[str] = set()
        for path, item_id in self._ids():
            if item_id in seen:
                raise refusal(
                    f"A second item has the id '{item_id}'. Give each item the number that the report gives it.",
                    at=path,
                )
            seen.add(item_id)
        return self

    def _ids(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        for number, item in enumerate(self.items):
            yield ("items", number, "id"), item.id
            for place, limb in enumerate(item.limbs):
                yield ("items", number, "limbs", place, "id"), limb.id

    def answerable_ids(self) -> list[str]:
        """Return the ids of all items and limbs, in the order of the report."""
        return [item_id for _, item_id in self._ids()]

    def answerable(self) -> Iterator[Item]:
        """Go through what wants an answer: items, and limbs in the place of their items."""
        for item in self.items:
            if not item.limbs:
                yield item
            for limb in item.limbs:
                yield item.model_copy(update={"id": limb.id, "text": limb.text, "limbs": ()})
