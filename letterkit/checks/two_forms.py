"""Does the letter write the same figure in two forms, four here and 4 there?"""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from letterkit.checks.checked_letter import CheckedLetter, CheckedParagraph, SourcedStretch
from letterkit.findings import Note, Severity
from letterkit.language import is_figure, normal_form

if TYPE_CHECKING:
    from letterkit.letter import Reference


def check(examined: CheckedLetter) -> Iterator[Note]:
    """Find each value of evidence that is a figure and printed in a second form, or as a second value."""
    printed: defaultdict[tuple[Reference, ...], list[tuple[CheckedParagraph, SourcedStretch, str]]] = defaultdict(list)
    for passage in examined.passages:
        for one in passage.sourced:
            text = passage.text[one.start : one.end].strip("%")
            if len(normal_form(text)) == 1 and is_figure(normal_form(text)[0]):
                printed[one.references].append((passage, one, text))
    for references, places in printed.items():
        first = places[0][2]
        for passage, one, text in places[1:]:
            if text.lower() != first.lower() and normal_form(text) == normal_form(first):
                message = f"Elsewhere in the letter it is '{first}'. Keep to one form."
                yield examined.note("two-forms", Severity.NOTE, passage, (one.start, one.end), message, *references)
