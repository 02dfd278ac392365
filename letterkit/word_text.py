"""The text of Word paragraphs, piece by piece: tracked, hidden, in controls, in fields, under comments."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from letterkit import wordml
from letterkit.manuscript import Line, Part, Piece, Revision
from letterkit.word_elements import WRAPPERS, is_on, value_of
from letterkit.wordml import qualified, w

INSERTIONS, DELETIONS = frozenset((w("ins"), w("moveTo"))), frozenset((w("del"), w("moveFrom")))
CHARACTERS = {
    w("noBreakHyphen"): "\N{NON-BREAKING HYPHEN}",
    w("softHyphen"): "\N{SOFT HYPHEN}",
    w("br"): "\n",
    w("cr"): "\n",
    w("tab"): "\t",
    w("ptab"): "\t",
}
EQUATIONS = frozenset((qualified("m:oMath"), qualified("m:oMathPara")))
PRIVATE_USE = range(0xE000, 0xF900)
VOLATILE_FIELDS = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES"))
VOLATILE = "#"
UNREAD = {
    w("object"): "an embedded object",
    w("altChunk"): "an embedded document",
    w("subDoc"): "a subdocument",
    w("contentPart"): "ink",
    qualified("pic:pic"): "a picture",
    qualified("c:chart"): "a chart",
    qualified("dgm:relIds"): "a diagram",
    qualified("v:imagedata"): "a picture",
}


@dataclass(slots=True)
class _Field:
    """A field that has begun: its instruction, and whether its result has."""

    instruction: str = ""
    shows_result: bool = False

    @property
    def volatile(self) -> bool:
        words = self.instruction.split()
        return bool(words) and words[0].upper() in VOLATILE_FIELDS


def _any_control(_number: int, _title: str) -> bool:
    return True


@dataclass(slots=True)
class TextReader:
    """Reads the paragraphs of one part of a file in order; fields and comments run on from one to the next.

    `hidden_styles` are the ids of the character styles that hide text; `owns` tells whether a control of that
    number and title is this letter's own, not one pasted from another. Text boxes come up in `boxes`, what cannot
    be read in `unread`.
    """

    hidden_styles: frozenset[str] = frozenset()
    owns: Callable[[int, str], bool] = _any_control
    boxes: list[etree._Element] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    comments: dict[str, None] = field(default_factory=dict)
    anchored: dict[str, None] = field(default_factory=dict)
    fields: list[_Field] = field(default_factory=list)

    def line(
        self, paragraph: etree._Element, part: Part, place: str, *, row: int | None = None, state: Piece | None = None
    ) -> Line:
        """Read one paragraph with what is known of its place; `state` is that of the row it stands in."""
        self.anchored.clear()
        pieces = tuple(_joined(self._inside(paragraph, state or Piece(""))))
        end = paragraph.find(f"{w('pPr')}/{w('rPr')}")
        inserted, deleted = (
            next((revision(found) for tag in tags if end is not None and (found := end.find(tag)) is not None), None)
            for tags in (INSERTIONS, DELETIONS)
        )
        return Line(
            pieces, part, place, row=row, end_inserted=inserted, end_deleted=deleted, comments=tuple(self.anchored)
        )

    def mark(self, element: etree._Element) -> None:
        """Take note of a comment that begins or ends here."""
        comment = element.get(w("id"), "")
        if element.tag == w("commentRangeStart"):
            self.comments[comment] = None
        elif element.tag == w("commentRangeEnd"):
            self.comments.pop(comment, None)

    def _inside(self, parent: etree._Element, state: Piece) -> Iterator[Piece]:
        for element in parent:
            if element.tag == w("r"):
                yield from self._run(element, state)
            elif element.tag in EQUATIONS:
                yield replace(state, text="".join(text.text or "" for text in element.iter(qualified("m:t"))))
            elif element.tag == w("fldSimple") and _Field(element.get(w("instr"), "")).volatile:
                yield replace(state, text=VOLATILE)
            else:
                container, inner = self._entered(element, state)
                if container is None:
                    self.mark(element)
                else:
                    yield from self._inside(container, inner)

    def _entered(self, element: etree._Element, state: Piece) -> tuple[etree._Element | None, Piece]:
        """Return what of an element holds more of the paragraph, if anything, and in which state."""
        tag = element.tag
        if tag == w("sdt"):
            number = self._control(element)
            return element.find(w("sdtContent")), state if number is None else replace(state, control=number)
        if tag in INSERTIONS:
            return element, replace(state, inserted=revision(element))
        if tag in DELETIONS:
            return element, replace(state, deleted=revision(element))
        if tag == qualified("mc:AlternateContent"):
            return _alternative(element), state
        return (element if tag in WRAPPERS else None), state

    def _control(self, control: etree._Element) -> int | None:
        """Return the number of the sourced span that a content control is around, by its tag or its title."""
        tag = wordml.CONTROL_TAG.fullmatch(value_of(control, "sdtPr", "tag") or "")
        title = value_of(control, "sdtPr", "alias") or ""
        match = tag or wordml.ALIAS_TAG.search(title)
        return int(match[1]) if match and self.owns(int(match[1]), title) else None

    def _run(self, run: etree._Element, state: Piece) -> Iterator[Piece]:
        state = replace(self._formatted(run.find(w("rPr")), state), comments=tuple(self.comments))
        for element in run:
            text = self._text(element, state)
            if text:
                yield replace(state, text=text)

    def _formatted(self, properties: etree._Element | None, state: Piece) -> Piece:
        if properties is None:
            return state
        return replace(
            state,
            strong=is_on(properties, "b"),
            emphasis=is_on(properties, "i"),
            struck=is_on(properties, "strike") or is_on(properties, "dstrike"),
            hidden=is_on(properties, "vanish") or value_of(properties, "rStyle") in self.hidden_styles,
        )

    def _text(self, element: etree._Element, state: Piece) -> str:
        tag = element.tag
        if tag == w("fldChar"):
            return self._field(element.get(w("fldCharType"), ""))
        if tag == w("instrText"):
            if self.fields:
                self.fields[-1].instruction += element.text or ""
            return ""
        if tag == w("commentReference"):
            self.anchored[element.get(w("id"), "")] = None
            return ""
        if any(not opened.shows_result or opened.volatile for opened in self.fields):
            return ""
        if tag in (w("t"), w("delText")):
            return "".join(element.itertext())
        if tag in CHARACTERS:
            return CHARACTERS[tag]
        if tag == w("sym"):
            return self._symbol(element)
        if tag == w("ruby"):
            base = element.find(w("rubyBase"))
            return "".join(piece.text for piece in self._inside(base, state)) if base is not None else ""
        self._look_into(element)
        return ""

    def _field(self, kind: str) -> str:
        if kind == "begin":
            self.fields.append(_Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].shows_result = True
        elif kind == "end" and self.fields:
            return VOLATILE if self.fields.pop().volatile else ""
        return ""

    def _symbol(self, element: etree._Element) -> str:
        try:
            code = int(element.get(w("char"), ""), 16)
        except ValueError:
            return ""
        if code in PRIVATE_USE:  # a place in a symbol font, whose picture only that font knows
            self.unread.append(f"a symbol of the font {element.get(w('font'), 'Symbol')}")
            return "\N{REPLACEMENT CHARACTER}"
        return chr(code)

    def _look_into(self, element: etree._Element) -> None:
        """Find the text boxes in a drawing, and what is not text."""
        if element.tag == qualified("mc:AlternateContent"):
            for chosen in _alternative(element):
                self._look_into(chosen)
            return
        boxes = list(element.iter(w("txbxContent")))
        self.boxes.extend(boxes)
        if boxes:
            return
        found = next((UNREAD[tag] for inner in element.iter() if (tag := str(inner.tag)) in UNREAD), None)
        if found is not None:
            described = next(
                (inner.get("descr") or inner.get("name") for inner in element.iter(qualified("wp:docPr"))), ""
            )
            self.unread.append(found + (f" ({described})" if described else ""))


def revision(element: etree._Element | None) -> Revision | None:
    """Return who made a tracked change, and when."""
    return None if element is None else Revision(element.get(w("author"), ""), element.get(w("date"), ""))


def _alternative(element: etree._Element) -> etree._Element:
    """Return the one alternative that Word shows (ECMA-376 part 3, 9.3)."""
    choice = element.find(qualified("mc:Choice"))
    fallback = element.find(qualified("mc:Fallback"))
    return next((found for found in (choice, fallback) if found is not None), element)


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Join neighbours in the same state, so that it makes no difference how Word split its runs."""
    last: Piece | None = None
    for piece in pieces:
        if last is None:
            last = piece
        elif replace(last, text="") == replace(piece, text=""):
            last = replace(last, text=last.text + piece.text)
        else:
            yield last
            last = piece
    if last is not None:
        yield last
