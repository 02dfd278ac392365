"""A Word file read back: as the letter it now is, the inverse of `writers.word`, and as the manuscript it truly is.

In the letter insertions count as there, deletions, struck and hidden text as gone. The draft record inside the
file says where each controlled span comes from and which items each answer answers.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain, groupby

from lxml import etree
from pydantic import ValidationError

from letterkit.formats.word.controls import ANSWER_BOOKMARK, control_alias, references_in
from letterkit.formats.word.elements import (
    flattened,
    inside,
    level_of,
    ordered_lists,
    paragraphs_of,
    style_names,
    unseen_styles,
    value_of,
)
from letterkit.formats.word.namespaces import qualified, w
from letterkit.formats.word.opc import NotAWordFile, Package, damage_told, open_package, parse_xml
from letterkit.formats.word.reading.blocks import HEADING_LEVELS, Grid, StyledLine, gather
from letterkit.formats.word.reading.comments import read_comments
from letterkit.formats.word.reading.labels import Labels
from letterkit.formats.word.reading.runs import BOUND, MAKE_SMALLER, MOST_LINES, TOO_MUCH, UNREAD, TextReader, revision
from letterkit.formats.word.reading.stories import notes_and_margins
from letterkit.formats.word.reading.surfaces import Surfaces
from letterkit.letter import (
    Answer,
    Block,
    DraftLetter,
    DraftRecord,
    Letter,
    Line,
    Manuscript,
    Piece,
    Reference,
    Span,
    Spans,
    Story,
    join_spans,
)

COMMENT_MARKS = (w("commentRangeStart"), w("commentRangeEnd"))
LONGEST_ADDRESS, MOST_ADDRESSES = 100, 3
MOST_READ = 20_000
"""How many paragraphs of a file are read: some 600 pages, more than any letter has."""
DUBLIN_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def read_draft(data: bytes, *, shown_as: str, beside: DraftRecord | None = None) -> DraftLetter:
    """Read a Word file; raises UnreadableDraft. `beside` is a record kept outside of it, which goes before its own."""
    package = open_package(data, shown_as=shown_as)
    return read_package(package, beside or find_record(package), shown_as=shown_as)


def read_package(package: Package, record: DraftRecord | None, *, shown_as: str) -> DraftLetter:
    """Read a Word file that is open as the record says that it was made; raises UnreadableDraft."""
    with damage_told(shown_as):
        document = package.document_name()
        reader = _Reader(package, document, record)
        letter = Letter(_title(package), reader.blocks())
        lines = (*reader.lines, *notes_and_margins(package, document, reader.text))
        manuscript = Manuscript(lines, read_comments(package, document, lines), tuple(reader.not_read()))
    untouched = record is not None and record.package_digest == package.digest()
    return DraftLetter(letter, manuscript, record, untouched)


def find_record(package: Package) -> DraftRecord | None:
    """Return the draft record in a package, if it is one that letterkit writes."""
    for _, record in package.draft_records():
        try:
            return DraftRecord.model_validate_json(record.text or "")
        except ValidationError:
            return None
    return None


def control_references(package: Package) -> Iterator[Reference]:
    """Go through the references in the titles of the content controls that stand in the document."""
    for alias in parse_xml(package.parts[package.document_name()]).iter(w("alias")):
        yield from references_in(alias.get(w("val"), ""))


@dataclass(slots=True)
class _Stretch:
    """Lines and tables in a row that belong to the same answer, or to none."""

    answer: int | None
    parts: list[StyledLine | Grid] = field(default_factory=list)


class _Reader:
    """Reads the body of one Word file."""

    def __init__(self, package: Package, document: str, record: DraftRecord | None) -> None:
        self.package = package
        self.record = record
        self.root = parse_xml(package.parts[document])
        styles = package.xml(package.related(document, "styles"))
        self.style_names = style_names(styles) if styles is not None else {}
        numbering = package.xml(package.related(document, "numbering"))
        self.ordered_lists = ordered_lists(numbering) if numbering is not None else {}
        hidden, struck = unseen_styles(styles) if styles is not None else (frozenset[str](), frozenset[str]())
        self.text = TextReader(hidden, struck, self._owns, Surfaces(styles))
        self.labels = Labels(numbering, styles)
        self.text.begin_part(self.root)
        self.lines: list[Line] = []
        self.tables = self.left_out = 0
        self.heading, self.paragraphs = "", 0
        self.merging: tuple[Piece, ...] = ()

    def _owns(self, number: int, title: str) -> bool:
        """Tell whether a control is one that the record knows: pasted from another letter, its title says otherwise."""
        origin = self.record.origin(number) if self.record else None
        return origin is not None and title in ("", control_alias(origin.references, number))

    def not_read(self) -> Iterator[str]:
        """Go through what the file holds that could not be read, each with its place."""
        yield from dict.fromkeys(self.text.unread)
        if self.left_out:
            yield f"{self.left_out:,} more paragraphs, tables and rows, after the first {MOST_READ:,} paragraphs"
        for what, addresses in self.package.elsewhere().items():
            for where in addresses[:MOST_ADDRESSES]:
                yield f"{what} from elsewhere, which was not fetched: {where[:LONGEST_ADDRESS]}"
            if len(addresses) > MOST_ADDRESSES:
                yield f"{what} from elsewhere in {len(addresses) - MOST_ADDRESSES} more places, not fetched either"
        if any(name.endswith("vbaProject.bin") for name in self.package.parts):
            yield "macros, which were not run"

    def blocks(self) -> tuple[Block, ...]:
        bodies = self.root.findall(w("body"))
        if not bodies:
            raise NotAWordFile("Its document has no body.")
        blocks: list[Block] = []
        for stretch in self._stretches(chain.from_iterable(bodies)):
            plain = tuple(gather(stretch.parts))
            if stretch.answer is None:
                blocks.extend(plain)
            elif self.record and stretch.answer < len(self.record.answers):
                blocks.append(Answer(self.record.answers[stretch.answer], plain))
            else:
                blocks.extend(plain)
        return tuple(blocks)

    def _stretches(self, body: Iterable[etree._Element]) -> Iterator[_Stretch]:
        stretch = _Stretch(None)
        open_ids: dict[str, int] = {}
        for element in self._within_bounds(flattened(body)):
            if element.tag == w("bookmarkStart"):
                match = ANSWER_BOOKMARK.fullmatch(element.get(w("name"), ""))
                if match:
                    yield stretch
                    stretch = _Stretch(int(match[1]))
                    open_ids[element.get(w("id"), "")] = int(match[1])
            elif element.tag == w("bookmarkEnd"):
                if open_ids.pop(element.get(w("id"), ""), None) is not None:
                    yield stretch
                    stretch = _Stretch(None)
            elif element.tag == w("p"):
                line = self._paragraph(element)
                if line.spans or line.picture:
                    stretch.parts.append(line)
            elif element.tag == w("tbl"):
                grid = self._grid(element)
                stretch.parts.extend([grid] if grid.rows else [])
            elif element.tag in UNREAD:
                self.text.unread.append(UNREAD[element.tag])
            else:
                self.text.mark(element)
        yield stretch
        self.text.unread.extend([BOUND] * sum(self.text.bound.values()))

    def _within_bounds(self, elements: Iterable[etree._Element]) -> Iterator[etree._Element]:
        """Go through elements, no paragraphs, tables and rows once there are more lines than any letter has."""
        for element in elements:
            if len(self.lines) >= MOST_READ and element.tag in (w("p"), w("tbl"), w("tr")):
                self.left_out += 1
                if self.left_out + MOST_READ > MOST_LINES:
                    raise NotAWordFile(TOO_MUCH, MAKE_SMALLER)
            else:
                yield element

    def _paragraph(self, paragraph: etree._Element) -> StyledLine:
        """Read a paragraph of the body; one whose end is deleted goes on in the next."""
        style = self.style_names.get(value_of(paragraph, "pPr", "pStyle") or "", "")
        number = len(self.lines)
        line = self._line(paragraph, None, self._place(paragraph))
        if style in HEADING_LEVELS and line.text:
            self.heading, self.paragraphs = line.text, 0
            self.lines[number] = replace(line, level=HEADING_LEVELS[style])
        pieces = (*self.merging, *line.pieces)
        self.merging = pieces if line.end_deleted else ()
        styled = StyledLine(style, () if line.end_deleted else self._spans(pieces))
        styled.list_id = value_of(paragraph, "pPr", "numPr", "numId")
        if styled.list_id is not None:
            self.lines[number] = replace(self.lines[number], listed=True)
        styled.level = level_of(value_of(paragraph, "pPr", "numPr", "ilvl"))
        styled.ordered = self.ordered_lists.get((styled.list_id or "", styled.level), False)
        properties = next(paragraph.iter(qualified("wp:docPr")), None)
        if properties is not None:
            styled.picture = (properties.get("name", ""), properties.get("descr", ""))
        return styled

    def _place(self, paragraph: etree._Element) -> str:
        self.paragraphs += next(paragraph.iter(w("t"), w("delText")), None) is not None
        under = f' under "{self.heading}"' if self.heading else ""
        return f"paragraph {max(self.paragraphs, 1)}{under}"

    def _line(self, paragraph: etree._Element, row: int | None, place: str, state: Piece | None = None) -> Line:
        unread = len(self.text.unread)
        line = self.text.line(paragraph, Story.BODY, place, row=row, state=state)
        if label := self.labels.label(paragraph):
            line = replace(line, pieces=(Piece(f"{label} "), *line.pieces))
        self.lines.append(line)
        while self.text.boxes:
            box, kept = self.text.boxes.popleft()
            for inner in paragraphs_of(box):
                self.lines.append(self.text.line(inner, Story.TEXT_BOX, f"text box at {place}", state=kept))
        self.text.unread[unread:] = [f"{what} in {place}" for what in self.text.unread[unread:]]
        return line

    def _spans(self, pieces: tuple[Piece, ...]) -> Spans:
        spans: list[Span] = []
        for number, group in groupby((piece for piece in pieces if piece.stands), key=lambda piece: piece.control):
            standing = list(group)
            origin = self.record.origin(number) if self.record and number is not None else None
            if origin:
                text = "".join(piece.text for piece in standing)
                spans.append(Span(text, origin, standing[0].strong, standing[0].emphasis))
            else:
                spans.extend(Span(piece.text, None, piece.strong, piece.emphasis) for piece in standing)
        return join_spans(tuple(spans))

    def _grid(self, table: etree._Element) -> Grid:
        self.tables += 1
        grid = Grid([])
        number = 0
        for row in self._within_bounds(inside(table, w("tr"), *COMMENT_MARKS)):
            if row.tag in COMMENT_MARKS:
                self.text.mark(row)
                continue
            number += 1
            deleted = revision(row.find(f"{w('trPr')}/{w('del')}"))
            state = Piece("", inserted=revision(row.find(f"{w('trPr')}/{w('ins')}")), deleted=deleted)
            row_id = len(self.lines)
            cells = tuple(
                self._cell(cell, row_id, f"table {self.tables}, row {number}, column {column}", state)
                for column, cell in enumerate(inside(row, w("tc")), start=1)
            )
            for mark in row.iterchildren(*COMMENT_MARKS):
                self.text.mark(mark)
            if not deleted:
                grid.rows.append(cells)
        return grid

    def _cell(self, cell: etree._Element, row: int, place: str, state: Piece) -> Spans:
        spans: list[Span] = []
        gone = revision(cell.find(f"{w('tcPr')}/{w('cellDel')}"))
        state = replace(state, deleted=state.deleted or gone)
        for inner in cell.iterchildren(w("altChunk")):
            self.text.unread.append(f"{UNREAD[str(inner.tag)]} in {place}")
        for paragraph in paragraphs_of(cell):
            line = self._line(paragraph, row, place, state)
            spans.extend([Span("\n")] if spans else [])
            spans.extend(self._spans(line.pieces))
        return join_spans(tuple(spans))


def _title(package: Package) -> str:
    core = package.xml(package.related("", "core-properties"))
    return (core.findtext(DUBLIN_TITLE) or "") if core is not None else ""
