"""Questions that a letter must stand up to, one a file."""

from collections.abc import Callable, Iterable

from letterkit.checks import (
    abbreviations,
    aged,
    arithmetic,
    chronology,
    date_style,
    expired,
    foreign_markup,
    majesty,
    number_style,
    outdated_grades,
    place_holders,
    salutation,
    superseded,
    terms,
    two_forms,
    unbalanced,
    unsourced,
    unsupported,
    voice,
    withheld,
    without_unit,
)
from letterkit.checks.checked_letter import CheckedLetter, CheckedParagraph, SourcedStretch
from letterkit.checks.facts import Backing, EvidenceIndex, Support
from letterkit.evidence import EvidencePack
from letterkit.findings import Finding, Note
from letterkit.letter import Letter

__all__ = ["Backing", "CheckedLetter", "CheckedParagraph", "EvidenceIndex", "SourcedStretch", "Support"]

Check = Callable[[CheckedLetter], Iterable[Note]]

TEMPLATE_CHECKS: dict[str, Check] = {
    "unsourced": unsourced.check,
    "unsupported": unsupported.check,
    "without-unit": without_unit.check,
}
"""Checks of a letter as composed; in a file that came back, `review_checks` judges what people wrote."""

CHECKS: dict[str, Check] = {
    "superseded": superseded.check,
    "expired": expired.check,
    "outdated-grades": outdated_grades.check,
    "aged": aged.check,
    "withheld": withheld.check,
    "arithmetic": arithmetic.check,
    "chronology": chronology.check,
    "two-forms": two_forms.check,
    "unbalanced": unbalanced.check,
    "place-holders": place_holders.check,
    "foreign-markup": foreign_markup.check,
    "majesty": majesty.check,
    "salutation": salutation.check,
    "voice": voice.check,
    "terms": terms.check,
    "abbreviations": abbreviations.check,
    "number-style": number_style.check,
    "date-style": date_style.check,
}
"""Checks of every letter, by the name that their findings carry."""


def check_letter(letter: Letter, pack: EvidencePack, report_id: str, *, shown_as: str) -> list[Finding]:
    """Put every check's question to a letter as composed; `shown_as` is its template."""
    checked = CheckedLetter.composed(letter, pack, pack.main_of(report_id), shown_as)
    return [note.finding for check in (TEMPLATE_CHECKS | CHECKS).values() for note in check(checked)]
