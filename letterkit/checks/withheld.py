"""Does the letter say what the office keeps to itself: an internal note, or a fact that is not to be published?"""

from collections.abc import Iterator

from letterkit.checks.checked_letter import CheckedLetter
from letterkit.checks.facts import plain_passage
from letterkit.evidence import Fact
from letterkit.findings import Note, Severity
from letterkit.letter import Reference

FEWEST_WORDS = 4


def check(letter: CheckedLetter) -> Iterator[Note]:
    """Find each paragraph with the words of a `note`, or of a text in a fact marked `publish: false`."""
    kept = [
        (reference, plain, max(plain.split(), key=len))
        for name, fact in letter.pack.facts()
        for reference, text in _kept(name, fact)
        if len((plain := plain_passage(text)).split()) >= FEWEST_WORDS
    ]
    for paragraph in letter.paragraphs:
        small = paragraph.text.lower()
        for reference, text, probe in kept:
            if probe in small and text in plain_passage(paragraph.text):
                message = f"The office keeps this to itself: {reference} in evidence. Take it out."
                stretch = (0, len(paragraph.text))
                yield letter.note("withheld", Severity.ERROR, paragraph, stretch, message, reference)


def _kept(reference: Reference, fact: Fact) -> Iterator[tuple[Reference, str]]:
    fields = ("note",) if fact.publish else tuple(type(fact).model_fields)
    for field in fields:
        value = getattr(fact, field)
        if isinstance(value, str) and field != "source":
            yield reference.child(field), value
