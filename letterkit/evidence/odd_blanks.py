"""Blanks, dashes and bullets that came from Word or a web page, where YAML wants those of the keyboard."""

import re
from collections.abc import Iterable, Iterator, Sequence

from letterkit.errors import Place, Problem

BLANKS = {
    "\N{NO-BREAK SPACE}": "a non-breaking space", "\N{NARROW NO-BREAK SPACE}": "a narrow non-breaking space",
    "\N{THIN SPACE}": "a thin space", "\N{EN SPACE}": "an en space", "\N{EM SPACE}": "an em space",
    "\N{FIGURE SPACE}": "a figure space", "\N{IDEOGRAPHIC SPACE}": "an ideographic space",
}  # fmt: skip
MARKS = {
    "\N{BULLET}": "a bullet", "\N{MIDDLE DOT}": "a middle dot", "\N{BLACK SMALL SQUARE}": "a square bullet",
    "\N{WHITE BULLET}": "a hollow bullet", "\N{BLACK CIRCLE}": "a bullet", "\N{EN DASH}": "an en dash",
    "\N{EM DASH}": "an em dash", "\N{MINUS SIGN}": "a minus sign", "\uf0b7": "a bullet",
}  # fmt: skip
ODD = "".join(BLANKS)
KINDS = (
    (
        re.compile(rf"^ *(?P<odd>[{ODD}])"),
        "The line is indented with {odd} where a blank belongs.",
        "Retype the blanks at its beginning.",
    ),
    (
        re.compile(rf"^\s*(?P<odd>[{''.join(MARKS)}])(?=[\s{ODD}])"),
        "The line begins with {odd} where '- ' belongs.",
        "Type a hyphen and a blank.",
    ),
    (
        re.compile(rf"^\s*-(?P<odd>[{ODD}])"),
        "After the hyphen stands {odd} where a blank belongs.",
        "Retype the blank.",
    ),
    (
        re.compile(rf"^\s*(?:- +)?[^\s:#'\"]+:(?P<odd>[{ODD}])"),
        "After the colon stands {odd} where a blank belongs.",
        "Retype the blank.",
    ),
    (re.compile(rf"(?P<odd>[{ODD}])\s*$"), "The line ends in {odd}.", "Take it out."),
)
"""What is looked for in a line, what is said of it, and the remedy."""


def with_odd_blanks(problems: Iterable[Problem], lines: Sequence[str]) -> Iterator[Problem]:
    """Go through the problems of a file, those that an odd blank in the line, or the one before, causes as that."""
    told: set[Problem] = set()
    for problem in problems:
        found = next(filter(None, (_odd(problem.place, lines, line) for line in _near(problem.place))), problem)
        if found not in told:
            told.add(found)
            yield found


def _near(place: Place) -> Sequence[int]:
    return (place.line, place.line - 1) if place.line is not None else ()


def _odd(place: Place, lines: Sequence[str], line: int) -> Problem | None:
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    for pattern, what, remedy in KINDS:
        found = pattern.search(text)
        if found:
            named = (BLANKS | MARKS)[found["odd"]]
            return Problem(place._replace(line=line, column=found.start("odd") + 1), what.format(odd=named), remedy)
    return None
