"""A file read back: the letter, its tracked text, and the record of how it was made."""

from dataclasses import dataclass
from functools import cached_property
from typing import Self

from pydantic import BaseModel, ConfigDict, model_validator

from letterkit.letter.blocks import Answer, Letter, Origin, Span, can_be_written
from letterkit.letter.references import ItemRef
from letterkit.letter.tracked_text import Manuscript

FORMAT = 2

IN_FILE, BESIDE, IN_DRAFTS, NOWHERE = "in the file", "beside the file", "in drafts/", "nowhere"
INSTEAD = "the office's own, instead of the one in the file"
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
    def _is_one_that_letterkit_writes(self) -> Self:
        if self.format != FORMAT:
            message = "the record has another format"
            raise ValueError(message)
        if not all(span.origin.references for span in self.letter.spans() if span.origin):
            message = "a sourced value has no reference"
            raise ValueError(message)
        if not (self.report.isprintable() and can_be_written(self.letter)):
            message = "no letter is like this"
            raise ValueError(message)
        return self

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The sourced spans, by number."""
        return tuple(span for span in self.letter.spans() if span.origin)

    @cached_property
    def answers(self) -> tuple[tuple[ItemRef, ...], ...]:
        """The items of each answer, by number."""
        return tuple(block.items for block in self.letter.blocks if isinstance(block, Answer))

    def origin(self, number: int) -> Origin | None:
        """Return where the span of that number comes from, if the record knows it."""
        return self.spans[number].origin if 0 <= number < len(self.spans) else None

    def is_of_the_same_making(self, other: "DraftRecord") -> bool:
        """Tell whether two records say that their letters were made from the same evidence and template."""
        own, others = ((one.report, one.evidence_digest, one.template_digest) for one in (self, other))
        return own == others

    def says_the_same(self, other: "DraftRecord") -> bool:
        """Tell whether two records have the same letter and, if it is of the same file, the same margins."""
        same_margins = self.margins == other.margins or self.package_digest != other.package_digest
        return self.letter == other.letter and same_margins

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the record as it is kept."""
        return self.model_dump_json(indent=indent, exclude_defaults=True)


def record_of(letter: Letter, report_id: str, *, evidence_digest: str, template_digest: str) -> DraftRecord:
    """Make the record of a letter as composed, which has nothing in it that a record cannot have."""
    return DraftRecord.model_construct(
        format=FORMAT,
        report=report_id,
        evidence_digest=evidence_digest,
        template_digest=template_digest,
        letter=letter,
    )


@dataclass(frozen=True, slots=True)
class DraftLetter:
    """A Word file as a letter and as a manuscript, with the record of how it was made if that is still in it.

    `untouched` says whether the file is, part for part, the one that letterkit wrote.
    """

    letter: Letter
    manuscript: Manuscript
    record: DraftRecord | None
    untouched: bool
