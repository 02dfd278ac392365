"""A file that came back as the checks of a letter see it: sourced is what still says what evidence says."""

from collections.abc import Iterator
from itertools import islice, takewhile

from letterkit.checks import CheckedLetter, CheckedParagraph, EvidenceIndex, SourcedStretch
from letterkit.review.comparison import Comparison, Verdict

STANDING = (Verdict.SAME, Verdict.EQUIVALENT)


def checked_draft(comparison: Comparison, evidence: EvidenceIndex, shown_as: str) -> CheckedLetter:
    """Return a file that came back, passage by passage, for the checks of every letter."""
    passages = tuple(_passages(comparison, evidence))
    return CheckedLetter(passages, evidence.pack, evidence.report_id, evidence, shown_as)


def _passages(comparison: Comparison, evidence: EvidenceIndex) -> Iterator[CheckedParagraph]:
    draft = comparison.draft
    standing = sorted((one for one in comparison.verdicts if one.verdict in STANDING), key=lambda one: one.start)
    at = 0
    for line, start in zip(draft.lines, draft.text.starts, strict=True):
        end = start + len(line.text)
        while at < len(standing) and standing[at].end <= start:
            at += 1
        inside = takewhile(lambda one: one.start < end, islice(standing, at, None))  # noqa: B023 - used at once
        sourced = tuple(SourcedStretch(one.start - start, one.end - start, one.references) for one in inside)
        yield CheckedParagraph(line.text, evidence, sourced, line.place, start, line.listed)
