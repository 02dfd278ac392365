"""Answers found where their words stand in a Word file: by their headings, or by their text where marks are lost."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from rapidfuzz import fuzz, process

from letterkit.language import plain_words
from letterkit.letter import Answer, Block, Heading, ItemRef, Letter, PlainBlock, lines_of, text_of

ALIKE = 60.0
WINDOW = 40


def with_answers_found(letter: Letter, composed: Letter) -> Letter:
    """Return the letter with each answer where a reader finds it.

    What stands under the heading of an item answers that item, wherever it was when the letter was composed; the
    rest is found by its marks, and where these are lost, by its text.
    """
    return _by_headings(_by_text(letter, composed), composed)


def _by_headings(letter: Letter, composed: Letter) -> Letter:
    """Give what stands under the heading of an answer to that answer, if all under it answers its items."""
    known = _headings(composed)
    there = [_words(block) for block in letter.plain_blocks() if isinstance(block, Heading)]
    owned = {heading: items for heading, items in known.items() if there.count(heading) == 1}
    flat: list[tuple[tuple[ItemRef, ...], PlainBlock]] = []
    under: tuple[ItemRef, ...] = ()
    level = 0
    for items, block in _with_items(letter):
        if isinstance(block, Heading) and (_words(block) in owned or block.level <= level):
            under = owned.get(_words(block), ())
            level = block.level if under else 0
            items = ()  # noqa: PLW2901 - a heading found is no part of an answer
        strays = under and items != under and (not items or items in owned.values()) and not isinstance(block, Heading)
        flat.append((under if strays else items, block))
    blocks: list[Block] = []
    for items, group in groupby(flat, key=itemgetter(0)):
        found = tuple(block for _, block in group)
        blocks.extend([Answer(items, found)] if items else found)
    return Letter(letter.title, tuple(blocks))


def _headings(composed: Letter) -> Mapping[str, tuple[ItemRef, ...]]:
    """Return the headings under which there is one answer and nothing else, each with the items of that answer."""
    sections: list[tuple[str, set[tuple[ItemRef, ...]]]] = []
    for items, block in _with_items(composed):
        if isinstance(block, Heading) and not items:
            sections.append((_words(block), set()))
        elif sections:
            sections[-1][1].add(items)
    counted = Counter(words for words, _ in sections)
    return {
        words: next(iter(found)) for words, found in sections if counted[words] == len(found) == 1 and () not in found
    }


def _with_items(letter: Letter) -> Iterator[tuple[tuple[ItemRef, ...], PlainBlock]]:
    for block in letter.blocks:
        if isinstance(block, Answer):
            yield from ((block.items, inner) for inner in block.blocks)
        else:
            yield (), block


def _words(heading: Heading) -> str:
    return plain_words(text_of(heading.spans))


def _by_text(letter: Letter, composed: Letter) -> Letter:
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
