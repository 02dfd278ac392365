"""How a change is told: quoted, by whom, what became of it."""

from collections.abc import Iterable
from datetime import date
from difflib import SequenceMatcher

from letterkit.evidence import day
from letterkit.language import words_of
from letterkit.letter import Revision

QUOTATION_MARKS = '"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}'
MOST_LISTED, LONGEST_SHOWN = 3, 90


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
