"""Are times in order: nothing to come told as past, nothing past told as to come, nobody at work before their term?"""

import re
from collections.abc import Iterator
from datetime import date

from letterkit.checks.checked_letter import CheckedLetter, CheckedParagraph
from letterkit.checks.facts import Said, said_in
from letterkit.evidence import PartialDate, day
from letterkit.findings import Note, Severity
from letterkit.language import Claim, ClaimKind

PAST = re.compile(
    r"\b(?:was|were|met|held|took|attended|published|launched|began|approved|agreed|had|did|[a-z]{3,}ed)\b(?! to be\b)"
)
TO_COME = re.compile(
    r"\b(?:will|shall|would|by|until|next|plan|plans|planned|due|expect\w*|going to|aim\w*|intend\w*|target\w*|valid)\b"
)
AT = re.compile(r"\b(?:on|in)(?: the)? $")
PROMISED = re.compile(r"\b(?:will|shall)\b(?! have\b)[^;:]*\b(?:by|on|in|from|before)(?: the)?(?: end of)? ?$")
WHEN = (ClaimKind.DATE, ClaimKind.MONTH, ClaimKind.PERIOD)
YEAR = re.compile(r"\d{4}")
MOMENT = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def check(letter: CheckedLetter) -> Iterator[Note]:
    """Find each date that does not fit the tense of its sentence, or the term of the office-holder in it."""
    for paragraph in letter.paragraphs:
        when = [claim for claim in paragraph.claims if claim.kind in WHEN]
        for said in said_in(paragraph.own_words, when):
            yield from _out_of_order(letter, paragraph, said)


def _out_of_order(letter: CheckedLetter, paragraph: CheckedParagraph, said: Said) -> Iterator[Note]:
    claim, words, before = said.claim, said.sentence, said.before
    span = _days(claim)
    if claim.kind is ClaimKind.DATE and span is None and MOMENT.fullmatch(claim.value):
        message = "There is no such day in the calendar: dates are day, month, year. Correct it."
        yield letter.note("chronology", Severity.ERROR, paragraph, (claim.start, claim.end), message)
    if span is None or not paragraph.own_words[claim.start : claim.end].strip():
        return
    first, last = span
    stretch = (claim.start, claim.end)
    if first > letter.day and PAST.search(before) and AT.search(before) and not TO_COME.search(words):
        message = f"It is told as past, but the letter is of {day(letter.day)}. Correct the date or the tense."
        yield letter.note("chronology", Severity.WARNING, paragraph, stretch, message)
    if last < letter.day and PROMISED.search(before):
        message = f"It is promised for a time before the letter, which is of {day(letter.day)}. Correct one of them."
        yield letter.note("chronology", Severity.WARNING, paragraph, stretch, message)
    for holder in letter.pack.office.office_holders.values():
        named = re.search(rf"\b{re.escape(holder.name)}\b", words)
        if named and holder.since and last < holder.since and "before" not in words:
            message = f"{holder.name} has been {holder.short_post} only since {day(holder.since)}. Correct one of them."
            yield letter.note("chronology", Severity.WARNING, paragraph, stretch, message)


def _days(claim: Claim) -> tuple[date, date] | None:
    """Return the first and last day that a claim speaks of, None if it does not say which year."""
    moment = MOMENT.fullmatch(claim.value)
    if moment is None:
        years = [int(year) for year in YEAR.findall(claim.value)]
        return (date(years[0], 1, 1), date(years[-1] + 1, 12, 31)) if years else None
    year, *rest = (int(part) if part else None for part in moment.groups())
    partial = PartialDate(year or 0, *rest)
    try:
        return partial.first_day(), partial.last_day()
    except ValueError:
        return None
