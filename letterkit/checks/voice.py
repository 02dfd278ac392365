"""Does the letter keep one voice from beginning to end?"""

import re
from collections.abc import Iterator

from letterkit.checks.checked_letter import CheckedLetter, CheckedParagraph
from letterkit.findings import Note, Severity

MY_OFFICE = re.compile(r"\b[Mm]y (?:own )?office\b")
OUR_OFFICE = re.compile(r"\b[Oo]ur (?:own )?office\b")
CLOSE = "Yours "


def check(letter: CheckedLetter) -> Iterator[Note]:
    """Find where signatories speak of themselves by post or name, and where 'my office' becomes 'our office'."""
    pack = letter.pack
    signatory = pack.office.office_holders[pack.particulars(letter.report_id).signatory]
    name = re.escape(signatory.name)
    own = re.compile(rf"\b{re.escape(signatory.short_post)}\b|(?<!\bI, )\b{name}\b", re.IGNORECASE)
    body = list(_until_the_close(letter.paragraphs))
    for paragraph in body:
        for match in own.finditer(paragraph.own_words):
            message = f"{signatory.name} signs this letter. Write 'I', 'me' or 'my' here."
            yield letter.note("voice", Severity.WARNING, paragraph, match.span(), message)
    if any(MY_OFFICE.search(paragraph.own_words) for paragraph in body):
        for paragraph in body:
            for match in OUR_OFFICE.finditer(paragraph.own_words):
                message = "Elsewhere the letter says 'my office'. Keep to one of the two."
                yield letter.note("voice", Severity.WARNING, paragraph, match.span(), message)


def _until_the_close(paragraphs: tuple[CheckedParagraph, ...]) -> Iterator[CheckedParagraph]:
    for paragraph in paragraphs:
        if paragraph.text.startswith(CLOSE):
            return
        yield paragraph
