"""Does the letter write the same figure in two forms, four here and 4 there?"""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from letterkit.checks.checked_letter import CheckedLetter, CheckedParagraph, SourcedStretch
from letterkit.findings import Note, Severity
from letterkit.language import is_figure, normal_form

if TYPE_CHECKING:
    from letterkit.letter import Reference


def check(letter: CheckedLetter) -> Iterator[Note]:
    """Find each value of evidence that is a figure and printed in a second form, or as a second value."""
    printed: defaultdict[tuple[Reference, ...], list[tuple[CheckedParagraph, SourcedStretch, str]]] = defaultdict(list)
    for paragraph in letter.paragraphs:
        for one in paragraph.sourced:
            text = paragraph.text[one.start : one.end].strip("%")
            if len(normal_form(text)) == 1 and is_figure(normal_form(text)[0]):
                printed[one.references].append((paragraph, one, text))
    for references, places in printed.items():
        first = places[0][2]
        for paragraph, one, text in places[1:]:
            if text.lower() != first.lower() and normal_form(text) == normal_form(first):
                message = f"Elsewhere in the letter it is '{first}'. Keep to one form."
                yield letter.note("two-forms", Severity.NOTE, paragraph, (one.start, one.end), message, *references)
