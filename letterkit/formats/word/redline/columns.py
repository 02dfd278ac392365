"""The columns of two tables in pairs: those that came and those that went, by what stands in them."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from lxml import etree
from rapidfuzz import fuzz

from letterkit.formats.word.namespaces import w
from letterkit.formats.word.redline.tokens import text_of

Pair = tuple[int | None, int | None]
MOST_CHARACTERS, MOST_COLUMNS = 1_000, 30


class Columns:
    """Which column of the old table each of the new one was, for rows of any two lengths."""

    def __init__(self, old: etree._Element, new: etree._Element) -> None:
        self.old, self.new = _by_length(old), _by_length(new)
        self.known: dict[tuple[int, int], list[Pair]] = {}

    def pairs(self, old: int, new: int) -> list[Pair]:
        """Return the columns of a row of `old` cells and of one of `new` in pairs, in order."""
        if (old, new) not in self.known:
            self.known[old, new] = (
                list(_aligned(self.old[old], self.new[new])) if old != new else [(at, at) for at in range(old)]
            )
        return self.known[old, new]


def _by_length(table: etree._Element) -> dict[int, list[str]]:
    """Return what stands in each column, for the rows of each length."""
    columns: defaultdict[int, list[str]] = defaultdict(list)
    for row in table.findall(w("tr")):
        cells = row.findall(w("tc"))
        known = columns[len(cells)] or [""] * len(cells)
        columns[len(cells)] = [
            f"{text}{text_of(cell)}\n"[:MOST_CHARACTERS] for text, cell in zip(known, cells, strict=True)
        ]
    return columns


def _aligned(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Pair as many columns as the shorter row has, in order, so that they are as alike as can be."""
    fewest = min(len(old), len(new))
    if max(len(old), len(new)) > MOST_COLUMNS:
        return (
            [(at, at) for at in range(fewest)]
            + [(at, None) for at in range(fewest, len(old))]
            + [(None, at) for at in range(fewest, len(new))]
        )

    @cache
    def best(was: int, now: int) -> tuple[float, tuple[Pair, ...]]:
        if was == len(old) or now == len(new):
            rest = (*((at, None) for at in range(was, len(old))), *((None, at) for at in range(now, len(new))))
            return 0.0, rest
        left_old, left_new = len(old) - was, len(new) - now
        score, pairs = best(was + 1, now + 1)
        options = [(score + fuzz.ratio(old[was], new[now]), ((was, now), *pairs))]
        if left_old > left_new:
            score, pairs = best(was + 1, now)
            options.append((score, ((was, None), *pairs)))
        elif left_new > left_old:
            score, pairs = best(was, now + 1)
            options.append((score, ((None, now), *pairs)))
        return max(options, key=lambda option: option[0])

    return list(best(0, 0)[1])
