"""Answers found again in a Word file that has lost its bookmarks, by the text that stood in them."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from rapidfuzz import fuzz, process

from letterkit.letter import Answer, Block, Letter, PlainBlock, lines_of, text_of

ALIKE = 60.0
WINDOW = 40


def with_answers_found(letter: Letter, composed: Letter) -> Letter:
    """Return the letter with the answers that it lost marked again.

    `composed` is the letter as it would be now. A block counts as part of an answer if it is like a block
    of that answer; so do blocks between two such.
    """
    marked = {items for block in letter.blocks if isinstance(block, Answer) for items in (block.items,)}
    lost = [block for block in composed.blocks if isinstance(block, Answer) and block.items not in marked]
    if not lost:
        return letter
    owners = _owners(list(letter.blocks), lost, list(composed.blocks))
    blocks: list[Block] = []
    for owner, group in groupby(zip(letter.blocks, owners, strict=True), key=lambda pair: pair[1]):
        found = [block for block, _ in group]
        if owner is None:
            blocks.extend(found)
        else:
            blocks.append(Answer(lost[owner].items, tuple(block for block in found if not isinstance(block, Answer))))
    return Letter(letter.title, tuple(blocks))


def _owners(blocks: list[Block], lost: Sequence[Answer], composed: list[Block]) -> list[int | None]:
    """Tell for each block which lost answer it belongs to."""
    known = list(_known_texts(composed, lost))
    owners: list[int | None] = []
    expected = 0
    for block in blocks:
        owner = None
        if not isinstance(block, Answer):
            best = _best(_text(block), known, expected)
            if best is not None:
                expected, owner = best + 1, known[best][1]
        owners.append(owner)
    return _bridged(owners, blocks)


def _known_texts(composed: list[Block], lost: Sequence[Answer]) -> Iterator[tuple[str, int | None]]:
    for block in composed:
        if isinstance(block, Answer):
            owner = lost.index(block) if block in lost else None
            yield from ((_text(inner), owner) for inner in block.blocks)
        else:
            yield _text(block), None


def _best(text: str, known: list[tuple[str, int | None]], expected: int) -> int | None:
    """Return the place of the known text that is the same or most similar, near where it is expected; else anywhere.

    A text whose sentences changed places is still similar.
    """
    near = sorted(
        range(max(0, expected - WINDOW), min(len(known), expected + WINDOW)), key=lambda at: abs(at - expected)
    )
    same = next((place for place in near if known[place][0] == text), None)
    if same is not None:
        return same
    for likeness in (fuzz.ratio, fuzz.token_sort_ratio):
        found = process.extractOne(text, [known[place][0] for place in near], scorer=likeness, score_cutoff=ALIKE)
        if found:
            return near[found[2]]
    return next((place for place, (other, _) in enumerate(known) if other == text), None)


def _bridged(owners: list[int | None], blocks: list[Block]) -> list[int | None]:
    """Let what stands between two blocks of one answer belong to it."""
    bridged = list(owners)
    last: int | None = None
    for place, owner in enumerate(owners):
        if owner is None:
            continue
        if (
            last is not None
            and owners[last] == owner
            and not any(isinstance(block, Answer) for block in blocks[last:place])
        ):
            bridged[last:place] = [owner] * (place - last)
        last = place
    return bridged


def _text(block: PlainBlock) -> str:
    return " ".join(text_of(line) for line in lines_of(block))
