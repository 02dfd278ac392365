"""Characters that no letter can hold."""

import re

NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot carry (production 2), and so no Word file can."""

NOT_IN_LETTERS = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff"
    r"\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
"""Those, and what nobody sees: line ends that only some programs know, characters without width, and those that turn
the direction of the text (Unicode TR 36)."""


INSTEAD = "\N{REPLACEMENT CHARACTER}"


def plainly(text: str) -> str:
    """Return text with a sign in the place of each such character."""
    return NOT_IN_LETTERS.sub(INSTEAD, text)


def told(character: str) -> str:
    """Return a character as messages name it."""
    return f"U+{ord(character):04X}"
