"""How values and answers are marked in Word: content controls and bookmarks."""

import re

ALIAS_LIMIT = 64
CONTROL_TAG = re.compile(r"lk\.(\d{1,9})")
ALIAS_TAG = re.compile(r"\[lk\.(\d{1,9})\]$")
ANSWER_BOOKMARK = re.compile(r"_lk_answer_(\d{1,9})")


def control_tag(number: int) -> str:
    """Return the tag of the content control around the sourced span of that number."""
    return f"lk.{number}"


def control_alias(reference: str, number: int) -> str:
    """Return the title of that control: its reference and tag, within the 64 characters Word allows."""
    tag = f" [{control_tag(number)}]"
    room = ALIAS_LIMIT - len(tag)
    return (reference if len(reference) <= room else reference[: room - 1] + "\N{HORIZONTAL ELLIPSIS}") + tag


def answer_bookmark(number: int) -> str:
    """Return the name of the hidden bookmark around the answer of that number."""
    return f"_lk_answer_{number}"
