"""What is noted down while one letter is rendered: its values, its parts, and what is wrong, with template and line."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from types import FrameType

from jinja2 import StrictUndefined
from jinja2.exceptions import TemplateRuntimeError
from jinja2.runtime import Context

from letterkit.errors import Problem
from letterkit.letter import Span
from letterkit.location import Place
from letterkit.marks import Region
from letterkit.nearest import did_you_mean
from letterkit.sourced import Sourced
from letterkit.template_folder import MOST_CHARACTERS

NOTES = " notes"  # no template can name it
MOST_TURNS = 250_000


@dataclass(slots=True)
class Notes:
    """What is noted down while one letter is rendered; places name the template only, not its folder."""

    answerable: tuple[str, ...]
    spans: list[Span] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    open: list[int] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    turns: int = 0
    characters: int = 0

    def count(self, characters: int, *, turns: int = 0) -> None:
        """Count what a template has done so far; one that would not end, or would fill the memory, is stopped."""
        self.turns += turns
        self.characters += characters
        if self.turns > MOST_TURNS:
            message = f"It was stopped after {MOST_TURNS:,} turns of its loops, macros and blocks"
            raise TemplateRuntimeError(message)
        if self.characters > MOST_CHARACTERS:
            message = f"It was stopped after printing {MOST_CHARACTERS:,} characters, more than any letter has"
            raise TemplateRuntimeError(message)

    def report(self, what: str, remedy: str) -> None:
        """Note a problem at the template line that is being rendered."""
        self.problems.append(Problem(_where_rendering(), what, remedy))


class Missing(StrictUndefined):
    """A name that is not there; printing it is noted down with the nearest name that is."""

    def says(self) -> str:
        """Return the sentence that tells what is missing, without its remedy."""
        if isinstance(self._undefined_obj, Sourced):
            return f"{self._undefined_obj.reference} has no {self._shown_name}."
        if self._is_first_of_none:
            return "There is no entry to take: the list is empty."
        return f"There is no {self._shown_name} here."

    @property
    def _shown_name(self) -> str:
        name: object = self._undefined_name
        return f"'{name}'" if isinstance(name, str | int) else "such entry"

    @property
    def _is_first_of_none(self) -> bool:
        return not isinstance(self._undefined_name, str | int)

    def remedy(self, names_here: Iterable[str]) -> str:
        """Return what to do about it."""
        owner = self._undefined_obj
        if isinstance(owner, Sourced) and isinstance(owner.value, tuple):
            return f"It has {len(owner)}, and the first is 0."
        if self._is_first_of_none:
            return "Print it only {% if %} there is one."
        known = owner.names() if isinstance(owner, Sourced) else [name for name in names_here if name != NOTES]
        return did_you_mean(str(self._undefined_name), known)

    @property
    def _undefined_message(self) -> str:
        """The message of the error when a missing name is asked or looped over."""
        owner_is_known = isinstance(self._undefined_obj, Sourced)
        return f"{self.says()} {self.remedy(()) if owner_is_known else ''}".strip()


def notes_of(context: Context) -> Notes:
    """Return the notes of the letter that is being rendered."""
    notes = context.resolve(NOTES)
    if not isinstance(notes, Notes):
        message = "This macro cannot see the evidence. Import it 'with context'"
        raise TemplateRuntimeError(message)
    return notes


def _where_rendering() -> Place:
    """Return the template and line that are being rendered, from the stack of the running code."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            return Place(str(template.name), template.get_corresponding_lineno(frame.f_lineno))
        frame = frame.f_back
    return Place("?")
