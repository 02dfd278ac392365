"""How values and answers are marked in Word: content controls and bookmarks."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress

from letterkit.letter import Reference, printed_references

ALIAS_LIMIT = 64
CONTROL_TAG = re.compile(r"lk\.(\d{1,9})")
ALIAS_TAG = re.compile(r"\[lk\.(\d{1,9})\]$")
ANSWER_BOOKMARK = re.compile(r"_lk_answer_(\d{1,9})")


def control_tag(number: int) -> str:
    """Return the tag of the content control around the sourced span of that number."""
    return f"lk.{number}"


def control_alias(references: Iterable[Reference], number: int) -> str:
    """Return the title of that control: its references and tag, within the 64 characters Word allows."""
    tag, reference = f" [{control_tag(number)}]", printed_references(references)
    room = ALIAS_LIMIT - len(tag)
    return (reference if len(reference) <= room else reference[: room - 1] + "\N{HORIZONTAL ELLIPSIS}") + tag


def references_in(alias: str) -> Iterator[Reference]:
    """Go through the references in a control's title, as far as they are readable there."""
    said, tag, _ = alias.rpartition(" [lk.")
    for reference in said.split(", ") if tag else ():
        with suppress(ValueError):
            yield Reference.parse(reference)


def answer_bookmark(number: int) -> str:
    """Return the name of the hidden bookmark around the answer of that number."""
    return f"_lk_answer_{number}"
