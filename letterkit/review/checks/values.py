"""Does each sourced value still say what the evidence says, in its own place?"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from letterkit.findings import Note, Severity
from letterkit.letter import Revision
from letterkit.review.comparison import VERBATIM, Compared, Verdict
from letterkit.review.phrasing import LONGEST_SHOWN, by_whom, differing, listed, quoted
from letterkit.review.reviewed_draft import ReviewedDraft


def check(reviewed: ReviewedDraft) -> Iterator[Note]:
    """Find each value that was edited, went stale, or is missing, copied or in the wrong place."""
    together: defaultdict[tuple[Verdict, str, Revision | None], list[Compared]] = defaultdict(list)
    for one in reviewed.comparison.verdicts:
        match one.verdict:
            case Verdict.SAME | Verdict.EQUIVALENT:
                pass
            case Verdict.MISSING | Verdict.COPIED:
                together[one.verdict, one.place, one.change].append(one)
            case _:
                yield _differing(reviewed, one)
    for (verdict, place, change), group in together.items():
        left = [one for one in group if not any(change.took_out(one.record) for change in reviewed.changes)]
        if verdict is Verdict.COPIED:
            yield _copied(reviewed, group, place)
        elif left:
            yield _missing(reviewed, left, place, change)


def _differing(reviewed: ReviewedDraft, one: Compared) -> Note:
    check, message = _told(reviewed, one)
    severity = Severity.WARNING if check == "swapped" and one.draft == one.record else Severity.ERROR
    finding = reviewed.finding(check, severity, quoted(one.draft), message, one.place, one.reference)
    return Note(finding, one.start, one.end)


def _told(reviewed: ReviewedDraft, one: Compared) -> tuple[str, str]:
    """Name the check and say what is wrong with a value and what to do."""
    where, by = reviewed.evidence_at(one.references[0]), by_whom(one.change)
    today = quoted(one.evidence or one.record)
    if one.evidence is None and one.verdict in (Verdict.STALE, Verdict.CONFLICT):
        what = f"The letter as composed now does not print it, and evidence has changed or lost {one.reference}."
        return one.verdict, f"{what} Look it up there, and change or take out what the draft says."
    if one.verdict is Verdict.STALE:
        return "stale", f"Evidence has moved on and now says {today}. Change the draft, or correct {where}."
    if one.verdict is Verdict.CONFLICT:
        was = f"The letter said {quoted(one.record)}. It was changed {by}, and evidence moved on to {today}."
        return "conflict", f"{was} Decide which is right, then change the draft or {where}."
    if one.other:
        if one.draft == one.record:
            what = f"It changed places with {one.other}, which says the same. Here belongs {one.reference}."
            return "swapped", f"{what} Put each back, so that a later change of one is told at its place."
        check = "swapped" if one.verdict is Verdict.SWAPPED else "wrong-slot"
        return (
            check,
            f"It was put here {by}; it is {one.other}. Here belongs {today}, {where}. Put the right value back.",
        )
    if one.references[0].kind == VERBATIM:
        differs = differing(one.record, one.draft or "")
        return "quotation", f"The quotation was changed {by}: {differs}. Quote word for word, or correct {where}."
    differs = f": {differing(one.record, one.draft or '')}" if len(one.record) > LONGEST_SHOWN else ""
    return "edited", f"It was changed {by}{differs}. Evidence says {today}. Put it back, or correct {where}."


def _missing(reviewed: ReviewedDraft, group: Sequence[Compared], place: str, change: Revision | None) -> Note:
    message = f"It was taken out {by_whom(change)}. Put it back, unless it is meant to go."
    subject, references = listed(quoted(one.record) for one in group), listed(one.reference for one in group)
    finding = reviewed.finding("missing", Severity.WARNING, subject, message, place, references)
    return Note(finding, group[0].start, group[0].start)


def _copied(reviewed: ReviewedDraft, group: Sequence[Compared], place: str) -> Note:
    message = "It stands in the letter once more than when it was generated. Take one out, unless both are meant."
    subject, references = listed(quoted(one.draft) for one in group), listed(one.reference for one in group)
    finding = reviewed.finding("copied", Severity.NOTE, subject, message, place, references)
    return Note(finding, min(one.start for one in group), max(one.end for one in group))
