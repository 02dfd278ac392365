"""Characters that no letter can hold."""

import re

NOT_IN_LETTERS = re.compile(
    "[^\t\r\n\u0020-\u007e\u00a0-\u200a\u2010-\u2027\u202f-\u205f\u2070-\ud7ff\ue000-\ufefe"
    "\uff00-\ufff8\ufffc-\ufffd\U00010000-\U0010ffff]"
)
"""What XML 1.0 cannot carry (production 2) and so no Word file can, and what nobody sees: line ends that only some
programs know, characters without width, and those that turn the direction of the text (Unicode TR 36)."""


INSTEAD = "\N{REPLACEMENT CHARACTER}"


def plainly(text: str) -> str:
    """Return text with a sign in the place of each such character."""
    return NOT_IN_LETTERS.sub(INSTEAD, text)


def told(character: str) -> str:
    """Return a character as messages name it."""
    return f"U+{ord(character):04X}"
