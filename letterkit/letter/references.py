"""What stands where in evidence, and which item of which report: parsed here and printed here, nowhere else."""

import json
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple, Self

if TYPE_CHECKING:
    from pydantic_core import CoreSchema

PLAIN_STEPS = re.compile(r'[^.\[\]"]+(?:\.[^.\[\]"]+)*')
STEP = re.compile(r'\.?(?P<plain>[^.\[\]"]+)|\[(?P<quoted>"(?:[^"\\]|\\.)*")\]')

MOST_PRINTED = 16_384
"""How many references are remembered as printed: each value of a letter is printed in its record and in its title."""


class Reference(tuple[str, ...]):
    """A place in evidence: the kind, then each step below it, such as `statistics.stop_search.count`.

    It is printed as a template would write it: `reports.peel-2023.items["7.1"].text` where a step is no plain word.
    Entries of a list are named by their id, or by their number from 0.
    """

    __slots__ = ()

    @classmethod
    def of(cls, *steps: str | int) -> Self:
        """Return the reference of these steps."""
        return cls(map(str, steps))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a reference as it is printed; raises ValueError if it is none."""
        if PLAIN_STEPS.fullmatch(text):
            return cls(text.split("."))
        steps, at = [], 0
        while at < len(text):
            step = STEP.match(text, at)
            if step is None or (step[0].startswith(".") and at == 0) or (step["plain"] and at and step[0][0] != "."):
                raise ValueError(f"'{text}' is no reference")
            steps.append(step["plain"] or json.loads(step["quoted"]))
            at = step.end()
        if not steps:
            raise ValueError("a reference has at least one step")
        return cls(steps)

    @property
    def kind(self) -> str:
        """The kind of evidence: the first step."""
        return self[0]

    @property
    def name(self) -> str:
        """What it is called where it stands: the last step."""
        return self[-1]

    @property
    def parent(self) -> Self:
        """What it is part of; the whole evidence, which has no steps, is part of nothing."""
        return type(self)(self[:-1])

    def child(self, *steps: str | int) -> Self:
        """Return what stands below it."""
        return type(self)((*self, *map(str, steps)))

    def is_within(self, other: "Reference") -> bool:
        """Tell whether it is the other, or a part of it."""
        return self[: len(other)] == other

    def __str__(self) -> str:
        return _printed(self)

    def __repr__(self) -> str:
        return f"Reference.parse({str(self)!r})"

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: Any) -> "CoreSchema":
        return _kept_as_text(cls.parse, cls)


@lru_cache(MOST_PRINTED)
def _printed(steps: tuple[str, ...]) -> str:
    plain = ".".join(steps)
    if PLAIN_STEPS.fullmatch(plain) and plain.count(".") == len(steps) - 1:
        return plain
    return "".join(map(_told, steps)).removeprefix(".")


def _told(step: str) -> str:
    plain = PLAIN_STEPS.fullmatch(step) and "." not in step
    return f".{step}" if plain else f"[{json.dumps(step, ensure_ascii=False)}]"


def printed_references(references: Iterable["Reference | ItemRef"]) -> str:
    """Return the references of a value, or the items of an answer, in one line, as people and Word files show them."""
    return ", ".join(map(str, references))


class ItemRef(NamedTuple):
    """An item of a report; `report` is None for the report that the letter is named after.

    It is printed as templates name it: `7.1`, or `another-report:7.1`.
    """

    report: str | None
    id: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an item as it is printed."""
        report, colon, item = text.partition(":")
        return cls(report or None, item) if colon else cls(None, text)

    def __str__(self) -> str:
        return f"{self.report or ''}:{self.id}" if self.report or ":" in self.id else self.id

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: Any) -> "CoreSchema":
        return _kept_as_text(cls.parse, cls)


def _kept_as_text(parse: Any, kind: type) -> "CoreSchema":
    """Return how Pydantic reads and writes a type that files hold as text."""
    from pydantic_core import core_schema  # noqa: PLC0415 - only where a record is read or written

    read = core_schema.no_info_after_validator_function(parse, core_schema.str_schema())
    return core_schema.union_schema(
        [core_schema.is_instance_schema(kind), read],
        serialization=core_schema.to_string_ser_schema(when_used="always"),
    )
