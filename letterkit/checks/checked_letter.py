"""A letter as the checks see it: paragraph by paragraph, with what is sourced in each and where it stands.

A letter just composed and a file that came back are checked alike: in the latter, only what still says what
evidence says counts as sourced.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from operator import attrgetter

from letterkit.checks.facts import EvidenceIndex, Said, Support, judged, said_in
from letterkit.errors import Place
from letterkit.evidence import EvidencePack
from letterkit.findings import Finding, Note, Severity
from letterkit.language import Claim, claims_in, find_quotations
from letterkit.letter import Heading, Letter, List, Reference, Table, lines_of, printed_references, text_of

AROUND = 30
WORDS_OF_REPORTS = ("title", "series", "points", "questions")


@dataclass(frozen=True, slots=True)
class SourcedStretch:
    """A stretch of a paragraph that comes from evidence."""

    start: int
    end: int
    references: tuple[Reference, ...]


@dataclass(frozen=True)
class CheckedParagraph:
    """One paragraph, heading, list item or cell: its text and what is sourced in it.

    `start` is its place in the whole text, `place` tells it to people, `listed` marks an item of a list, `beside` has
    the other cells of a cell's row; by `evidence` its claims are found and judged.
    """

    text: str
    evidence: EvidenceIndex
    sourced: tuple[SourcedStretch, ...]
    place: str
    start: int
    listed: bool = False
    beside: str = ""

    @cached_property
    def own_words(self) -> str:
        """The text with everything that is quoted, with marks or as a passage of another's, left blank."""
        blank = [(one.start, one.end) for one in find_quotations(self.text)[0]]
        blank += [(one.start, one.end) for one in self.sourced if _is_verbatim(one.references[0])]
        text = self.text
        for start, end in blank:
            text = text[:start] + " " * (end - start) + text[end:]
        return text

    @cached_property
    def claims(self) -> Sequence[Claim]:
        """The claims in it."""
        return claims_in(self.text, self.evidence.names, self.evidence.places)

    def support(self, claim: Claim) -> Support | None:
        """Return what evidence says of a claim in it, None if evidence cannot speak to it."""
        if claim not in self._judged:
            self._judged[claim] = judged(self.evidence, self._said[claim])
        return self._judged[claim]

    def supports(self, start: int, end: int) -> list[Support]:
        """Judge each claim in a stretch that evidence can speak to; vague quantities, for one, it cannot."""
        inside = (claim for claim in self.claims if start <= claim.start and claim.end <= end)
        return [found for claim in inside if (found := self.support(claim))]

    @cached_property
    def _said(self) -> dict[Claim, Said]:
        return {said.claim: said for said in said_in(self.text, self.claims, self.beside)}

    @cached_property
    def _judged(self) -> dict[Claim, Support | None]:
        return {}

    @property
    def own_claims(self) -> Iterator[Claim]:
        """The claims in it that are not part of a quotation."""
        return (claim for claim in self.claims if self.own_words[claim.start : claim.end].strip())

    def around(self, start: int, end: int) -> str:
        """Return a stretch with the words beside it."""
        return self.text[max(0, start - AROUND) : end + AROUND]

    def is_sourced(self, start: int, end: int) -> bool:
        """Tell whether a stretch touches what comes from evidence."""
        return any(one.start < end and start < one.end for one in self.sourced)


@dataclass(frozen=True)
class CheckedLetter:
    """A letter to be checked, with the evidence it draws on; `shown_as` is its file, or that of its template."""

    paragraphs: tuple[CheckedParagraph, ...]
    pack: EvidencePack
    report_id: str
    evidence: EvidenceIndex
    shown_as: str

    @classmethod
    def composed(cls, letter: Letter, pack: EvidencePack, report_id: str, shown_as: str) -> "CheckedLetter":
        """Examine a letter as composed."""
        evidence = EvidenceIndex(pack, report_id)
        return cls(tuple(_of_letter(letter, evidence)), pack, report_id, evidence, shown_as)

    @property
    def day(self) -> date:
        """The letter's date."""
        return self.pack.particulars(self.report_id).date

    def paragraph_at(self, place: int) -> CheckedParagraph:
        """Return the paragraph in which a place in the whole text is."""
        return self.paragraphs[max(0, bisect_right(self.paragraphs, place, key=attrgetter("start")) - 1)]

    @cached_property
    def used(self) -> frozenset[Reference]:
        """Every reference that the letter rests on."""
        return frozenset(name for paragraph in self.paragraphs for one in paragraph.sourced for name in one.references)

    def uses(self, fact: Reference) -> bool:
        """Tell whether the letter rests on a fact or anything in it."""
        return any(name != fact and name.is_within(fact) for name in self.used)

    def note(
        self, check: str, severity: Severity, paragraph: CheckedParagraph, stretch: tuple[int, int], message: str,
        *references: Reference,
    ) -> Note:  # fmt: skip
        """Word a finding on a stretch of a paragraph."""
        start, end = stretch
        subject = f"'{' '.join(paragraph.text[start:end].split())}'"
        place = Place(self.shown_as, where=paragraph.place)
        finding = Finding(check, severity, subject, message, place, printed_references(references) or None)
        return Note(finding, paragraph.start + start, paragraph.start + end)

    def fact_note(self, check: str, severity: Severity, fact: Reference, message: str, *, field: str = "") -> Note:
        """Word a finding on a fact, or a field of it, that the letter rests on."""
        place = self.pack.place_of(fact.child(field) if field else fact)
        return Note(Finding(check, severity, str(fact), message, place, str(fact)))


def _is_verbatim(reference: Reference) -> bool:
    """Tell whether a value is a passage of another's words."""
    match reference:
        case ("quotations", *_):
            return True
        case ("reports", _, part, *_):
            return part in WORDS_OF_REPORTS or reference.name == "text"
        case _:
            return False


def _of_letter(letter: Letter, evidence: EvidenceIndex) -> Iterator[CheckedParagraph]:
    start, number, heading, tables = 0, 0, "", 0
    for block in letter.plain_blocks():
        rows = {id(cell): row for row in block.rows for cell in row} if isinstance(block, Table) else {}
        tables += isinstance(block, Table)
        cells = _places_of_cells(block, tables) if isinstance(block, Table) else {}
        for line in lines_of(block):
            text = text_of(line)
            is_heading = isinstance(block, Heading)
            if is_heading:
                number, heading = 0, text
            elif id(line) not in cells:
                number += bool(text.strip())
            sourced: list[SourcedStretch] = []
            at = 0
            for span in line:
                if span.origin:
                    sourced.append(SourcedStretch(at, at + len(span.text), span.origin.references))
                at += len(span.text)
            under = f' under "{heading}"' if heading else ""
            place = cells.get(id(line)) or f"paragraph {max(number, 1)}{under}"
            beside = " ".join(text_of(cell) for cell in rows.get(id(line), ()) if cell is not line)
            yield CheckedParagraph(text, evidence, tuple(sourced), place, start, isinstance(block, List), beside)
            start += len(text) + 1


def _places_of_cells(table: Table, number: int) -> dict[int, str]:
    """Return where each cell of a table stands, by its identity."""
    return {
        id(cell): f"table {number}, row {row}, column {column}"
        for row, cells in enumerate((table.header, *table.rows), start=1)
        for column, cell in enumerate(cells, start=1)
    }
