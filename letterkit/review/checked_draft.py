"""A file that came back as the checks of a letter see it: sourced is what still says what evidence says."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, takewhile

from letterkit.checks import CheckedLetter, CheckedParagraph, EvidenceIndex, SourcedStretch
from letterkit.letter import Line
from letterkit.review.comparison import Comparison, Verdict
from letterkit.review.draft_text import DraftText

STANDING = (Verdict.SAME, Verdict.EQUIVALENT)


def checked_draft(comparison: Comparison, evidence: EvidenceIndex, shown_as: str) -> CheckedLetter:
    """Return a file that came back, paragraph by paragraph, for the checks of every letter."""
    paragraphs = tuple(_checked_paragraphs(comparison, evidence))
    return CheckedLetter(paragraphs, evidence.pack, evidence.report_id, evidence, shown_as)


def _checked_paragraphs(comparison: Comparison, evidence: EvidenceIndex) -> Iterator[CheckedParagraph]:
    draft = comparison.draft
    standing = sorted((one for one in comparison.verdicts if one.verdict in STANDING), key=lambda one: one.start)
    rows = _rows(draft)
    at = 0
    for lines, start in _joined(draft):
        text = "".join(line.text for line in lines)
        end = start + len(text)
        while at < len(standing) and standing[at].end <= start:
            at += 1
        inside = takewhile(lambda one: one.start < end, islice(standing, at, None))  # noqa: B023 - used at once
        sourced = tuple(SourcedStretch(one.start - start, one.end - start, one.references) for one in inside)
        beside = " ".join(line.text for line in rows.get(lines[0].row, ()) if line not in lines)
        yield CheckedParagraph(text, evidence, sourced, lines[0].place, start, lines[0].listed, beside)


def _rows(draft: DraftText) -> Mapping[int | None, Sequence[Line]]:
    """Return the lines of each row of the tables."""
    rows: defaultdict[int | None, list[Line]] = defaultdict(list)
    for line in draft.lines:
        if line.row is not None:
            rows[line.row].append(line)
    return rows


def _joined(draft: DraftText) -> Iterator[tuple[Sequence[Line], int]]:
    """Go through the lines of a draft and their places, those whose end was deleted with what they run into."""
    joined: list[Line] = []
    for line, start in zip(draft.lines, draft.text.starts, strict=True):
        joined.append(line)
        if line.end_deleted is None:
            yield joined, start - sum(len(before.text) for before in joined[:-1] if before.text.strip())
            joined = []
    if joined:
        yield joined, draft.text.starts[-len(joined)]
