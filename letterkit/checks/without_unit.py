"""Is a number that has a unit in evidence printed with it?"""

from collections.abc import Iterator

from letterkit.checks.checked_letter import CheckedLetter, CheckedParagraph, SourcedStretch
from letterkit.evidence import EvidencePack, Quantity, Statistic, sourced_at
from letterkit.findings import Note, Severity
from letterkit.language import sentence_at

SHARES = ("%", "per cent", "percent", "share", "proportion", "rate")
STEM = 5
"""How many letters of a unit say it, whether one or several: month, organ(isations)."""


def check(letter: CheckedLetter) -> Iterator[Note]:
    """Find each number in prose, not in a table, without its unit in the same sentence."""
    for paragraph in (one for one in letter.paragraphs if not one.beside):
        for stretch in paragraph.sourced:
            unit = _unit_of(letter.pack, stretch)
            if unit and not _is_said(unit, paragraph, stretch):
                message = f"It is printed without its unit, '{unit}'. Print the unit after it."
                place = (stretch.start, stretch.end)
                yield letter.note("without-unit", Severity.WARNING, paragraph, place, message, *stretch.references)


def _unit_of(pack: EvidencePack, stretch: SourcedStretch) -> str | None:
    """Return the unit that evidence gives for a number printed by itself."""
    (reference, *others) = stretch.references
    held = sourced_at(pack, reference.parent if reference.name == "value" else reference)
    if others or held is None or not isinstance(held.value, Quantity | Statistic):
        return None
    return None if held.value.unit == "ratio" else held.value.unit


def _is_said(unit: str, paragraph: CheckedParagraph, stretch: SourcedStretch) -> bool:
    start, end = sentence_at(paragraph.text, stretch.start)
    sentence = paragraph.text[start : max(end, stretch.end)].lower()
    if unit == "percent":
        return any(sign in sentence for sign in SHARES)
    words = [word for word in unit.lower().replace("-", " ").split() if len(word) > 1] or [unit.lower()]
    return any(word[:STEM].rstrip("s") in sentence for word in words)
