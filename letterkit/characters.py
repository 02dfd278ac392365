"""Characters that no letter can hold."""

import re

NOT_IN_LETTERS = re.compile("[^\t\r\n\u0020-\u007e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot carry (production 2) and so no Word file can, and the line ends that only some programs know."""


def told(character: str) -> str:
    """Return a character as messages name it."""
    return f"U+{ord(character):04X}"
