"""What the checks of a review are given, and the words in which they tell what they found."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher

from letterkit.checks import EvidenceIndex
from letterkit.compare import Comparison
from letterkit.errors import Place
from letterkit.evidence import day
from letterkit.findings import Finding, Severity
from letterkit.language import words_of
from letterkit.letter import IN_FILE, Manuscript, Revision
from letterkit.wording import Change

QUOTATION_MARKS = '"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}'
MOST_LISTED, LONGEST_SHOWN = 3, 90


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What the checks of a review are given: the file, what became of each value and wording, and the evidence.

    `margins` are the lines of headers and footers as generated, None if that is not known; `places` tells
    where each reference stands on disk; `anew` compares the letter as generated with the one composed today;
    `foreign` says that the file was not made from the letter; `elsewhere` has the values of other letters, by their
    references, each with its report, and `recorded` tells where the record was found.
    """

    file: str
    manuscript: Manuscript
    comparison: Comparison
    changes: Sequence[Change]
    evidence: EvidenceIndex
    places: Mapping[str, Place]
    margins: Sequence[str] | None = None
    anew: Comparison | None = None
    foreign: bool = False
    elsewhere: Mapping[tuple[str, ...], Sequence[tuple[str, str]]] = field(default_factory=dict)
    recorded: str = IN_FILE

    def finding(
        self, check: str, severity: Severity, subject: str, message: str, place: str, reference: str | None = None
    ) -> Finding:
        """Word a finding on a place in the file."""
        return Finding(check, severity, subject, message, Place(", ".join(filter(None, (self.file, place)))), reference)

    def evidence_at(self, reference: str) -> str:
        """Return a reference with its file and line, as far as these are known."""
        place = next(
            (self.places[name] for name in (reference, reference.rpartition(".")[0]) if name in self.places), None
        )
        return f"{reference} ({place})" if place else reference


def quoted(text: str | None) -> str:
    """Return words in quotation marks on one line, the middle of long ones left out."""
    plain = " ".join((text or "").split()).strip(QUOTATION_MARKS)
    if len(plain) > LONGEST_SHOWN:
        half = LONGEST_SHOWN // 2
        plain = f"{plain[:half].rstrip()} ... {plain[-half:].lstrip()}"
    return f"'{plain}'"


def listed(entries: Iterable[str]) -> str:
    """Return the first few of some entries, each once, and how many more there are."""
    known = list(dict.fromkeys(entries))
    more = f" and {len(known) - MOST_LISTED} more" if len(known) > MOST_LISTED else ""
    return ", ".join(known[:MOST_LISTED]) + more


def by_whom(change: Revision | None) -> str:
    """Tell who made a change and when, or that nobody can tell."""
    if change is None:
        return "silently, without a tracked change"
    who = f"by {change.author}" if change.author else "by somebody without a name"
    try:
        when = f" on {day(date.fromisoformat(change.date[:10]))}"
    except ValueError:
        when = ""
    return f"{who}{when}, as a tracked change"


def turned(before: str, after: str) -> str:
    """Tell what became of words."""
    if not before:
        return f"{quoted(after)} was put in"
    if not after:
        return f"{quoted(before)} was taken out"
    return f"{quoted(before)} became {quoted(after)}"


def differing(before: str, after: str) -> str:
    """Tell the words in which two passages differ."""
    old, new = ([word.plain for word in words_of(text)] for text in (before, after))
    told = [
        turned(" ".join(old[start:end]), " ".join(new[first:last]))
        for kind, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if kind != "equal"
    ]
    return listed(told)
