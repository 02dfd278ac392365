"""PEEL grades (police effectiveness, efficiency and legitimacy) by cycle and area."""

from typing import Self

from pydantic import model_validator

from letterkit.evidence.models.fact import Collection, Evidence, Fact, refusal
from letterkit.evidence.models.fields import BodyId, Identifier, Text
from letterkit.language import did_you_mean


class GradedArea(Evidence):
    """An area or question that the inspectorate judged; no grade means a narrative judgment only."""

    name: Text
    question: Text | None = None
    grade: Text | None = None
    note: Text | None = None


class PeelCycle(Fact):
    """One PEEL cycle for this force. Its scale is its own: cycles are not compared."""

    name: Text
    inspected_by: BodyId
    scale: tuple[Text, ...]
    overall: Text | None = None
    areas: dict[Identifier, GradedArea]

    @model_validator(mode="after")
    def _grades_are_on_the_scale(self) -> Self:
        grades: dict[tuple[str, ...], str | None] = {("overall",): self.overall}
        grades |= {("areas", key, "grade"): area.grade for key, area in self.areas.items()}
        for where, grade in grades.items():
            if grade is not None and grade not in self.scale:
                raise refusal(
                    f"'{grade}' is not on the scale of the {self.name} cycle. {did_you_mean(grade, self.scale)}",
                    at=where,
                )
        return self


class Peel(Collection[PeelCycle]):
    """`evidence/peel.yaml`: every cycle by id."""
