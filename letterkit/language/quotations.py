"""Quotation marks paired by their direction: what is quoted, what is quoted inside it, and marks without a partner."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

OPENING = {"\N{LEFT DOUBLE QUOTATION MARK}": '"', "\N{LEFT SINGLE QUOTATION MARK}": "'"}
CLOSING = {"\N{RIGHT DOUBLE QUOTATION MARK}": '"', "\N{RIGHT SINGLE QUOTATION MARK}": "'"}
STRAIGHT = ('"', "'")
MARKS = re.compile(f"[{''.join((*OPENING, *CLOSING, *STRAIGHT))}]|\n(?=\n)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between two quotation marks: the marks are at `start` and at `end - 1`, `depth` counts from 0."""

    start: int
    end: int
    depth: int


def find_quotations(text: str) -> tuple[list[Quotation], list[int]]:
    """Return the quotations of a text, in order, and the places of marks without a partner.

    An apostrophe is no mark. A quotation may run over lines, but not over a blank line.
    """
    found: list[Quotation] = []
    alone: list[int] = []
    opened: list[tuple[str, int]] = []
    for place, kind, opens in _marks(text):
        if kind == "\n":
            alone += [start for _, start in opened]
            opened = []
        elif opens:
            opened.append((kind, place))
        elif any(mark == kind for mark, _ in opened):
            while opened[-1][0] != kind:
                alone.append(opened.pop()[1])
            start = opened.pop()[1]
            found.append(Quotation(start, place + 1, len(opened)))
        elif kind == '"':
            alone.append(place)
    alone += [start for kind, start in opened if kind == '"']
    return sorted(found, key=lambda quotation: quotation.start), sorted(alone)


def _marks(text: str) -> Iterator[tuple[int, str, bool]]:
    """Go through marks and blank lines: the place, the mark as a straight one, whether it opens."""
    for match in MARKS.finditer(text):
        place, character = match.start(), match[0]
        before, after = text[place - 1 : place] or " ", text[place + 1 : place + 2] or " "
        inside_word = before.isalnum() and after.isalnum()
        if character == "\n":
            yield place, "\n", False
        elif character in OPENING:
            yield place, OPENING[character], True
        elif character in CLOSING and not (CLOSING[character] == "'" and inside_word):
            yield place, CLOSING[character], False
        elif character in STRAIGHT and not inside_word:
            yield place, character, not after.isspace() and (before.isspace() or before in "([\"'-\N{EN DASH}")
