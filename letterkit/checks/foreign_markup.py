"""Does the letter print marks of Markdown, HTML or LaTeX?"""

from collections.abc import Iterator

from letterkit.checks.checked_letter import CheckedLetter
from letterkit.findings import Note, Severity
from letterkit.language import find_foreign_markup

MESSAGE = "Word prints these marks of another program as they stand. Take them out, and format the words in Word."


def check(letter: CheckedLetter) -> Iterator[Note]:
    """Find each mark of another program outside quotations."""
    for paragraph in letter.paragraphs:
        for match in find_foreign_markup(paragraph.own_words):
            yield letter.note("foreign-markup", Severity.WARNING, paragraph, match.span(), MESSAGE)
