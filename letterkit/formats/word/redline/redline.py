"""Two Word files as one, with what differs as tracked changes, word by word.

Rejecting all of them gives the text of the old file, accepting all that of the new. The new file's letterhead,
styles and pictures are kept; comments and macros are not carried over.
"""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from datetime import date

from lxml import etree

from letterkit.formats.word.elements import parent_of, style_names, value_of
from letterkit.formats.word.integrity import safe_bytes
from letterkit.formats.word.namespaces import w
from letterkit.formats.word.opc import Package, parse_xml, to_xml
from letterkit.formats.word.redline.accepted import settled
from letterkit.formats.word.redline.columns import Columns
from letterkit.formats.word.redline.copies import copied
from letterkit.formats.word.redline.pairing import paired
from letterkit.formats.word.redline.repair import mend_fields, mend_grids, mend_numbers, mended
from letterkit.formats.word.redline.stories import paired_stories
from letterkit.formats.word.redline.tokens import Token, boxes_in, smoothed, text_of, tokens_of, write_tokens
from letterkit.language import in_common

FIRST_ID = 900_000
SHORT_NUMBER = re.compile(r"[0-9]{1,3}")
STYLES = (w("pStyle"), w("rStyle"), w("tblStyle"))
MARKS = (w("bookmarkStart"), w("bookmarkEnd"))
IS_REDLINE = "redline"
"""What the draft record in a redline says of itself."""


def make_redline(old: Package, new: Package, *, author: str, dated: date) -> bytes:
    """Return the Word file with the differences tracked; raises NotAWordFile, etree.XMLSyntaxError, UnsafeOutput."""
    after = mended(new)
    redliner = _Redliner(old, after, author, dated)
    for was, name in paired_stories(old, after):
        root = parse_xml(after.parts[name])
        containers = _containers(root)
        mend_fields(root)
        before = parse_xml(old.parts[was])
        mend_fields(before)
        for key, container in _containers(before).items():
            if key in containers:
                redliner.mark(container, containers[key])
        mend_numbers(root)
        mend_grids(root)
        after.parts[name] = to_xml(root)
    for name, record in list(after.draft_records()):
        record.set(IS_REDLINE, "true")
        after.parts[name] = to_xml(record)
    return safe_bytes(after, blame="It is a fault of letterkit: report it with both files.")


def is_draft(package: Package) -> bool:
    """Tell whether a Word file is a draft of letterkit's, edited or not, and no redline."""
    return any(record.get(IS_REDLINE) is None for _, record in package.draft_records())


def _containers(root: etree._Element) -> dict[str, etree._Element]:
    """Return what holds blocks in a part: the body, the header or footer itself, or each note by its id."""
    if root.tag in (w("hdr"), w("ftr")):
        return {"": root}
    return {one.get(w("id"), ""): one for one in root.iterchildren(w("body"), w("footnote"), w("endnote"))}


class _Redliner:
    """Writes the differences between blocks of two files into those of the new one."""

    def __init__(self, before: Package, after: Package, author: str, dated: date) -> None:
        self.author, self.date = author, f"{dated.isoformat()}T00:00:00Z"
        self.next_id = FIRST_ID
        styles = after.xml(after.related(after.document_name(), "styles"))
        self.styles = frozenset(style_names(styles)) if styles is not None else frozenset()
        lists = [
            package.parts.get(package.related(package.document_name(), "numbering") or "")
            for package in (before, after)
        ]
        self.same_lists = lists[0] == lists[1]

    def mark(self, old: etree._Element, new: etree._Element) -> None:
        """Put the differences between two bodies, headers, footers or notes into the second."""
        blocks = list(self._blocks(list(_content(settled(old))), list(settled(new))))
        _refill(new, blocks)

    def _blocks(self, old: list[etree._Element], new: list[etree._Element]) -> Iterator[etree._Element]:
        """Go through the blocks of both; bookmarks and the section of the new file stay where they are."""
        places = [place for place, block in enumerate(new) if block.tag in (w("p"), w("tbl"))]
        at = 0
        for old_block, number in paired(old, [new[place] for place in places]):
            place = places[number] if number is not None else None
            if place is not None:
                yield from new[at:place]
                at = place + 1
                yield self._changed(old_block, new[place]) if old_block is not None else self._whole(new[place], "ins")
            elif old_block is not None:
                yield self._whole(self._adopted(old_block), "del")
        yield from new[at:]

    def _changed(self, old: etree._Element, new: etree._Element) -> etree._Element:
        if text_of(old) == text_of(new):
            return new
        return self._paragraph(old, new) if new.tag == w("p") else self._table(old, new)

    def _table(self, old: etree._Element, new: etree._Element) -> etree._Element:
        rows = new.findall(w("tr"))
        head = [child for child in new if child.tag != w("tr")]
        merged: list[etree._Element] = []
        columns = Columns(old, new)
        for old_row, number in paired(old.findall(w("tr")), rows):
            if number is None:
                assert old_row is not None
                merged.append(self._whole_row(self._adopted(old_row), "del"))
            elif old_row is None:
                merged.append(self._whole_row(rows[number], "ins"))
            else:
                self._row(old_row, rows[number], columns)
                merged.append(rows[number])
        _refill(new, [*head, *merged])
        _widen(new, old)
        return new

    def _row(self, old: etree._Element, new: etree._Element, columns: Columns) -> None:
        """Put the differences between two rows into the second, with the cells of columns that came or went."""
        old_cells, new_cells = old.findall(w("tc")), new.findall(w("tc"))
        for was, now in columns.pairs(len(old_cells), len(new_cells)):
            if was is None:
                assert now is not None
                self._whole_cell(new_cells[now], "ins")
            elif now is None:
                gone = self._adopted(old_cells[was])
                self._whole_cell(gone, "del")
                before = next(
                    (
                        at
                        for old_at, at in columns.pairs(len(old_cells), len(new_cells))
                        if at is not None and old_at is not None and old_at > was
                    ),
                    None,
                )
                new.append(gone) if before is None else new_cells[before].addprevious(gone)
            else:
                self._cell(old_cells[was], new_cells[now])

    def _cell(self, old: etree._Element, new: etree._Element) -> None:
        if text_of(old) != text_of(new):
            head = [child for child in new if child.tag == w("tcPr")]
            content = [child for child in new if child.tag != w("tcPr")]
            _refill(new, [*head, *self._blocks(list(_content(old)), content)])

    def _whole_cell(self, cell: etree._Element, kind: str) -> None:
        """Mark a cell as inserted or deleted, with all that stands in it."""
        for paragraph in list(cell.iter(w("p"))):
            parent_of(paragraph).replace(paragraph, self._whole_paragraph(paragraph, kind, mark_end=False))
        properties = cell.find(w("tcPr"))
        if properties is None:
            properties = etree.Element(w("tcPr"))
            cell.insert(0, properties)
        properties.append(self._revision("cellIns" if kind == "ins" else "cellDel"))

    def _whole(self, block: etree._Element, kind: str) -> etree._Element:
        """Return a block that is wholly inserted or deleted."""
        if block.tag == w("p"):
            return self._whole_paragraph(block, kind)
        table = deepcopy(block)
        for row in list(table.findall(w("tr"))):
            table.replace(row, self._whole_row(row, kind))
        return table

    def _whole_row(self, row: etree._Element, kind: str) -> etree._Element:
        marked = deepcopy(row)
        properties = marked.find(w("trPr"))
        if properties is None:
            properties = etree.Element(w("trPr"))
            exceptions = marked.find(w("tblPrEx"))
            marked.insert(0 if exceptions is None else 1, properties)
        if len(properties) == 0:  # a change alone is no row's properties (ECMA-376 part 1, A.1, CT_TrPrBase)
            properties.append(etree.Element(w("gridBefore"), {w("val"): "0"}))
        properties.append(self._revision(kind))
        for paragraph in list(marked.iter(w("p"))):
            parent_of(paragraph).replace(paragraph, self._whole_paragraph(paragraph, kind, mark_end=False))
        return marked

    def _whole_paragraph(self, paragraph: etree._Element, kind: str, *, mark_end: bool = True) -> etree._Element:
        whole = self._framed(paragraph)
        if mark_end:
            self._mark_end(whole, kind)
        self._emit(whole, [(kind, token) for token in tokens_of(paragraph)])
        return whole

    def _mark_end(self, paragraph: etree._Element, kind: str) -> None:
        properties = paragraph.find(w("pPr"))
        if properties is None:
            properties = etree.Element(w("pPr"))
            paragraph.insert(0, properties)
        marks = properties.find(w("rPr"))
        if marks is None:
            marks = etree.Element(w("rPr"))
            after = next((child for child in properties if child.tag in (w("sectPr"), w("pPrChange"))), None)
            properties.append(marks) if after is None else after.addprevious(marks)
        marks.insert(0, self._revision(kind))

    def _paragraph(self, old: etree._Element, new: etree._Element) -> etree._Element:
        """Return the new paragraph with the words of the old that are gone, and its own that came, marked."""
        before, after = tokens_of(old), tokens_of(new)
        same = in_common([token.key for token in before], [token.key for token in after])
        marked: list[tuple[str, Token]] = []
        gone, come = 0, 0
        for start, end, place in (*same, (len(before), len(before), len(after))):
            for ahead in range(end - start):
                self._boxes(before[start + ahead], after[place + ahead])
            marked += [("del", token) for token in before[gone:start]]
            marked += [("ins", token) for token in after[come:place]]
            gone, come = end, place + end - start
            marked += [("", token) for token in after[place:come]]
        changed = self._framed(new)
        self._emit(changed, smoothed(marked))
        return changed

    def _boxes(self, old: Token, new: Token) -> None:
        """Put the differences between the text boxes of two shapes that are the same into the second."""
        for was, now in zip(old.boxes, new.boxes, strict=False):
            if text_of(was) != text_of(now):
                self.mark(was, now)

    def _adopted(self, block: etree._Element) -> etree._Element:
        """Return a block of the old file without what the new one does not know: styles, lists, sections, bookmarks."""
        adopted = copied(block)
        foreign = list(adopted.iter(*MARKS, w("sectPr")))
        foreign += [style for style in adopted.iter(*STYLES) if style.get(w("val")) not in self.styles]
        foreign += [] if self.same_lists else list(adopted.iter(w("numPr")))
        for element in foreign:
            parent_of(element).remove(element)
        return adopted

    def _framed(self, paragraph: etree._Element) -> etree._Element:
        """Return an empty paragraph with the properties and bookmarks of one."""
        empty: etree._Element = etree.Element(w("p"))
        empty.extend([deepcopy(kept) for kept in paragraph.iterchildren(w("pPr"), *MARKS)])
        return empty

    def _emit(self, paragraph: etree._Element, marked: Sequence[tuple[str, Token]]) -> None:
        """Add tokens as runs, those in the same state and format together."""
        marked = [(kind, part) for kind, token in marked for part in (token.field or (token,))]
        at = 0
        while at < len(marked):
            kind, token = marked[at]
            end = at + 1
            while end < len(marked) and (marked[end][0], marked[end][1].format) == (kind, token.format):
                end += 1
            tokens = [held for _, token in marked[at:end] if (held := token.deleted() if kind == "del" else token)]
            if tokens:
                parent = paragraph
                if kind:
                    parent = self._revision(kind)
                    paragraph.append(parent)
                write_tokens(parent, tokens, deleted=kind == "del")
                if kind == "del":
                    self._delete_in_boxes(parent)
            at = end

    def _delete_in_boxes(self, deleted: etree._Element) -> None:
        """Mark what stands in the text boxes of what was deleted as deleted too, as Word wants it."""
        for run in [run for box in boxes_in(deleted) for run in box.iter(w("r"))]:
            change = self._revision("del")
            run.addprevious(change)
            change.append(run)
            for text in run.iterchildren(w("t")):
                text.tag = w("delText")

    def _revision(self, kind: str) -> etree._Element:
        self.next_id += 1
        return etree.Element(w(kind), {w("id"): str(self.next_id), w("author"): self.author, w("date"): self.date})


def _refill(parent: etree._Element, children: Sequence[etree._Element]) -> None:
    for child in list(parent):
        parent.remove(child)
    parent.extend(children)


def _widen(table: etree._Element, old: etree._Element) -> None:
    """Give a table room for the columns of both; a shorter row leaves the rest free."""
    grids = [grid for one in (table, old) if (grid := one.find(w("tblGrid"))) is not None]
    if len(grids) < len((table, old)):
        return
    if len(grids[1]) > len(grids[0]):
        table.replace(grids[0], deepcopy(grids[1]))
    rows = table.findall(w("tr"))
    grid = table.find(w("tblGrid"))
    assert grid is not None
    most = max((len(grid), *map(_columns, rows)))
    for _ in range(most - len(grid)):
        grid.append(deepcopy(grid[-1]))
    for row in rows:
        free = most - _columns(row)
        properties = row.find(w("trPr"))
        if free > 0 and properties is not None and properties.find(w("gridAfter")) is None:
            properties.insert(0, etree.Element(w("gridAfter"), {w("val"): str(free)}))


def _columns(row: etree._Element) -> int:
    """Return over how many columns of its table a row goes."""
    beside = sum(_count(value_of(row, "trPr", name), 0) for name in ("gridBefore", "gridAfter"))
    return beside + sum(_count(value_of(cell, "tcPr", "gridSpan"), 1) for cell in row.findall(w("tc")))


def _count(text: str | None, default: int) -> int:
    return int(text) if text and SHORT_NUMBER.fullmatch(text) else default


def _content(body: etree._Element) -> Iterator[etree._Element]:
    return (block for block in body if block.tag in (w("p"), w("tbl")))
