"""What a draft remembers of how it was made, kept inside the Word file and beside it."""

import hashlib
from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict

from letterkit.letter import Answer, Letter, Origin, Spans, text_of

CONTEXT_LENGTH = 40


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SpanRecord(_Record):
    """One sourced span: where from, what value, how printed, and the text around it in its paragraph."""

    references: tuple[str, ...]
    kind: str
    value: str
    printed: str
    paragraph: int
    before: str
    after: str


class DraftRecord(_Record):
    """The record of one draft.

    A span's number, and an answer's, is its index here. `paragraphs` has a hash of each paragraph's
    text; `package_digest` is the SHA-256 of the Word file's parts except this record.
    """

    format: int = 1
    report: str
    evidence_digest: str
    template_digest: str
    package_digest: str = ""
    spans: tuple[SpanRecord, ...]
    answers: tuple[tuple[str, ...], ...]
    paragraphs: tuple[str, ...]

    def origin(self, number: int) -> Origin | None:
        """Return where the span of that number comes from, if the record knows it."""
        if not 0 <= number < len(self.spans):
            return None
        span = self.spans[number]
        return Origin(span.references, span.kind, span.value)


def record_of(letter: Letter, report_id: str, *, evidence_digest: str, template_digest: str) -> DraftRecord:
    """Make the record of a letter as composed."""
    return DraftRecord(
        report=report_id,
        evidence_digest=evidence_digest,
        template_digest=template_digest,
        spans=tuple(_span_records(letter)),
        answers=tuple(block.items for block in letter.blocks if isinstance(block, Answer)),
        paragraphs=tuple(text_hash(text_of(line)) for line in letter.lines()),
    )


def text_hash(text: str) -> str:
    """Return a short hash of a paragraph's text."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _span_records(letter: Letter) -> Iterator[SpanRecord]:
    for number, line in enumerate(letter.lines()):
        yield from _line_records(number, line)


def _line_records(number: int, line: Spans) -> Iterator[SpanRecord]:
    text, start = text_of(line), 0
    for span in line:
        end = start + len(span.text)
        if span.origin:
            yield SpanRecord(
                references=span.origin.references,
                kind=span.origin.kind,
                value=span.origin.value,
                printed=span.text,
                paragraph=number,
                before=text[max(0, start - CONTEXT_LENGTH) : start],
                after=text[end : end + CONTEXT_LENGTH],
            )
        start = end
