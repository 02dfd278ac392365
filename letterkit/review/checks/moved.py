"""Does anything stand in another place than when the letter was generated: under another heading, in another answer?"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from letterkit.findings import Note, Severity
from letterkit.language import is_figure
from letterkit.letter import printed_references
from letterkit.review.order import LineOrder, PlacedLine
from letterkit.review.phrasing import by_whom, quoted
from letterkit.review.reviewed_draft import ReviewedDraft


def check(reviewed: ReviewedDraft) -> Iterator[Note]:
    """Find headings that are none any more, what came under another heading, and what moved, one finding a stretch."""
    if reviewed.foreign:
        return
    order = LineOrder(reviewed.comparison, styled=reviewed.manuscript.paged)
    yield from _lost_headings(reviewed, order)
    for misplaced, lines in groupby(order.lines, key=lambda line: None if line.is_heading else _under(line)):
        if misplaced:
            yield _under_another(reviewed, order, list(lines))
    for moved in _moved(order):
        yield _elsewhere(reviewed, order, moved)


def _under(line: PlacedLine) -> tuple[int | None, int | None] | None:
    """Return the headings that a line was under and is under, None if they are the same."""
    return (line.was_under, line.is_under) if line.was_under != line.is_under else None


def _lost_headings(reviewed: ReviewedDraft, order: LineOrder) -> Iterator[Note]:
    for line in order.lines:
        if line.is_heading and not order.is_heading_here(line.number):
            start, end = _stretch(reviewed, [line])
            joined = order.joined_by(order.line_of(line))
            how = (
                f"joined with the text before it {by_whom(joined)}"
                if joined
                else "joined with other text, or given another style"
            )
            what = f"It is no heading any more: it was {how}."
            yield _note(reviewed, Severity.WARNING, line, f"{what} Make it a heading again.", start, end)


def _under_another(reviewed: ReviewedDraft, order: LineOrder, lines: Sequence[PlacedLine]) -> Note:
    first = lines[0]
    was, now = order.heading(first.was_under), order.heading(first.is_under)
    before = f"under {quoted(was)}" if was else "before the first heading"
    after = f"under {quoted(now)}" if now else "before the first heading"
    message = f"{_and_more(lines)} stood {before} when the letter was generated, and {_verb(lines)} {after} now"
    message += f", {_moved_by(reviewed, order, lines)}." if any(line.moved for line in lines) else "."
    start, end = _stretch(reviewed, lines)
    return _note(reviewed, Severity.WARNING, first, f"{message} Move it back, unless that is meant.", start, end)


def _moved(order: LineOrder) -> Iterator[Sequence[PlacedLine]]:
    """Go through the stretches of lines that moved and are still under their heading, or went with it."""
    exchanged = {heading for line in order.lines if not line.is_heading for heading in _under(line) or ()}
    stretch: list[PlacedLine] = []
    for line in order.lines:
        goes_on = stretch and line.moved and line.number == stretch[-1].number + 1
        if stretch and not goes_on:
            yield stretch
            stretch = []
        if line.moved and (line.number not in exchanged if line.is_heading else _under(line) is None):
            stretch.append(line)
    if stretch:
        yield stretch


def _elsewhere(reviewed: ReviewedDraft, order: LineOrder, lines: Sequence[PlacedLine]) -> Note:
    first, last = lines[0], lines[-1]
    beside = [line for line in order.lines if not line.moved]
    before = next((line for line in reversed(beside) if line.here.start < first.here.start), None)
    after = next((line for line in beside if line.here.start > last.here.start), None)
    same_answer = all(line is None or line.items == first.items for line in (before, after))
    stays = first.items and any(line and line.items == first.items for line in (before, after))
    grave = any(line.is_heading for line in lines) or not (same_answer or stays) or _is_numbered(reviewed, lines)
    where = f"It stands after {quoted(_words(reviewed, before))} now." if before else "It stands first now."
    was = next((line for line in order.lines if line.number == first.number - 1), None)
    then = f" When the letter was generated it stood after {quoted(_words(reviewed, was))}." if was else ""
    answers = f" There it answered {printed_references(first.items)}." if first.items and not stays else ""
    start, end = _stretch(reviewed, lines)
    moved = f"{_and_more(lines)} {'was' if len(lines) == 1 else 'were'} {_moved_by(reviewed, order, lines)}."
    message = f"{moved} {where}{then}{answers} Move it back, unless that is meant."
    return _note(reviewed, Severity.WARNING if grave else Severity.NOTE, first, message, start, end)


def _moved_by(reviewed: ReviewedDraft, order: LineOrder, lines: Sequence[PlacedLine]) -> str:
    """Tell who moved lines, as far as that is tracked."""
    pieces = reviewed.comparison.draft.lines[order.line_of(lines[0])].pieces
    return f"moved {by_whom(next((piece.inserted for piece in pieces if piece.inserted), None))}"


def _is_numbered(reviewed: ReviewedDraft, lines: Sequence[PlacedLine]) -> bool:
    """Tell whether the order of what moved says something: it begins with a number."""
    keys = reviewed.comparison.base.keys
    return all(is_figure(keys[line.there.start]) for line in lines)


def _and_more(lines: Sequence[PlacedLine]) -> str:
    return "It" if len(lines) == 1 else f"It and {len(lines) - 1} more after it"


def _verb(lines: Sequence[PlacedLine]) -> str:
    return "stands" if len(lines) == 1 else "stand"


def _words(reviewed: ReviewedDraft, line: PlacedLine) -> str:
    return reviewed.comparison.draft.text.between(line.here.start, line.here.stop - 1)


def _stretch(reviewed: ReviewedDraft, lines: Sequence[PlacedLine]) -> tuple[int, int]:
    words = reviewed.comparison.draft.text.words
    return words[lines[0].here.start].start, words[max(line.here.stop for line in lines) - 1].end


def _note(reviewed: ReviewedDraft, severity: Severity, line: PlacedLine, message: str, start: int, end: int) -> Note:
    place = reviewed.comparison.draft.place_at(start)
    return Note(reviewed.finding("moved", severity, quoted(_words(reviewed, line)), message, place), start, end)
