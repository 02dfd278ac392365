"""A letter as generated as one text, with where its sourced values and its answers stand in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from letterkit.language import IndexedText, TextLine
from letterkit.letter import Answer, Heading, ItemRef, Letter, PlainBlock, Span, Spans, Table, lines_of, text_of


@dataclass(frozen=True, slots=True)
class SourcedPlace:
    """A sourced span and where it stands in the text of the letter as generated."""

    span: Span
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LetterText:
    """The text, where each sourced span and each heading stands in it, and what answers items: start, end, items."""

    text: IndexedText
    places: tuple[SourcedPlace, ...]
    answers: tuple[tuple[int, int, tuple[ItemRef, ...]], ...]
    headings: tuple[int, ...]

    @classmethod
    def of(cls, letter: Letter) -> "LetterText":
        """Lay out a letter."""
        lines: list[TextLine] = []
        places: list[SourcedPlace] = []
        answers: list[tuple[int, int, tuple[ItemRef, ...]]] = []
        headings: list[int] = []
        at = 0
        numbers = count()
        for block in letter.blocks:
            begins = at
            for inner in block.blocks if isinstance(block, Answer) else (block,):
                number = next(numbers)
                headings += [at] if isinstance(inner, Heading) else []
                for row, line in _rows(inner):
                    lines.append(TextLine(text_of(line), (number, row)))
                    for span in line:
                        if span.origin:
                            places.append(SourcedPlace(span, at, at + len(span.text)))
                        at += len(span.text)
                    at += 1
            if isinstance(block, Answer):
                answers.append((begins, at, block.items))
        return cls(IndexedText.of(lines), tuple(places), tuple(answers), tuple(headings))


def _rows(block: PlainBlock) -> Iterator[tuple[int, Spans]]:
    """Go through the lines of a block that are not blank, numbered; the cells of a row have one number."""
    lines = list(lines_of(block))
    columns = len(block.header) if isinstance(block, Table) else 1
    before_rows = len(lines) % columns
    for number, line in enumerate(lines):
        row = (number - before_rows) // columns * columns + before_rows if number >= before_rows else number
        if text_of(line).strip():
            yield row, line
