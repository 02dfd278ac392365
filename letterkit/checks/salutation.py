"""Does the salutation fit the addressee, and the close the salutation?"""

import re
from collections.abc import Iterator

from letterkit.checks.checked_letter import CheckedLetter
from letterkit.findings import Note, Severity
from letterkit.language import same_words
from letterkit.letter import Reference

DEAR = re.compile(r"Dear (?P<whom>.+?),?\s*")
YOURS = re.compile(r"Yours (?P<how>sincerely|faithfully),?\s*", re.IGNORECASE)
IMPERSONAL = re.compile(r"(?:Sirs?|Madam)(?:(?: or |/)Madam)?")


def check(letter: CheckedLetter) -> Iterator[Note]:
    """Hold `Dear ...` against the addressee in evidence, and `Yours ...` against it.

    Somebody addressed by name is written to sincerely, a Sir or Madam faithfully.
    """
    pack = letter.pack
    name = pack.particulars(letter.report_id).addressee
    salutation = pack.addressees[name].salutation
    right = None
    for paragraph in letter.paragraphs:
        if dear := DEAR.fullmatch(paragraph.text):
            right = "faithfully" if IMPERSONAL.fullmatch(dear["whom"]) else "sincerely"
            if salutation and not same_words(dear["whom"], salutation):
                message = f"Evidence addresses '{name}' as '{salutation}'. Correct one of the two."
                where = Reference.of("addressees", name, "salutation")
                yield letter.note("salutation", Severity.ERROR, paragraph, dear.span("whom"), message, where)
        elif right and (yours := YOURS.fullmatch(paragraph.text)) and yours["how"].lower() != right:
            message = f"A letter that begins like this one ends 'Yours {right}'."
            yield letter.note("salutation", Severity.WARNING, paragraph, yours.span("how"), message)
