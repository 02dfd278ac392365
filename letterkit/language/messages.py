"""What somebody typed as messages show it, and the word that was probably meant."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

LINE_ENDS = re.compile(r"[\r\n]+")
LONGEST_SHOWN = 200

MOST_LISTED = 12
SLIP = 5
"""One slip in so many letters makes a value misspelt; more make another."""


def in_one_line(text: str) -> str:
    """Return text that says one thing as one line, whatever line ends people or programs put into it."""
    return LINE_ENDS.sub(" ", text).strip()


def shown(text: str) -> str:
    """Return what somebody typed as a message shows it: not longer than people read."""
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}\N{HORIZONTAL ELLIPSIS}"


def misspelt(word: str, values: Iterable[str]) -> str:
    """Return a remedy for a fixed value: the one that a slip of the keyboard turns into it, or all of them.

    What is only alike is not proposed, since values that are alike may say the opposite: accepted, not accepted.
    """
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only a fault needs it

    known = sorted(values)
    plain = " ".join(word.lower().split())
    near = [value for value in known if OSA.distance(plain, value.lower()) <= max(1, len(value) // SLIP)]
    return f"Did you mean '{near[0]}'?" if len(near) == 1 else f"Choose one of: {', '.join(known)}."


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a remedy that names the nearest known word, or lists the known ones."""
    names = sorted(known)
    close = get_close_matches(word, names, n=1, cutoff=0.6)
    if close:
        return f"Did you mean '{close[0]}'?"
    if not names:
        return "There is none to choose from yet."
    listed = ", ".join(names[:MOST_LISTED]) + (", ..." if len(names) > MOST_LISTED else "")
    return f"Choose one of: {listed}."
