"""What is wrong with a template that Jinja cannot read, in the words of those who typed it."""

import re
from collections.abc import Callable, Iterable

from letterkit.language import CLOSING, OPENING, STRAIGHT, did_you_mean

JINJA_TAGS = (
    "if", "elif", "else", "for", "set", "block", "macro", "call", "extends", "include", "import", "from", "with",
)  # fmt: skip
SIGNS = {
    "end of print statement": "}}",
    "begin of print statement": "{{",
    "end of statement block": "%}",
    "begin of statement block": "{%",
    "end of template": "the end of the template",
    "name": "a name",
    "string": "a text in quotation marks",
    "integer": "a number",
    "template data / text": "text",
}
OPEN = r"The innermost block that needs to be closed is '(?P<open>\w+)'\."
FAULTS: tuple[tuple[str, Callable[["re.Match[str]", Iterable[str]], str]], ...] = (
    (r"unexpected char .(?P<character>.+). at \d+", lambda match, _: _character(match["character"])),
    (
        rf"Unexpected end of template\..*{OPEN}",
        lambda match, _: (
            f"{_tag(match['open'])} is begun and never ended. Write {_tag('end' + match['open'])} where that part ends"
        ),
    ),
    (
        rf"Encountered unknown tag '(?P<tag>\w+)'\..*?{OPEN}",
        lambda match, tags: (
            f"{_tag(match['tag'])} does not fit here: {_tag(match['open'])} is not ended yet. "
            f"Write {_tag('end' + match['open'])} first, or correct the word. {did_you_mean(match['tag'], tags)}"
        ),
    ),
    (
        r"Encountered unknown tag 'end(?P<tag>\w+)'\.",
        lambda match, _: (
            f"{_tag('end' + match['tag'])} ends what was not begun. "
            f"Take it out, or write {_tag(match['tag'])} where it begins"
        ),
    ),
    (
        r"Encountered unknown tag '(?P<tag>\w+)'\.",
        lambda match, tags: f"There is no tag {_tag(match['tag'])}. {did_you_mean(match['tag'], tags)}",
    ),
    (
        r"expected token '(?P<wanted>.+)', got '(?P<got>.+)'",
        lambda match, _: (
            f"This tag makes no sense at {_sign(match['got'])}: {_sign(match['wanted'])} belongs there. "
            "Look for a word, comma or end of a tag that is missing before it"
        ),
    ),
    (
        r"Expected an expression, got '(?P<got>.+)'",
        lambda match, _: f"A value is missing before {_sign(match['got'])}. Name it there",
    ),
    (
        r"unexpected '(?P<got>.+)'",
        lambda match, _: f"This tag makes no sense at {_sign(match['got'])}. Look for what is missing before it",
    ),
)
"""What Jinja says, and how it is told; the names of the tags there are come with it. Compiled when one is needed."""


def in_plain_words(message: str, *, filters: Iterable[str], tags: Iterable[str]) -> str:
    """Return what Jinja says of a template as people read it."""
    if message.startswith("No filter named '"):
        return f"{message} {did_you_mean(message.split(chr(39))[1], list(filters))}"
    for says, told in FAULTS:
        if match := re.match(says, message):
            return told(match, [*tags, *JINJA_TAGS])
    return message


def _tag(name: str) -> str:
    return f"{{% {name} %}}"


def _sign(token: str) -> str:
    """Return one of Jinja's names for what stands in a template as it is typed."""
    return SIGNS.get(token, f"'{token}'")


def _character(character: str) -> str:
    """Tell a character that Jinja cannot read in a tag."""
    if character in STRAIGHT:
        return "A quotation mark is opened in this tag and not closed. Close it"
    if character in (*OPENING, *CLOSING):
        return f"A tag wants straight quotation marks, \" or ', and this one holds {character}. Retype them"
    return f"'{character}' means nothing in a tag. Take it out"
