"""What a draft remembers of how it was made, kept inside the Word file and beside it."""

from functools import cached_property
from typing import Self

from pydantic import BaseModel, ConfigDict, model_validator

from letterkit.letter import Answer, Letter, Origin, Span

FORMAT = 2

IN_FILE, BESIDE, IN_DRAFTS, NOWHERE = "in the file", "beside the file", "in drafts/", "nowhere"
"""Where the record of a draft was found."""


class DraftRecord(BaseModel):
    """The record of one draft: the letter as it was generated, and from what.

    The number of a span's content control, or of an answer's bookmark, is its place among the letter's
    sourced spans, or answers. `margins` has the lines of the headers and footers; `package_digest` is the
    SHA-256 of the Word file's parts except this record.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    format: int
    report: str
    evidence_digest: str
    template_digest: str
    package_digest: str = ""
    margins: tuple[str, ...] = ()
    letter: Letter

    @model_validator(mode="after")
    def _every_origin_names_evidence(self) -> Self:
        if not all(span.origin.references for span in self.letter.spans() if span.origin):
            message = "a sourced value has no reference"
            raise ValueError(message)
        return self

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The sourced spans, by number."""
        return tuple(span for span in self.letter.spans() if span.origin)

    @cached_property
    def answers(self) -> tuple[tuple[str, ...], ...]:
        """The items of each answer, by number."""
        return tuple(block.items for block in self.letter.blocks if isinstance(block, Answer))

    def origin(self, number: int) -> Origin | None:
        """Return where the span of that number comes from, if the record knows it."""
        return self.spans[number].origin if 0 <= number < len(self.spans) else None

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the record as it is kept."""
        return self.model_dump_json(indent=indent, exclude_defaults=True)


def record_of(letter: Letter, report_id: str, *, evidence_digest: str, template_digest: str) -> DraftRecord:
    """Make the record of a letter as composed."""
    return DraftRecord(
        format=FORMAT,
        report=report_id,
        evidence_digest=evidence_digest,
        template_digest=template_digest,
        letter=letter,
    )
