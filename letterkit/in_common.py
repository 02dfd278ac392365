"""What two sequences have in common, in one order, found with a bounded use of memory."""

from collections.abc import Hashable, Iterator, Sequence

from rapidfuzz.distance import Indel

MOST_COMPARED = 400_000_000
"""Two times 20,000: what is compared takes a bit for each pair, 50 MB at most."""


def in_common(base: Sequence[Hashable], other: Sequence[Hashable]) -> Iterator[tuple[int, int, int]]:
    """Go through the longest common subsequence: start and end in the first, start in the second.

    Of what is too long to be compared, only the beginning and the end are found.
    """
    shorter = min(len(base), len(other))
    head = next((place for place in range(shorter) if base[place] != other[place]), shorter)
    rest = shorter - head
    tail = next((place for place in range(rest) if base[-1 - place] != other[-1 - place]), rest)
    if head:
        yield 0, head, 0
    middle, its = base[head : len(base) - tail], other[head : len(other) - tail]
    if len(middle) * len(its) <= MOST_COMPARED:
        for block in Indel.opcodes(middle, its):
            if block.tag == "equal":
                yield head + block.src_start, head + block.src_end, head + block.dest_start
    if tail:
        yield len(base) - tail, len(base), len(other) - tail
