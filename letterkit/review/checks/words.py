"""What did people write, take out or reword, and does evidence support it?"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from letterkit.checks import Backing, Support
from letterkit.findings import Note, Severity
from letterkit.language import ClaimKind, is_courtesy, normal_form
from letterkit.letter import Revision, Story
from letterkit.review.changes import Change, ChangeKind
from letterkit.review.comparison import Verdict
from letterkit.review.phrasing import by_whom, listed, quoted
from letterkit.review.phrasing import turned as turned_into
from letterkit.review.reviewed_draft import ReviewedDraft
from letterkit.review.senses import Sentences

OUTSIDE_THE_BODY = (Story.FOOTNOTE, Story.ENDNOTE, Story.TEXT_BOX)


def check(reviewed: ReviewedDraft) -> Iterator[Note]:
    """Find each sentence added or taken out, and each rewording; those in notes and text boxes too."""
    senses = reviewed.senses
    reworded: defaultdict[tuple[object, Revision | None], list[Change]] = defaultdict(list)
    taken_out: defaultdict[tuple[int, Revision | None], list[Change]] = defaultdict(list)
    for change in reviewed.changes:
        match change.kind:
            case ChangeKind.ADDED if reviewed.foreign:
                yield from _said(reviewed, change)
            case ChangeKind.ADDED:
                yield _added(reviewed, change, reviewed.supports(change))
            case ChangeKind.TAKEN_OUT:
                taken_out[change.start, change.change].append(change)
            case ChangeKind.REWORDED:
                sentences = senses.of(change)
                reworded[id(sentences) if sentences else change.sentence, change.change].append(change)
    for group in taken_out.values():
        yield _taken_out(reviewed, group)
    for group in reworded.values():
        yield _reworded(reviewed, group, senses.of(group[0]))
    for sentences in senses.reordered(reviewed.changes):
        yield _reordered(reviewed, sentences)
    yield from _outside_the_body(reviewed)


def _outside_the_body(reviewed: ReviewedDraft) -> Iterator[Note]:
    """Judge each note and text box as what was added: a letter as generated has none."""
    for line in reviewed.manuscript.of(*OUTSIDE_THE_BODY):
        text = line.text.strip()
        if text:
            revision = next((piece.inserted for piece in line.pieces if piece.inserted), None)
            added = Change(ChangeKind.ADDED, "", text, text, line.place, revision, 0, 0)
            yield Note(_added(reviewed, added, reviewed.outside(line)).finding)


def _said(reviewed: ReviewedDraft, change: Change) -> Iterator[Note]:
    """Judge a sentence of a file that was not made from the letter, by its claims alone."""
    against = [found for found in reviewed.supports(change) if found.backing != Backing.SUPPORTED]
    for standing in (Backing.CONTRADICTED, Backing.UNSUPPORTED):
        told = [found for found in against if found.backing is standing]
        if told:
            message, reference = _told(reviewed, told), _references(told)
            subject = quoted(change.sentence)
            finding = reviewed.finding(standing, Severity.ERROR, subject, message, change.place, reference)
            yield Note(finding, change.start, change.end)


def _added(reviewed: ReviewedDraft, change: Change, claims: Sequence[Support]) -> Note:
    judged = [found for found in claims if _is_new(found, change)]
    check, severity = _judged(judged) or ("added", Severity.NOTE if is_courtesy(change.after) else Severity.WARNING)
    message = f"It was added {by_whom(change.change)}. {_told(reviewed, judged)}".rstrip()
    if not judged:
        message += " Keep it only if the office can stand by it."
    finding = reviewed.finding(check, severity, quoted(change.sentence), message, change.place, _references(judged))
    return Note(finding, change.start, change.end)


def _taken_out(reviewed: ReviewedDraft, group: Sequence[Change]) -> Note:
    first = group[0]
    lost = [
        one.reference
        for one in reviewed.comparison.verdicts
        if one.verdict is Verdict.MISSING and any(change.took_out(one.record) for change in group)
    ]
    courtesy = not lost and all(is_courtesy(change.before) for change in group)
    severity = Severity.NOTE if courtesy else Severity.WARNING
    sentences = "This sentence was" if len(group) == 1 else f"This sentence and {len(group) - 1} after it were"
    message = f"{sentences} taken out {by_whom(first.change)}. Put back what is not meant to go."
    finding = reviewed.finding("taken-out", severity, quoted(first.before), message, first.place, listed(lost) or None)
    return Note(finding, first.start, first.end)


def _reworded(reviewed: ReviewedDraft, group: Sequence[Change], sentences: Sentences | None) -> Note:
    """Tell a rewording: a note where it says the same, a warning where it says something else."""
    first = group[0]
    turned = sentences is None or not sentences.says_the_same
    judged = [
        found
        for change in _one_a_sentence(group)
        for found in reviewed.supports(change)
        if any(_reworded_in(reviewed, found, one) for one in group if one.sentence == change.sentence)
    ]
    check, severity = _judged(judged) or ("reworded", Severity.WARNING if turned else Severity.NOTE)
    told = listed(turned_into(change.before, change.after) for change in group)
    message = f"It was reworded {by_whom(first.change)}: {told}. {_told(reviewed, judged)}".rstrip()
    if sentences and sentences.says_the_opposite:
        message += " It may now say the opposite."
    elif turned and not judged:
        message += " It may say something else now. Put it back, or keep it if the office means it."
    finding = reviewed.finding(check, severity, quoted(first.sentence), message, first.place, _references(judged))
    return Note(finding, first.start, group[-1].end)


def _one_a_sentence(group: Sequence[Change]) -> Sequence[Change]:
    return list({change.sentence: change for change in reversed(group)}.values())[::-1]


def _reordered(reviewed: ReviewedDraft, sentences: Sentences) -> Note:
    text = reviewed.comparison.draft.text
    start, end = text.words[sentences.draft[0][0]].start, text.words[sentences.draft[-1][-1]].end
    place = reviewed.comparison.draft.place_at(start)
    message = "Its words stand in another order than when it was generated. Make sure that it still says what is meant."
    finding = reviewed.finding("reworded", Severity.WARNING, quoted(text.text[start:end]), message, place)
    return Note(finding, start, end)


def _is_new(found: Support, change: Change) -> bool:
    """Tell whether a claim is made in the words that are new; what a verdict tells is not told again."""
    return " ".join(normal_form(found.claim.text)) in " ".join(normal_form(change.after))


def _reworded_in(reviewed: ReviewedDraft, found: Support, change: Change) -> bool:
    """Tell whether a rewording made a claim; of a quotation, any word put in or taken out makes another."""
    if found.claim.kind is not ClaimKind.QUOTATION:
        return _is_new(found, change)
    begins = reviewed.checked.paragraph_at(change.start).start
    return begins + found.claim.start < change.end + 1 and change.start < begins + found.claim.end


def _judged(judged: Sequence[Support]) -> tuple[str, Severity] | None:
    """Return the gravest that evidence says of some claims, or None if there is nothing against them."""
    against = {found.backing for found in judged} - {Backing.SUPPORTED}
    gravest = Backing.CONTRADICTED if Backing.CONTRADICTED in against else Backing.UNSUPPORTED
    return (gravest, Severity.ERROR) if against else None


def _told(reviewed: ReviewedDraft, judged: Sequence[Support]) -> str:
    told = []
    for found in judged:
        claim = quoted(found.claim.text)
        match found.backing:
            case Backing.CONTRADICTED:
                where = reviewed.evidence_at(*found.references)
                told.append(f"{claim}: evidence says {quoted(found.value)} in {where}; correct one of them.")
            case Backing.SUPPORTED:
                told.append(f"{claim} is supported by {found.reference}.")
            case Backing.UNSUPPORTED:
                remedy = f"supports {claim}: add its source to evidence, or take it out."
                told.append(" ".join(filter(None, (f"Nothing in evidence {remedy}", found.hint))))
    return " ".join(told)


def _references(judged: Sequence[Support]) -> str | None:
    return listed(found.reference for found in judged if found.reference) or None
