"""The body of a Word letter, built element by element."""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import assert_never

from lxml import etree

from letterkit import wordml
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
from letterkit.package import Package
from letterkit.wordml import qualified, w
from letterkit.writers.pictures import add_picture
from letterkit.writers.stationery import Stationery

FIRST_CONTROL_ID = 1_000_000
NARROWEST_COLUMN, WIDEST_COLUMN = 10, 60
TWIPS_A_LETTER, TWIPS_OF_CELL_MARGINS = 138, 220


class Body:
    """Builds the body of one letter, block after block."""

    def __init__(self, package: Package, stationery: Stationery, pictures: Mapping[str, bytes]) -> None:
        self.package = package
        self.stationery = stationery
        self.pictures = pictures
        self.root = etree.Element(w("document"), nsmap=wordml.NAMESPACES)
        self.root.set(qualified("mc:Ignorable"), "w15")
        self.body = etree.SubElement(self.root, w("body"))
        self.controls = 0
        self.answers = 0
        self.numbering = stationery.numbering()
        self.next_list = stationery.next_list

    def document(self) -> etree._Element:
        """Return the finished document, with the page set-up of the letterhead."""
        self.body.append(deepcopy(self.stationery.section))
        return self.root

    def add(self, block: Block) -> None:
        """Add the next block; an answer gets its bookmark."""
        if not isinstance(block, Answer):
            self._add_plain(block)
            return
        number, self.answers = self.answers, self.answers + 1
        start = etree.SubElement(
            self.body, w("bookmarkStart"), {w("id"): str(number), w("name"): wordml.answer_bookmark(number)}
        )
        for inner in block.blocks:
            self._add_plain(inner)
        etree.SubElement(self.body, w("bookmarkEnd"), {w("id"): start.get(w("id"), "")})

    def _add_plain(self, block: PlainBlock) -> None:
        match block:
            case Paragraph():
                self._text(block)
            case Heading():
                style = wordml.ANNEX_STYLE if block.begins_annex else wordml.HEADING_STYLES[block.level]
                self._paragraph(self.body, style, block.spans)
            case List():
                self._list(block, level=0)
            case Table():
                self._table(block)
            case SignatureBlock():
                self._signature(block)
            case _:
                assert_never(block)

    def _text(self, block: Paragraph) -> None:
        before = self.body[-1] if len(self.body) else None
        after_table = before is not None and before.tag == w("tbl") and block.role is Role.BODY
        if block.role is Role.CLOSE and before is not None and before.tag == w("p"):
            _keep_with_next(before)
        style = wordml.AFTER_TABLE_STYLE if after_table else wordml.PARAGRAPH_STYLES[block.role]
        paragraph = self._paragraph(self.body, style, block.spans)
        if text_of(block.spans).endswith(":"):
            _keep_with_next(paragraph)

    def _paragraph(self, parent: etree._Element, style: str, spans: Spans) -> etree._Element:
        paragraph: etree._Element = etree.SubElement(parent, w("p"))
        properties = etree.SubElement(paragraph, w("pPr"))
        etree.SubElement(properties, w("pStyle"), {w("val"): self.stationery.style_ids[style]})
        for span in spans:
            if span.origin:
                self._control(paragraph, span)
            else:
                _run(paragraph, span)
        return paragraph

    def _control(self, paragraph: etree._Element, span: Span) -> None:
        number, self.controls = self.controls, self.controls + 1
        reference = ", ".join(span.origin.references) if span.origin else ""
        control = etree.SubElement(paragraph, w("sdt"))
        properties = etree.SubElement(control, w("sdtPr"))
        etree.SubElement(properties, w("alias"), {w("val"): wordml.control_alias(reference, number)})
        etree.SubElement(properties, w("tag"), {w("val"): wordml.control_tag(number)})
        etree.SubElement(properties, w("id"), {w("val"): str(FIRST_CONTROL_ID + number)})
        etree.SubElement(properties, qualified("w15:appearance"), {qualified("w15:val"): "hidden"})
        text = etree.SubElement(properties, w("text"))
        if "\n" in span.text:
            text.set(w("multiLine"), "1")
        _run(etree.SubElement(control, w("sdtContent")), span)

    def _list(self, block: List, *, level: int) -> None:
        styles = wordml.NUMBER_STYLES if block.ordered else wordml.BULLET_STYLES
        number = self._start_list(styles[0], level)
        for item in block.items:
            paragraph = self._paragraph(self.body, styles[level], item.spans)
            properties = etree.SubElement(paragraph[0], w("numPr"))
            etree.SubElement(properties, w("ilvl"), {w("val"): str(level)})
            etree.SubElement(properties, w("numId"), {w("val"): str(number)})
            if item.sublist:
                self._list(item.sublist, level=level + 1)

    def _start_list(self, style: str, level: int) -> int:
        """Add a list instance of its own, so that every list counts from one and stays apart from its neighbours."""
        number, self.next_list = self.next_list, self.next_list + 1
        instance = etree.Element(w("num"), {w("numId"): str(number)})
        etree.SubElement(instance, w("abstractNumId"), {w("val"): self.stationery.abstract_lists[style]})
        override = etree.SubElement(instance, w("lvlOverride"), {w("ilvl"): str(level)})
        etree.SubElement(override, w("startOverride"), {w("val"): "1"})
        last = self.numbering.findall(w("num"))[-1]
        last.addnext(instance)
        return number

    def _table(self, block: Table) -> None:
        if block.caption:
            self._paragraph(self.body, wordml.CAPTION_STYLE, block.caption)
        table = etree.SubElement(self.body, w("tbl"))
        properties = etree.SubElement(table, w("tblPr"))
        etree.SubElement(properties, w("tblStyle"), {w("val"): self.stationery.style_ids[wordml.TABLE_STYLE]})
        widths = _column_widths(block, self.stationery.text_width)
        etree.SubElement(properties, w("tblW"), {w("w"): str(sum(widths)), w("type"): "dxa"})
        etree.SubElement(
            properties, w("tblLook"), {w("val"): "0620", w("firstRow"): "1", w("noHBand"): "1", w("noVBand"): "1"}
        )
        etree.SubElement(properties, w("tblCaption"), {w("val"): text_of(block.caption) or text_of(block.header[0])})
        grid = etree.SubElement(table, w("tblGrid"))
        for width in widths:
            etree.SubElement(grid, w("gridCol"), {w("w"): str(width)})
        self._row(table, block.header, widths, heads=True)
        for row in block.rows:
            self._row(table, row, widths, heads=False)

    def _row(self, table: etree._Element, cells: tuple[Spans, ...], widths: list[int], *, heads: bool) -> None:
        row = etree.SubElement(table, w("tr"))
        properties = etree.SubElement(row, w("trPr"))
        etree.SubElement(properties, w("cantSplit"))
        if heads:
            etree.SubElement(properties, w("tblHeader"))
        style = wordml.HEADER_CELL_STYLE if heads else wordml.CELL_STYLE
        for cell, width in zip(cells, widths, strict=True):
            container = etree.SubElement(row, w("tc"))
            cell_properties = etree.SubElement(container, w("tcPr"))
            etree.SubElement(cell_properties, w("tcW"), {w("w"): str(width), w("type"): "dxa"})
            self._paragraph(container, style, cell)

    def _signature(self, block: SignatureBlock) -> None:
        if block.picture:
            image = self._paragraph(self.body, wordml.SIGNATURE_IMAGE_STYLE, ())
            data = self.pictures[block.picture]
            add_picture(
                image, self.package, self.stationery.document, data, name=block.picture, description=block.description
            )
        self._paragraph(
            self.body, wordml.PICTURED_SIGNATURE_STYLE if block.picture else wordml.SIGNATURE_STYLE, block.name
        )
        self._paragraph(self.body, wordml.POST_STYLE, block.post)


def _keep_with_next(paragraph: etree._Element) -> None:
    """Keep a paragraph on the page of what it introduces, or of the closing that follows it."""
    if paragraph[0].find(w("keepNext")) is None:
        paragraph[0].insert(1, etree.Element(w("keepNext")))


def _run(parent: etree._Element, span: Span) -> None:
    run = etree.SubElement(parent, w("r"))
    if span.strong or span.emphasis:
        properties = etree.SubElement(run, w("rPr"))
        if span.strong:
            etree.SubElement(properties, w("b"))
        if span.emphasis:
            etree.SubElement(properties, w("i"))
    for piece in _pieces(span.text):
        if piece == "\n":
            etree.SubElement(run, w("br"))
        elif piece == "\t":
            etree.SubElement(run, w("tab"))
        else:
            text = etree.SubElement(run, w("t"))
            text.set(wordml.XML_SPACE, "preserve")
            text.text = piece


def _pieces(text: str) -> Iterator[str]:
    """Split text at line breaks and tabs, which Word keeps as elements of their own."""
    start = 0
    for position, character in enumerate(text):
        if character in "\n\t":
            if position > start:
                yield text[start:position]
            yield character
            start = position + 1
    if start < len(text):
        yield text[start:]


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
