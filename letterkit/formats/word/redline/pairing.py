"""Blocks and rows of two Word files in pairs: what each of the old file became in the new."""

from collections.abc import Iterator, Sequence

from lxml import etree
from rapidfuzz import fuzz

from letterkit.formats.word.redline.tokens import text_of
from letterkit.language import in_common

ALIKE, WINDOW = 50.0, 40
MOST_LIKENED = 1_000
"""Characters: how alike two blocks are shows in their beginnings."""

Pair = tuple[etree._Element | None, int | None]


def paired(old: Sequence[etree._Element], new: Sequence[etree._Element]) -> Iterator[Pair]:
    """Go through the blocks or rows of both in one order, each old one with the number of the new one it became."""
    said = [[(str(block.tag), text_of(block)) for block in side] for side in (old, new)]
    at, free = 0, 0
    for start, end, place in (*in_common(*said), (len(old), len(old), len(new))):
        yield from _alike(old, said, range(at, start), range(free, place))
        for ahead in range(end - start):
            yield old[start + ahead], place + ahead
        at, free = end, place + end - start


def _alike(
    old: Sequence[etree._Element], said: Sequence[Sequence[tuple[str, str]]], gap: range, free: range
) -> Iterator[Pair]:
    """Pair what is alike, in order, within a window."""
    likened = {number: _likened(said[1][number]) for number in (free if gap else ())}
    at = free.start
    for place in gap:
        text = _likened(said[0][place])
        near = (number for number in range(at, min(at + WINDOW, free.stop)) if said[1][number][0] == said[0][place][0])
        likeness = [(fuzz.ratio(text, likened[number], score_cutoff=ALIKE), -number) for number in near]
        score, found = max(likeness, default=(0.0, 0))
        if score < ALIKE:
            yield old[place], None
            continue
        yield from ((None, number) for number in range(at, -found))
        yield old[place], -found
        at = -found + 1
    yield from ((None, number) for number in range(at, free.stop))


def _likened(said: tuple[str, str]) -> str:
    """Return what a block is held alike by: what it is counts too, so that two short paragraphs are."""
    return f"{said[0]} {said[1][:MOST_LIKENED]}"
