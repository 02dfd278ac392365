"""Is a figure typed into the template, where nobody can tell its source?"""

import re
from collections.abc import Iterator

from letterkit.findings import Finding, Severity
from letterkit.letter import Letter, Spans, text_of
from letterkit.models.pack import EvidencePack

FIGURE = re.compile(r"[£$€]?\d[\d,.:/]*\d%?|\d%?")
AROUND = 30


def check(letter: Letter, _pack: EvidencePack, report_id: str) -> Iterator[Finding]:
    """Find each figure in digits that does not come from evidence."""
    for line in letter.lines():
        for figure, words in _figures_typed_in(line):
            yield Finding(
                check="unsourced",
                severity=Severity.ERROR,
                subject=f"'{figure}'",
                message=(
                    f"This figure is typed into the template of {report_id}: '{words}'. "
                    "Put it into evidence and print it from there."
                ),
            )


def _figures_typed_in(line: Spans) -> Iterator[tuple[str, str]]:
    text, start = text_of(line), 0
    for span in line:
        if span.origin is None:
            for match in FIGURE.finditer(span.text):
                at = start + match.start()
                yield match[0], text[max(0, at - AROUND) : at + len(match[0]) + AROUND]
        start += len(span.text)
