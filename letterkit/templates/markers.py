"""The marks that stand in a rendered template for sourced values and for the parts of a letter.

A mark is made of characters for private use, so that Markdown takes it as a letter of text and nothing else.
"""

import re
from dataclasses import dataclass

from letterkit.letter import ItemRef, Reference, Role

SPAN_OPEN, SPAN_CLOSE, REGION_OPEN, REGION_CLOSE = "\ue000", "\ue001", "\ue002", "\ue003"
MARKS = frozenset((SPAN_OPEN, SPAN_CLOSE, REGION_OPEN, REGION_CLOSE))
SPAN_MARK = re.compile(f"{SPAN_OPEN}(\\d+){SPAN_CLOSE}")
ANY_MARK = re.compile(f"{SPAN_OPEN}\\d+{SPAN_CLOSE}|{REGION_OPEN}/?\\d+{REGION_CLOSE}")
REGION_MARK = re.compile(f"{REGION_OPEN}(/?)(\\d+){REGION_CLOSE}")


@dataclass(frozen=True, slots=True)
class Region:
    """A marked part of a letter: `answer` with its items, or an element such as `recipient` with its arguments.

    `references` has those of what came from evidence.
    """

    name: str
    arguments: tuple[str, ...] = ()
    items: tuple[ItemRef, ...] = ()
    references: tuple[Reference, ...] = ()


ROLE_REGIONS = {
    "reference": Role.REFERENCE,
    "date": Role.DATE,
    "delivery": Role.DELIVERY,
    "recipient": Role.RECIPIENT,
    "salutation": Role.SALUTATION,
    "close": Role.CLOSE,
    "copies": Role.COPIES,
}
REGION_NAMES = (*ROLE_REGIONS, "subject", "signature", "annex", "answer")


def span_mark(number: int) -> str:
    """Return the mark that stands for the span of that number."""
    return f"{SPAN_OPEN}{number}{SPAN_CLOSE}"


def region_mark(number: int, *, closes: bool = False) -> str:
    """Return the mark that begins or ends a region, as a paragraph of its own."""
    return f"\n\n{REGION_OPEN}{'/' if closes else ''}{number}{REGION_CLOSE}\n\n"
