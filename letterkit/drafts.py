"""A Word file read back as a letter: the inverse of `writers.word`.

Insertions count as there, deletions and struck text as gone. The draft record inside the file says where each
controlled span comes from and which items each answer answers.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from pydantic import ValidationError

from letterkit import wordml
from letterkit.errors import Problem, UnreadableDraft
from letterkit.letter import (
    Answer,
    Block,
    Heading,
    Letter,
    List,
    ListItem,
    Paragraph,
    PlainBlock,
    Role,
    SignatureBlock,
    Span,
    Spans,
    Table,
    join_spans,
)
from letterkit.location import Place
from letterkit.package import NotAWordFile, Package
from letterkit.record import DraftRecord
from letterkit.word_elements import WRAPPERS, flattened, inside, is_on, level_of, ordered_lists, style_names, value_of
from letterkit.wordml import qualified, w

ROLES = {style: role for role, style in wordml.PARAGRAPH_STYLES.items()} | {wordml.AFTER_TABLE_STYLE: Role.BODY}
SIGNATURE_STYLES = (wordml.SIGNATURE_IMAGE_STYLE, wordml.SIGNATURE_STYLE, wordml.PICTURED_SIGNATURE_STYLE)
HEADING_LEVELS = {style: level for level, style in wordml.HEADING_STYLES.items()}
DUBLIN_TITLE = "{http://purl.org/dc/elements/1.1/}title"


@dataclass(frozen=True, slots=True)
class Draft:
    """A Word file as a letter, with the record of how it was made if that is still in it.

    `untouched` says whether the file is, part for part, the one that letterkit wrote.
    """

    letter: Letter
    record: DraftRecord | None
    untouched: bool


def read_draft(data: bytes, *, shown_as: str) -> Draft:
    """Read a Word file; raises UnreadableDraft."""
    try:
        package = Package.from_bytes(data)
        document = package.document_name()
        record = find_record(package)
        reader = _Reader(package, document, record)
        letter = Letter(_title(package), reader.blocks())
    except (NotAWordFile, etree.XMLSyntaxError) as error:
        problem = Problem(Place(shown_as), str(error), "Open it in Word and save it again as a Word document (.docx).")
        raise UnreadableDraft([problem]) from error
    return Draft(letter, record, untouched=record is not None and record.package_digest == package.digest())


def find_record(package: Package) -> DraftRecord | None:
    """Return the draft record in a package, wherever another program has put it."""
    for name, data in package.parts.items():
        if wordml.RECORD_NAMESPACE.encode() in data and name.endswith(".xml"):
            try:
                root = wordml.parse_xml(data)
                if root.tag == f"{{{wordml.RECORD_NAMESPACE}}}record":
                    return DraftRecord.model_validate_json(root.text or "")
            except (etree.XMLSyntaxError, ValidationError):
                return None
    return None


@dataclass(slots=True)
class _Line:
    """One paragraph of Word: its style, text, place in a list, and picture if it holds one."""

    style: str
    spans: Spans
    list_id: str | None = None
    level: int = 0
    picture: tuple[str, str] | None = None


@dataclass(slots=True)
class _Grid:
    """One table of Word."""

    rows: list[tuple[Spans, ...]] = field(default_factory=list)


@dataclass(slots=True)
class _Stretch:
    """Lines and tables in a row that belong to the same answer, or to none."""

    answer: int | None
    parts: list[_Line | _Grid] = field(default_factory=list)


class _Reader:
    """Reads the body of one Word file."""

    def __init__(self, package: Package, document: str, record: DraftRecord | None) -> None:
        self.record = record
        self.root = wordml.parse_xml(package.parts[document])
        styles = package.xml(package.related(document, "styles"))
        self.style_names = style_names(styles) if styles is not None else {}
        numbering = package.xml(package.related(document, "numbering"))
        self.ordered_lists = ordered_lists(numbering) if numbering is not None else {}

    def blocks(self) -> tuple[Block, ...]:
        body = self.root.find(w("body"))
        if body is None:
            raise NotAWordFile("Its document has no body.")
        blocks: list[Block] = []
        for stretch in self._stretches(body):
            plain = tuple(self._assemble(stretch.parts))
            if stretch.answer is None:
                blocks.extend(plain)
            elif self.record and stretch.answer < len(self.record.answers):
                blocks.append(Answer(self.record.answers[stretch.answer], plain))
            else:
                blocks.extend(plain)
        return tuple(blocks)

    def _stretches(self, body: etree._Element) -> Iterator[_Stretch]:
        stretch = _Stretch(None)
        open_ids: dict[str, int] = {}
        for element in flattened(body):
            if element.tag == w("bookmarkStart"):
                match = wordml.ANSWER_BOOKMARK.fullmatch(element.get(w("name"), ""))
                if match:
                    yield stretch
                    stretch = _Stretch(int(match[1]))
                    open_ids[element.get(w("id"), "")] = int(match[1])
            elif element.tag == w("bookmarkEnd"):
                if open_ids.pop(element.get(w("id"), ""), None) is not None:
                    yield stretch
                    stretch = _Stretch(None)
            elif element.tag == w("p"):
                line = self._line(element)
                if line.spans or line.picture:
                    stretch.parts.append(line)
            elif element.tag == w("tbl"):
                grid = self._grid(element)
                stretch.parts.extend([grid] if grid.rows else [])
        yield stretch

    def _line(self, paragraph: etree._Element) -> _Line:
        style_id = value_of(paragraph, "pPr", "pStyle")
        line = _Line(self.style_names.get(style_id or "", ""), join_spans(tuple(self._spans(paragraph))))
        line.list_id = value_of(paragraph, "pPr", "numPr", "numId")
        line.level = level_of(value_of(paragraph, "pPr", "numPr", "ilvl"))
        properties = next(paragraph.iter(qualified("wp:docPr")), None)
        if properties is not None:
            line.picture = (properties.get("name", ""), properties.get("descr", ""))
        return line

    def _spans(self, parent: etree._Element) -> Iterator[Span]:
        for element in parent:
            if element.tag == w("r"):
                yield _span(element)
            elif element.tag == w("sdt"):
                yield from self._controlled(element)
            elif element.tag in WRAPPERS:
                yield from self._spans(element)

    def _controlled(self, control: etree._Element) -> Iterator[Span]:
        tag = wordml.CONTROL_TAG.fullmatch(value_of(control, "sdtPr", "tag") or "")
        match = tag or wordml.ALIAS_TAG.search(value_of(control, "sdtPr", "alias") or "")
        content = control.find(w("sdtContent"))
        spans = list(self._spans(content)) if content is not None else []
        origin = self.record.origin(int(match[1])) if match and self.record else None
        if origin is None or not spans:
            yield from spans
        else:
            yield Span("".join(span.text for span in spans), origin, spans[0].strong, spans[0].emphasis)

    def _grid(self, table: etree._Element) -> _Grid:
        rows = [row for row in inside(table, "tr") if row.find(f"{w('trPr')}/{w('del')}") is None]
        return _Grid([tuple(self._cell(cell) for cell in inside(row, "tc")) for row in rows])

    def _cell(self, cell: etree._Element) -> Spans:
        spans: list[Span] = []
        for paragraph in cell.iter(w("p")):
            spans.extend([Span("\n")] if spans else [])
            spans.extend(self._spans(paragraph))
        return join_spans(tuple(spans))

    def _assemble(self, parts: list[_Line | _Grid]) -> Iterator[PlainBlock]:
        at = 0
        while at < len(parts):
            part, following = parts[at], parts[at + 1] if at + 1 < len(parts) else None
            if isinstance(part, _Grid):
                yield Table((), part.rows[0], tuple(part.rows[1:]))
                at += 1
            elif part.style == wordml.CAPTION_STYLE and isinstance(following, _Grid):
                yield Table(part.spans, following.rows[0], tuple(following.rows[1:]))
                at += 2
            elif part.list_id:
                found, at = self._list(parts, at)
                yield found
            elif part.style in SIGNATURE_STYLES:
                signature, at = _signature(parts, at)
                yield signature
            else:
                yield _text_block(part)
                at += 1

    def _list(self, parts: list[_Line | _Grid], at: int) -> tuple[List, int]:
        """Read the list that begins at a line, with the lists inside it; return it and where it ends."""
        first = parts[at]
        assert isinstance(first, _Line)
        items: list[ListItem] = []
        while at < len(parts):
            part = parts[at]
            if not isinstance(part, _Line) or not part.list_id or part.level < first.level:
                break
            if part.level > first.level:
                sublist, at = self._list(parts, at)
                items[-1] = ListItem(items[-1].spans, sublist)
            elif part.list_id == first.list_id:
                items.append(ListItem(part.spans))
                at += 1
            else:
                break
        return List(self.ordered_lists.get((first.list_id or "", first.level), False), tuple(items)), at


def _text_block(line: _Line) -> PlainBlock:
    if line.style == wordml.ANNEX_STYLE:
        return Heading(1, line.spans, begins_annex=True)
    if line.style in HEADING_LEVELS:
        return Heading(HEADING_LEVELS[line.style], line.spans)
    return Paragraph(line.spans, ROLES.get(line.style, Role.BODY))


def _signature(parts: list[_Line | _Grid], at: int) -> tuple[SignatureBlock, int]:
    picture: tuple[str, str] | None = None
    lines: dict[str, Spans] = {}
    for style in (*SIGNATURE_STYLES, wordml.POST_STYLE):
        part = parts[at] if at < len(parts) else None
        if isinstance(part, _Line) and part.style == style:
            picture = part.picture or picture
            lines[style] = part.spans
            at += 1
    name = lines.get(wordml.SIGNATURE_STYLE) or lines.get(wordml.PICTURED_SIGNATURE_STYLE, ())
    post = lines.get(wordml.POST_STYLE, ())
    return SignatureBlock(name, post, *(picture or ())), at


def _span(run: etree._Element) -> Span:
    text: list[str] = []
    for piece in run:
        if piece.tag == w("t"):
            text.append("".join(piece.itertext()))
        elif piece.tag == w("noBreakHyphen"):
            text.append("\N{NON-BREAKING HYPHEN}")
        elif piece.tag == w("softHyphen"):
            text.append("\N{SOFT HYPHEN}")
        elif piece.tag in (w("br"), w("cr")):
            text.append("\n")
        elif piece.tag == w("tab"):
            text.append("\t")
    properties = run.find(w("rPr"))
    struck = is_on(properties, "strike") or is_on(properties, "dstrike")
    return Span("" if struck else "".join(text), None, is_on(properties, "b"), is_on(properties, "i"))


def _title(package: Package) -> str:
    core = package.xml(package.related("", "core-properties"))
    return (core.findtext(DUBLIN_TITLE) or "") if core is not None else ""
