"""Canonically equal text in one spelling, Unicode's composed form (UAX 15): an ë typed on a Mac is an ë."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, Final, TypeVar, cast
from unicodedata import is_normalized, normalize

from letterkit.letter.blocks import Span
from letterkit.letter.draft import DraftLetter, DraftRecord
from letterkit.letter.tracked_text import Piece

Held = TypeVar("Held")
COMPOSED: Final = "NFC"
ACCENTS = "".join(map(chr, range(0x300, 0x370)))


def in_one_spelling(draft: DraftLetter) -> DraftLetter:
    """Return a draft with its record, all text of both composed."""
    record = draft.record
    kept = record.to_json() if record else ""
    if not is_normalized(COMPOSED, kept):
        record = DraftRecord.model_validate_json(normalize(COMPOSED, kept))
    return replace(draft, letter=_composed(draft.letter), manuscript=_composed(draft.manuscript), record=record)


def _composed(held: Held) -> Held:
    """Return a value with every text in it composed; itself where there is none to compose."""
    made: Any = held
    if isinstance(held, str) and not isinstance(held, Enum):
        made = normalize(COMPOSED, held)
    elif isinstance(held, tuple) and type(held) is tuple:
        parts = tuple(map(_composed, _marks_moved(held)))
        made = held if all(old is new for old, new in zip(held, parts, strict=True)) else parts
    elif is_dataclass(held) and not isinstance(held, type):
        values = {each.name: getattr(held, each.name) for each in fields(held)}
        changed = {name: new for name, old in values.items() if (new := _composed(old)) is not old}
        made = replace(held, **changed) if changed else held
    return cast("Held", made)


def _marks_moved(parts: Sequence[Any]) -> Iterator[Any]:
    """Go through parts of a text, an accent that begins one put to the letter before it, if they are else alike."""
    held: Any = None
    for part in parts:
        text = part.text if isinstance(part, Piece | Span) else ""
        rest = text.lstrip(ACCENTS)
        if held is not None and rest != text and replace(held, text="") == replace(part, text=""):
            held = replace(held, text=held.text + text.removesuffix(rest))
            if not rest:
                continue
            part = replace(part, text=rest)  # noqa: PLW2901 - what is left of it
        if held is not None:
            yield held
        held = part
    if held is not None:
        yield held
