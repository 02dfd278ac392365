"""The text of Word paragraphs, piece by piece: tracked, hidden, in controls, in fields, under comments."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields, replace
from itertools import groupby
from operator import attrgetter

from lxml import etree

from letterkit import wordml
from letterkit.manuscript import Line, Part, Piece, Revision
from letterkit.word_elements import HIDING, STRIKING, WRAPPERS, alternative, is_on, value_of
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
STATE = attrgetter(*(one.name for one in fields(Piece) if one.name != "text"))
WHITE, UNREADABLE_SIZE = "FFFFFF", 4
UNREAD = {
    w("object"): "an embedded object",
    w("altChunk"): "an embedded document",
    w("subDoc"): "a subdocument",
    w("contentPart"): "ink",
    qualified("pic:pic"): "a picture",
    qualified("c:chart"): "a chart",
    qualified("dgm:relIds"): "a diagram",
    qualified("v:imagedata"): "a picture",
    qualified("v:textpath"): "word art or a watermark",
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

    `hidden_styles` and `struck_styles` are the ids of the styles that hide text or strike it through; `owns`
    tells whether a control of that number and title is this letter's own, not one pasted from another. Text boxes
    come up in `boxes`, what cannot be read in `unread`.
    """

    hidden_styles: frozenset[str] = frozenset()
    struck_styles: frozenset[str] = frozenset()
    owns: Callable[[int, str], bool] = _any_control
    boxes: list[tuple[etree._Element, Piece]] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    comments: dict[str, None] = field(default_factory=dict)
    anchored: dict[str, None] = field(default_factory=dict)
    fields: list[_Field] = field(default_factory=list)

    def line(
        self, paragraph: etree._Element, part: Part, place: str, *, row: int | None = None, state: Piece | None = None
    ) -> Line:
        """Read one paragraph with what is known of its place; `state` is that of the row it stands in."""
        self.anchored.clear()
        style = value_of(paragraph, "pPr", "pStyle")
        hidden, struck = style in self.hidden_styles, style in self.struck_styles
        state = replace(state, hidden=hidden, struck=struck) if state else Piece("", hidden=hidden, struck=struck)
        pieces = tuple(_joined(self._inside(paragraph, state)))
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
            return alternative(element), state
        return (element if tag in WRAPPERS else None), state

    def _control(self, control: etree._Element) -> int | None:
        """Return the number of the sourced span that a content control is around, by its tag or its title."""
        tag = wordml.CONTROL_TAG.fullmatch(value_of(control, "sdtPr", "tag") or "")
        title = value_of(control, "sdtPr", "alias") or ""
        match = tag or wordml.ALIAS_TAG.search(title)
        return int(match[1]) if match and self.owns(int(match[1]), title) else None

    def _run(self, run: etree._Element, state: Piece) -> Iterator[Piece]:
        state = self._formatted(run.find(w("rPr")), state)
        if (comments := tuple(self.comments)) != state.comments:
            state = replace(state, comments=comments)
        for element in run:
            text = self._text(element, state)
            if text:
                yield replace(state, text=text)

    def _formatted(self, properties: etree._Element | None, state: Piece) -> Piece:
        if properties is None:
            return state
        style = value_of(properties, "rStyle")
        return replace(
            state,
            strong=is_on(properties, "b"),
            emphasis=is_on(properties, "i"),
            struck=_shown(properties, STRIKING, default=style in self.struck_styles or state.struck),
            hidden=_shown(properties, HIDING, default=style in self.hidden_styles or state.hidden)
            or _cannot_be_seen(properties),
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
        self._look_into(element, state)
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

    def _look_into(self, element: etree._Element, state: Piece) -> None:
        """Find the text boxes in a drawing, and what is not text; those in what was deleted are gone."""
        if state.deleted:
            return
        if element.tag == qualified("mc:AlternateContent"):
            for chosen in alternative(element):
                self._look_into(chosen, state)
            return
        boxes = [
            box for box in element.iter(w("txbxContent")) if next(box.iterancestors(w("txbxContent")), None) is None
        ]
        self.boxes.extend((box, replace(state, text="", control=None)) for box in boxes)
        if boxes:
            return
        found = next((UNREAD[tag] for inner in element.iter() if (tag := str(inner.tag)) in UNREAD), None)
        if found is not None:
            texts = [text.get("string", "") for text in element.iter(qualified("v:textpath"))]
            names = [inner.get("descr") or inner.get("name") or "" for inner in element.iter(qualified("wp:docPr"))]
            described = next(filter(None, [*texts, *names]), "")
            self.unread.append(found + (f" ({described})" if described else ""))

    def begin_part(self) -> None:
        """Forget what was left open in the part before: a field or comment without its end."""
        self.fields.clear()
        self.comments.clear()


def _shown(properties: etree._Element, names: tuple[str, ...], *, default: bool) -> bool:
    """Tell whether one of some formats is on; where a run says nothing of them, its style decides."""
    if any(properties.find(w(name)) is not None for name in names):
        return any(is_on(properties, name) for name in names)
    return default


def _cannot_be_seen(properties: etree._Element) -> bool:
    """Tell whether text is white on nothing else, or smaller than anybody can read (in half points)."""
    plain = properties.find(w("shd")) is None and properties.find(w("highlight")) is None
    size = value_of(properties, "sz") or ""
    return (plain and (value_of(properties, "color") or "").upper() == WHITE) or (
        size.isdigit() and int(size) <= UNREADABLE_SIZE
    )


def revision(element: etree._Element | None) -> Revision | None:
    """Return who made a tracked change, and when."""
    return None if element is None else Revision(element.get(w("author"), ""), element.get(w("date"), ""))


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Join neighbours in the same state, so that it makes no difference how Word split its runs."""
    for _, alike in groupby(pieces, key=STATE):
        first, *others = alike
        yield replace(first, text="".join(piece.text for piece in (first, *others))) if others else first
