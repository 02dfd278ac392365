"""What letterkit raises when it cannot do the job.

    LetterkitError
    ├── UsageError            the command asks for something that is not there
    ├── OverwriteRefused      a draft may hold a colleague's edits
    ├── UnsafeOutput          a file was made that Word would repair, or that says something else; it is not saved
    └── InputError            files that people wrote need mending; carries every problem found
        ├── EvidenceError     YAML under evidence/
        ├── TemplateError     Jinja and Markdown under templates/letters/
        ├── LetterheadError   Word letterheads under templates/letterheads/
        └── UnreadableDraft   a Word file that cannot be read as a letter

What letterkit says about a letter that it could make is a `Finding`, never an error.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from letterkit.language import in_one_line
from letterkit.location import Place


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: where it stands, what is wrong, what to do."""

    place: Place
    what: str
    remedy: str

    def __str__(self) -> str:
        return in_one_line(f"{self.place}: {self.what} {self.remedy}")


MOST_TOLD = 50
"""The most problems of one run that people are told; they mend these and look again."""


class LetterkitError(Exception):
    """Whatever stops letterkit and can be told in a sentence."""


class UsageError(LetterkitError):
    """The command names something that does not exist."""


class OverwriteRefused(LetterkitError):
    """The file on disk is not the one letterkit last wrote there."""


class UnsafeOutput(LetterkitError):
    """A Word file that Word would have to repair, or that does not read back as the letter meant."""


class InputError(LetterkitError):
    """Files that people wrote need mending."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class EvidenceError(InputError):
    """YAML under evidence/ that cannot be used."""


class TemplateError(InputError):
    """A letter template that cannot be rendered."""


class LetterheadError(InputError):
    """A letterhead that cannot carry a letter."""


class UnreadableDraft(InputError):
    """A Word file that cannot be read as a letter."""
