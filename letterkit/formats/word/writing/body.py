"""The body of a Word letter: its document part and its lists, written as text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

from lxml import etree

from letterkit.formats.word.controls import answer_bookmark, control_alias, control_tag
from letterkit.formats.word.namespaces import NAMESPACES, w
from letterkit.formats.word.opc import Package, attribute, content, to_xml, xml_part
from letterkit.formats.word.styles import (
    AFTER_TABLE_STYLE,
    ANNEX_STYLE,
    BULLET_STYLES,
    CAPTION_STYLE,
    CELL_STYLE,
    HEADER_CELL_STYLE,
    HEADING_STYLES,
    NUMBER_STYLES,
    PARAGRAPH_STYLES,
    PICTURED_SIGNATURE_STYLE,
    POST_STYLE,
    SIGNATURE_IMAGE_STYLE,
    SIGNATURE_STYLE,
    TABLE_STYLE,
)
from letterkit.formats.word.writing.letterhead import Stationery
from letterkit.formats.word.writing.pictures import picture
from letterkit.letter import (
    Answer,
    Block,
    Heading,
    List,
    Paragraph,
    PlainBlock,
    Role,
    SignatureBlock,
    Span,
    Spans,
    Table,
    text_of,
)

FIRST_CONTROL_ID = 1_000_000
NARROWEST_COLUMN, WIDEST_COLUMN = 10, 60
TWIPS_A_LETTER, TWIPS_OF_CELL_MARGINS = 138, 220

DECLARATIONS = "".join(f' xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items())

FORMATS = {
    (strong, emphasis): f"<w:rPr>{'<w:b/>' * strong}{'<w:i/>' * emphasis}</w:rPr>" if strong or emphasis else ""
    for strong in (False, True)
    for emphasis in (False, True)
}
TABLE_END = "</w:tbl>"
BREAKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}


@dataclass(slots=True)
class WordParagraph:
    """A paragraph of the body; `numbering` is its place in a list, `keep_next` keeps it on the page of the next one."""

    style: str
    runs: str
    numbering: str = ""
    keep_next: bool = False

    def __str__(self) -> str:
        keep = "<w:keepNext/>" if self.keep_next else ""
        properties = f'<w:pPr><w:pStyle w:val="{self.style}"/>{keep}{self.numbering}</w:pPr>'
        return f"<w:p>{properties}{self.runs}</w:p>"


class Body:
    """Builds the body of one letter, block after block."""

    def __init__(self, package: Package, stationery: Stationery, pictures: Mapping[str, bytes]) -> None:
        self.package = package
        self.stationery = stationery
        self.pictures = pictures
        self.style_ids = {name: attribute(style_id) for name, style_id in stationery.style_ids.items()}
        self.parts: list[WordParagraph | str] = []
        self.controls = 0
        self.answers = 0
        self.shown = 0
        self.lists: list[tuple[int, str, int]] = []

    def document(self) -> bytes:
        """Return the finished document, with the page set-up of the letterhead."""
        body = f"<w:body>{''.join(map(str, self.parts))}{self.stationery.section_xml}</w:body>"
        return xml_part(f'<w:document{DECLARATIONS} mc:Ignorable="w15">{body}</w:document>')

    def numbering(self) -> bytes:
        """Return the letterhead's lists and the letter's."""
        if not self.lists:
            return self.package.parts[self.stationery.numbering_part]
        root = self.stationery.numbering()
        last = root.findall(w("num"))[-1]
        for number, definition, level in reversed(self.lists):
            instance = etree.Element(w("num"), {w("numId"): str(number)})
            etree.SubElement(instance, w("abstractNumId"), {w("val"): definition})
            override = etree.SubElement(instance, w("lvlOverride"), {w("ilvl"): str(level)})
            etree.SubElement(override, w("startOverride"), {w("val"): "1"})
            last.addnext(instance)
        return to_xml(root)

    def add(self, block: Block) -> None:
        """Add the next block; an answer gets its bookmark."""
        if not isinstance(block, Answer):
            self._add_plain(block)
            return
        number, self.answers = self.answers, self.answers + 1
        self.parts.append(f'<w:bookmarkStart w:id="{number}" w:name="{answer_bookmark(number)}"/>')
        for inner in block.blocks:
            self._add_plain(inner)
        self.parts.append(f'<w:bookmarkEnd w:id="{number}"/>')

    def _add_plain(self, block: PlainBlock) -> None:
        match block:
            case Paragraph():
                self._text(block)
            case Heading():
                style = ANNEX_STYLE if block.begins_annex else HEADING_STYLES[block.level]
                self._add(style, block.spans)
            case List():
                self._list(block, level=0)
            case Table():
                self._table(block)
            case SignatureBlock():
                self._signature(block)
            case _:
                assert_never(block)

    def _text(self, block: Paragraph) -> None:
        before = self.parts[-1] if self.parts else None
        if block.role is Role.CLOSE and isinstance(before, WordParagraph):
            before.keep_next = True
        after_table = isinstance(before, str) and before.endswith(TABLE_END) and block.role is Role.BODY
        style = AFTER_TABLE_STYLE if after_table else PARAGRAPH_STYLES[block.role]
        self._add(style, block.spans).keep_next = text_of(block.spans).endswith(":")

    def _add(self, style: str, spans: Spans) -> WordParagraph:
        paragraph = self._paragraph(style, spans)
        self.parts.append(paragraph)
        return paragraph

    def _paragraph(self, style: str, spans: Spans) -> WordParagraph:
        runs = "".join([self._control(span) if span.origin else _run(span) for span in spans])
        return WordParagraph(self.style_ids[style], runs)

    def _control(self, span: Span) -> str:
        number, self.controls = self.controls, self.controls + 1
        references = span.origin.references if span.origin else ()
        multiline = ' w:multiLine="1"' if "\n" in span.text else ""
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val="{attribute(control_alias(references, number))}"/>'
            f'<w:tag w:val="{control_tag(number)}"/><w:id w:val="{FIRST_CONTROL_ID + number}"/>'
            f'<w15:appearance w15:val="hidden"/><w:text{multiline}/></w:sdtPr>'
            f"<w:sdtContent>{_run(span)}</w:sdtContent></w:sdt>"
        )

    def _list(self, block: List, *, level: int) -> None:
        styles = NUMBER_STYLES if block.ordered else BULLET_STYLES
        number = self._start_list(styles[0], level)
        for item in block.items:
            paragraph = self._add(styles[level], item.spans)
            paragraph.numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
            if item.sublist:
                self._list(item.sublist, level=level + 1)

    def _start_list(self, style: str, level: int) -> int:
        """Begin a list of its own, so that every list counts from one and stays apart from its neighbours."""
        number = self.stationery.next_list + len(self.lists)
        self.lists.append((number, self.stationery.abstract_lists[style], level))
        return number

    def _table(self, block: Table) -> None:
        if block.caption:
            self._add(CAPTION_STYLE, block.caption)
        widths = _column_widths(block, self.stationery.text_width)
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        heads = self._row(block.header, widths, heads=True)
        rows = "".join(self._row(row, widths, heads=False) for row in block.rows)
        title = attribute(text_of(block.caption) or text_of(block.header[0]))
        self.parts.append(
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self.style_ids[TABLE_STYLE]}"/>'
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            '<w:tblLook w:val="06A0" w:firstRow="1" w:firstColumn="1" w:noHBand="1" w:noVBand="1"/>'
            f'<w:tblCaption w:val="{title}"/></w:tblPr>'
            f"<w:tblGrid>{columns}</w:tblGrid>{heads}{rows}{TABLE_END}"
        )

    def _row(self, cells: tuple[Spans, ...], widths: list[int], *, heads: bool) -> str:
        style = HEADER_CELL_STYLE if heads else CELL_STYLE
        filled = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{self._paragraph(style, cell)}</w:tc>'
            for cell, width in zip(cells, widths, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if heads else ''}</w:trPr>{filled}</w:tr>"

    def _signature(self, block: SignatureBlock) -> None:
        if block.picture:
            self.shown += 1
            image = self._add(SIGNATURE_IMAGE_STYLE, ())
            image.runs = picture(
                self.package,
                self.stationery.document,
                self.pictures[block.picture],
                number=self.shown,
                name=block.picture,
                description=block.description,
            )
        self._add(PICTURED_SIGNATURE_STYLE if block.picture else SIGNATURE_STYLE, block.name)
        self._add(POST_STYLE, block.post)


def _run(span: Span) -> str:
    """Return a run; line breaks and tabs are elements of their own."""
    text = span.text
    pieces = [piece for piece in re.split("([\n\t])", text) if piece] if "\n" in text or "\t" in text else (text,)
    inner = "".join([BREAKS.get(piece) or f'<w:t xml:space="preserve">{content(piece)}</w:t>' for piece in pieces])
    return f"<w:r>{FORMATS[span.strong, span.emphasis]}{inner}</w:r>"


def _column_widths(table: Table, available: int) -> list[int]:
    """Share the width (in twentieths of a point) among columns by their longest text.

    No column is narrower than its longest word, as long as all of these fit.
    """
    columns = [[text_of(cell) for cell in column] for column in zip(table.header, *table.rows, strict=True)]
    words = [max((len(word) for text in column for word in re.split(r"[\s-]", text)), default=1) for column in columns]
    least = [length * TWIPS_A_LETTER + TWIPS_OF_CELL_MARGINS for length in words]
    weights = [min(WIDEST_COLUMN, max(NARROWEST_COLUMN, *map(len, column))) for column in columns]
    spare = max(0, available - sum(least))
    shared = [low + spare * weight // sum(weights) for low, weight in zip(least, weights, strict=True)]
    return shared if spare else [available // len(columns)] * len(columns)
