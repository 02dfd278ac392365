"""What is noted down while one letter is rendered: its values, its parts, and what is wrong, with template and line."""

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import FrameType
from typing import Any

from jinja2 import StrictUndefined, Template
from jinja2.exceptions import TemplateRuntimeError
from jinja2.runtime import Context

from letterkit.errors import Place, Problem
from letterkit.evidence import Sourced
from letterkit.language import did_you_mean
from letterkit.letter import ItemRef, Span
from letterkit.templates.jinja.loader import MOST_CHARACTERS
from letterkit.templates.markers import Region

NOTES = " notes"  # no template can name it
MOST_STEPS = 500_000
MOST_PROBLEMS = 100
NO_NEIGHBOUR = ("there is no previous item", "there is no next item")
CHARACTERS_A_STEP = 100


@dataclass(slots=True)
class Notes:
    """What is noted down while one letter is rendered; places name the template only, not its folder.

    `answerable` has the items that an answer may name, as it names them.

    A step is a part of a template that runs, or an entry that a filter or a comparison may go through.
    """

    answerable: Mapping[str, ItemRef]
    spans: list[Span] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    open: list[int] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    reported: set[tuple[object, ...]] = field(default_factory=set)
    steps: int = 0
    characters: int = 0

    def count(self, characters: int, steps: int = 0) -> None:
        """Count what a template has done so far; one that would not end, or would fill the memory, is stopped."""
        self.steps += steps
        self.characters += characters
        if self.steps > MOST_STEPS:
            message = (
                f"It was stopped after {MOST_STEPS:,} steps, more than any letter takes. See its loops and filters"
            )
            raise TemplateRuntimeError(message)
        if self.characters > MOST_CHARACTERS:
            message = f"It was stopped after printing {MOST_CHARACTERS:,} characters, more than any letter has"
            raise TemplateRuntimeError(message)

    def report(self, what: str, remedy: str | Callable[[], str]) -> None:
        """Note a problem at the template line that is being rendered, once however often a loop meets it."""
        template, line = _rendering()
        if (template, line, what) in self.reported:
            return
        if len(self.reported) == MOST_PROBLEMS:
            message = f"There is more to mend than the {MOST_PROBLEMS} problems above. Mend those first"
            raise TemplateRuntimeError(message)
        self.reported.add((template, line, what))
        place = Place(str(template.name), template.get_corresponding_lineno(line))
        self.problems.append(Problem(place, what, remedy if isinstance(remedy, str) else remedy()))


def steps_through(value: Any) -> int:
    """Return how many steps it takes to go through a value and its references."""
    if isinstance(value, Sourced):
        return len(value.references) + steps_through(value.value)
    if isinstance(value, str):
        return len(value) // CHARACTERS_A_STEP
    if isinstance(value, list | tuple):
        return len(value) + sum(map(steps_through, value))
    return len(value) if isinstance(value, dict) else 0


class Missing(StrictUndefined):
    """A name that is not there; printing it is noted down with the nearest name that is."""

    def says(self) -> str:
        """Return the sentence that tells what is missing, without its remedy."""
        if isinstance(self._undefined_obj, Sourced):
            return f"{self._undefined_obj.reference} has no {self._shown_name}."
        if self._undefined_hint in NO_NEIGHBOUR:
            return "The loop has no entry before its first and none after its last: ask {% if not loop.last %}."
        if self._is_first_of_none:
            return "There is no entry to take: the list is empty."
        return f"There is no {self._shown_name} here."

    @property
    def _shown_name(self) -> str:
        name: object = self._undefined_name
        return f"'{name}'" if isinstance(name, str | int) else "such entry"

    @property
    def _is_first_of_none(self) -> bool:
        return self._undefined_name is None

    def remedy(self, names_here: Iterable[str]) -> str:
        """Return what to do about it."""
        owner, name = self._undefined_obj, self._undefined_name
        if self._is_first_of_none:
            return "Print it only {% if %} there is one."
        if not isinstance(name, str | int):
            return "Name an entry by a word or a number."
        if isinstance(owner, Sourced) and isinstance(owner.value, tuple):
            return f"It has {len(owner)}, and the first is 0."
        known = owner.names() if isinstance(owner, Sourced) else [name for name in names_here if name != NOTES]
        return did_you_mean(str(name), known)

    @property
    def _undefined_message(self) -> str:
        """The message of the error when a missing name is asked or looped over."""
        owner_is_known = isinstance(self._undefined_obj, Sourced)
        return f"{self.says()} {self.remedy(()) if owner_is_known else ''}".strip()


def notes_of(context: Context) -> Notes:
    """Return the notes of the letter that is being rendered."""
    notes = context.parent.get(NOTES)
    if not isinstance(notes, Notes):
        message = "What is imported or included here cannot see the evidence. Write 'with context' behind it"
        raise TemplateRuntimeError(message)
    return notes


def _rendering() -> tuple[Template, int]:
    """Return the template that is being rendered and the line of its code, from the stack of the running code."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            return template, frame.f_lineno
        frame = frame.f_back
    raise LookupError
