"""A draft that came back, held against its record and the evidence: everything a reviewer has to look at."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from letterkit.checks import CHECKS, Backing, CheckedLetter, EvidenceIndex
from letterkit.coverage import Standing, judge_standing, with_answers_found
from letterkit.evidence import EvidencePack, NoHouseForm, partial_date, sourced_at, written_form
from letterkit.findings import Finding, Note
from letterkit.language import normal_form
from letterkit.letter import IN_FILE, INSTEAD, DraftLetter, Letter, Manuscript, Reference, Span, as_manuscript
from letterkit.review.changes import Change, changes
from letterkit.review.checked_draft import checked_draft
from letterkit.review.checks import REVIEW_CHECKS
from letterkit.review.comparison import Comparison, compare
from letterkit.review.reviewed_draft import ReviewedDraft
from letterkit.review.senses import Senses, with_equal_sentences

BOUND, NOT_JUDGED = "bound", "not judged"
LEAST_KEPT = 0.4
ABOUT_VALUES = ("edited", "swapped", "wrong-slot", "quotation", "stale", "conflict", "missing")


@dataclass(frozen=True, slots=True)
class Review:
    """The review of one file.

    `recorded` says where the record of the draft was found; `foreign` that the file was not made from the letter,
    so that its claims alone were judged; `claims` counts these by how they stand to evidence. `notes` are the
    findings with their places in the draft, `standings` the coverage of each report that the letter answers,
    `sources` tells for each first reference of a value what it rests on.
    """

    report_id: str
    file: str
    recorded: str
    foreign: bool
    claims: Mapping[str, int]
    manuscript: Manuscript
    comparison: Comparison
    changes: tuple[Change, ...]
    notes: tuple[Note, ...]
    standings: tuple[Standing, ...]
    sources: Mapping[Reference, str]

    def findings(self) -> list[Finding]:
        """Return all findings, the gravest first."""
        found = [note.finding for note in self.notes]
        found += [finding for standing in self.standings for finding in standing.coverage.all_findings()]
        return sorted(found, key=lambda finding: -finding.severity)


def review_of(
    pack: EvidencePack,
    report_id: str,
    file: str,
    draft: DraftLetter,
    composed: Letter,
    *,
    recorded: str,
    today: date,
    elsewhere: Mapping[tuple[Reference, ...], Sequence[tuple[str, str]]] | None = None,
) -> Review:
    """Review a draft against its record, or against the letter as composed now if it has none.

    `elsewhere` has the values that other letters print, by their references, each with its report.
    """
    base = draft.record.letter if draft.record else composed
    comparison = compare(base, draft.manuscript, composed, _StillSays(pack, report_id))
    foreign = recorded not in (IN_FILE, INSTEAD) and comparison.share_kept < LEAST_KEPT
    if foreign:
        base = Letter(composed.title, ())
        comparison = compare(base, draft.manuscript, base)
    index = EvidenceIndex(pack, pack.main_of(report_id))
    senses = Senses(comparison, index.short_forms)
    comparison = with_equal_sentences(comparison, senses)
    found = changes(comparison)
    checked = checked_draft(comparison, index, file)
    reviewed = ReviewedDraft(
        file,
        draft.manuscript,
        comparison,
        found,
        senses,
        checked,
        pack.places,
        draft.record.margins if draft.record and draft.manuscript.paged and not foreign else None,
        compare(base, as_manuscript(composed), composed) if base != composed and not foreign else None,
        foreign,
        elsewhere or {},
        recorded,
    )
    told = [note for check in REVIEW_CHECKS for note in check(reviewed)]
    notes = (*told, *_not_told(told, (note for check in CHECKS.values() for note in check(checked))))
    letter = with_answers_found(draft.letter, composed if foreign else base)
    standings = tuple(
        judge_standing(pack, each, letter, today=today, judged=file) for each in pack.together_with(report_id)
    )
    sources = {one.references[0]: _source(pack, one.references[0]) for one in comparison.verdicts}
    return Review(
        report_id,
        file,
        recorded,
        foreign,
        _backings(checked),
        draft.manuscript,
        comparison,
        tuple(found),
        notes,
        standings,
        sources,
    )


def _backings(checked: CheckedLetter) -> Mapping[str, int]:
    """Count the claims by how they stand: bound to evidence, borne out by it, against it, without it, or beyond it."""
    counts = dict.fromkeys((BOUND, *Backing, NOT_JUDGED), 0)
    for paragraph in checked.paragraphs:
        for claim in paragraph.claims:
            if paragraph.is_sourced(claim.start, claim.end):
                counts[BOUND] += 1
            else:
                found = paragraph.support(claim)
                counts[found.backing if found else NOT_JUDGED] += 1
    return counts


def _not_told(told: Sequence[Note], notes: Iterable[Note]) -> Iterator[Note]:
    """Leave out what is found in the words of a value of which something as grave is told already."""
    values = [note for note in told if note.finding.check in ABOUT_VALUES]
    for note in notes:
        if not any(one.overlaps(note) and one.finding.severity >= note.finding.severity for one in values):
            yield note


class _StillSays:
    """Tells whether evidence still says what a span said."""

    def __init__(self, pack: EvidencePack, report_id: str) -> None:
        self.pack, self.report_id = pack, report_id

    def __call__(self, span: Span) -> bool | None:
        assert span.origin
        values = [sourced_at(self.pack, reference) for reference in span.origin.references]
        if any(value is None for value in values):
            return None
        (first, *others) = values
        try:
            return bool(others) or first is None or _has(span.origin.value, written_form(first.value))
        except NoHouseForm:  # what was one value is none now, or several
            return None


def _has(text: str, value: str) -> bool:
    """Tell whether a text has a value in it, as words of their own: 14330 does not have 1433."""
    return f" {' '.join(normal_form(value))} " in f" {' '.join(normal_form(text))} "


def _source(pack: EvidencePack, reference: Reference) -> str:
    """Tell the source of a value with its date, and where the value stands on disk."""
    place = pack.place_of(reference)
    known = pack.source_of(reference)
    if known is None:
        return str(place or "")
    fact, source = known
    dated = f", {partial_date(source.date)}" if source.date else ""
    return f"{source.title}{dated}; as of {partial_date(fact.as_of)} ({place})"
