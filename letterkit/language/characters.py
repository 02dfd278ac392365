"""Characters that no letter can hold, and the sign put in their place."""

import re
from unicodedata import normalize

NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot carry (production 2), and so no Word file can."""

NOT_IN_LETTERS = re.compile(
    # control characters, line ends that only some programs know, surrogates and what is no character
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    # what turns the direction of the text, and what has no width or shows nothing: Unicode TR 36
    r"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    r"\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001d173-\U0001d17a"
    # tags, and the two planes for private use, whose characters look like nothing that was agreed
    r"\U000e0000-\U0010ffff]"
)
"""Those, and what nobody sees."""

LIGATURES = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st",
}  # fmt: skip
"""Letters in one, which text copied from a PDF has, and the letters to type (Unicode, FB00 to FB06)."""
LIGATURE = re.compile("[\ufb00-\ufb06]")
IN_LETTERS = str.maketrans(LIGATURES)

INSTEAD = "\N{REPLACEMENT CHARACTER}"


def plainly(text: str) -> str:
    """Return text with a sign in the place of each such character."""
    return NOT_IN_LETTERS.sub(INSTEAD, text)


def composed(text: str) -> str:
    """Return text as all evidence, templates and drafts are read: canonically equal text is one (NFC, UAX 15)."""
    return normalize("NFC", text)


def told(character: str) -> str:
    """Return a character as messages name it."""
    return f"U+{ord(character):04X}"
