"""What is wrong with text that is not YAML, in the words of those who typed it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault and its remedy; `at_start` says to look where the thing begins, not where reading stopped."""

    what: str
    remedy: str
    at_start: bool = False


FAULTS: tuple[tuple[str, str, Fault], ...] = (
    (
        "", "unknown escape character",
        Fault(
            'A backslash in "double marks" begins an escape that YAML does not know.',
            "Use 'single marks' for this text.",
        ),
    ),
    ("", "Unicode character escape", Fault("This escape is no character.", "Type the character itself.")),
    (
        "quoted scalar", "",
        Fault(
            "A quotation mark is opened here and not closed where the text ends.",
            "Close it at the end of the text; inside text in 'single marks' write an apostrophe twice.",
            at_start=True,
        ),
    ),
    (
        "", "mapping values are not allowed",
        Fault("There is a second colon in this line.", "Put the text after the first colon in quotation marks."),
    ),
    (
        "", "could not find expected ':'",
        Fault(
            "This line has no colon after its key.",
            "Write 'key: value'; the second line of a text must stand further in than its key.",
            at_start=True,
        ),
    ),
    (
        "flow sequence", "",
        Fault(
            "A square bracket is opened here and not closed.",
            "Close it with ']', with commas between the entries.",
            at_start=True,
        ),
    ),
    (
        "flow mapping", "",
        Fault(
            "A curly bracket is opened here and not closed.",
            "Close it with '}', with commas between the entries.",
            at_start=True,
        ),
    ),
    (
        "", "found character that cannot start any token",
        Fault(
            "Text cannot begin with this character here (a tab, @, ` or %).",
            "Indent with blanks; put text that begins with such a character in quotation marks.",
        ),
    ),
    (
        "", "did not find expected alphabetic or numeric character",
        Fault("Text cannot begin with * or & here.", "Put the text in quotation marks."),
    ),
    (
        "block mapping", "did not find expected key",
        Fault(
            "This line stands further in, or out, than those it belongs to, or goes on after a closing quotation mark.",
            "Give entries of one list or record the same indentation; write an apostrophe inside 'single marks' twice.",
        ),
    ),
    (
        "block collection", "",
        Fault("This line stands further in, or out, than its list.", "Give all entries the same indentation."),
    ),
)  # fmt: skip
"""By the beginning of what the parser was reading, and by what it stumbled over."""

UNKNOWN = Fault("This is not valid YAML.", "Look at the indentation, colons and quotation marks here.")


def fault_of(context: str | None, problem: str | None) -> Fault:
    """Return the fault that a parser's words stand for."""
    for reading, stumbled, fault in FAULTS:
        if reading in (context or "") and stumbled in (problem or ""):
            return fault
    return UNKNOWN
