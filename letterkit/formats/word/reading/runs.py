"""The text of Word paragraphs, piece by piece: tracked, hidden, in controls, in fields, under comments."""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from itertools import groupby
from operator import attrgetter
from unicodedata import category

from lxml import etree

from letterkit.formats.word.controls import ALIAS_TAG, CONTROL_TAG
from letterkit.formats.word.elements import HIDING, STRIKING, WRAPPERS, alternative, bound_controls, is_on, value_of
from letterkit.formats.word.namespaces import qualified, w
from letterkit.formats.word.opc import NotAWordFile
from letterkit.formats.word.reading.fields import Field, FieldReader
from letterkit.formats.word.reading.surfaces import Surfaces, is_highlighted
from letterkit.language import INSTEAD
from letterkit.letter import Line, Piece, Revision, Story

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
SYMBOL = re.compile("[0-9A-Fa-f]{1,4}")
"""The place of a character in its font (ECMA-376 part 1, 17.3.3.30)."""
MOST_OPEN_COMMENTS = 50
"""How many comments one place is known to stand under; those beyond are read, but not what they stand on."""
MOST_CHARACTERS, MOST_LINES = 2_000_000, 200_000
"""How much text one file may hold: some 600 pages."""
TOO_MUCH = f"It holds more text than any letter: over {MOST_CHARACTERS:,} characters, or {MOST_LINES:,} paragraphs."
MAKE_SMALLER = "Make sure that it is the letter, and take out what is none of it."
STATE = attrgetter(*(one.name for one in fields(Piece) if one.name != "text"))
UNREAD = {
    w("object"): "an embedded object",
    w("altChunk"): "an embedded document",
    w("subDoc"): "a subdocument",
    w("contentPart"): "ink",
    qualified("pic:pic"): "a picture",
    qualified("c:chart"): "a chart",
    qualified("cx:chart"): "a chart",
    qualified("lc:lockedCanvas"): "a drawing",
    qualified("dgm:relIds"): "a diagram",
    qualified("v:imagedata"): "a picture",
    qualified("v:textpath"): "word art or a watermark",
}


BOUND = "a content control whose text comes from elsewhere in the file"


def _any_control(_number: int, _title: str) -> bool:
    return True


@dataclass(slots=True)
class TextReader:
    """Reads the paragraphs of one part of a file in order; fields and comments run on from one to the next.

    `hidden_styles` and `struck_styles` are the ids of the styles that hide text or strike it through; `owns`
    tells whether a control of that number and title is this letter's own, not one pasted from another. Text boxes
    come up in `boxes`, what cannot be read in `unread`. `bound` has the paragraphs with controls that show something
    else than what stands in them.
    """

    hidden_styles: frozenset[str] = frozenset()
    struck_styles: frozenset[str] = frozenset()
    owns: Callable[[int, str], bool] = _any_control
    surfaces: Surfaces = field(default_factory=lambda: Surfaces(None))
    boxes: deque[tuple[etree._Element, Piece]] = field(default_factory=deque)
    unread: list[str] = field(default_factory=list)
    comments: tuple[str, ...] = ()
    anchored: dict[str, None] = field(default_factory=dict)
    fields: list[Field] = field(default_factory=list)
    field_reader: FieldReader = field(default_factory=FieldReader)
    bound: dict[etree._Element, int] = field(default_factory=dict)
    lines: int = 0
    characters: int = 0

    def line(
        self, paragraph: etree._Element, part: Story, place: str, *, row: int | None = None, state: Piece | None = None
    ) -> Line:
        """Read one paragraph with what is known of its place; `state` is that of the row it stands in."""
        self.anchored.clear()
        style = value_of(paragraph, "pPr", "pStyle")
        hidden, struck = style in self.hidden_styles, style in self.struck_styles
        state = replace(state, hidden=hidden, struck=struck) if state else Piece("", hidden=hidden, struck=struck)
        pieces = tuple(_joined(self._inside(paragraph, state)))
        self.unread.extend([BOUND] * self.bound.pop(paragraph, 0))
        self.lines += 1
        self.characters += sum(len(piece.text) for piece in pieces)
        if self.lines > MOST_LINES or self.characters > MOST_CHARACTERS:
            raise NotAWordFile(TOO_MUCH, MAKE_SMALLER)
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
        if element.tag == w("commentRangeStart") and comment not in self.comments:
            self.comments = (*self.comments, comment)[:MOST_OPEN_COMMENTS]
        elif element.tag == w("commentRangeEnd"):
            self.comments = tuple(other for other in self.comments if other != comment)

    def _inside(self, parent: Iterable[etree._Element], state: Piece) -> Iterator[Piece]:
        for element in parent:
            if element.tag == w("r"):
                yield from self._run(element, state)
            elif element.tag in EQUATIONS:
                yield from self._equation(element, state)
            elif element.tag == w("fldSimple"):
                yield from self._simple_field(element, state)
            else:
                container, inner = self._entered(element, state)
                if container is None:
                    self.mark(element)
                else:
                    yield from self._inside(container, inner)

    @staticmethod
    def _equation(equation: etree._Element, state: Piece) -> Iterator[Piece]:
        """Go through the text of an equation, with what was inserted into it and deleted from it."""
        for text in equation.iter(qualified("m:t")):
            here = replace(state, text=text.text or "")
            for around in text.iterancestors():
                if around is equation:
                    break
                if around.tag in INSERTIONS:
                    here = replace(here, inserted=revision(around))
                elif around.tag in DELETIONS:
                    here = replace(here, deleted=revision(around))
            yield here

    def _simple_field(self, element: etree._Element, state: Piece) -> Iterator[Piece]:
        self._begin(Field(element.get(w("instr"), "").strip(), shows_result=True))
        yield from self._inside(element, state)
        yield replace(state, text=self._end())

    def _entered(self, element: etree._Element, state: Piece) -> tuple[Iterable[etree._Element] | None, Piece]:
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
        tag = CONTROL_TAG.fullmatch(value_of(control, "sdtPr", "tag") or "")
        title = value_of(control, "sdtPr", "alias") or ""
        match = tag or ALIAS_TAG.search(title)
        return int(match[1]) if match and self.owns(int(match[1]), title) else None

    def _run(self, run: etree._Element, state: Piece) -> Iterator[Piece]:
        state = self._formatted(run, state)
        if self.comments != state.comments:
            state = replace(state, comments=self.comments)
        for text in self._texts(run, state):
            yield replace(state, text=text, changing=any(one.changing for one in self.fields))

    def _texts(self, run: Iterable[etree._Element], state: Piece) -> Iterator[str]:
        for element in run:
            if element.tag == qualified("mc:AlternateContent"):
                yield from self._texts(alternative(element), state)
            elif text := self._text(element, state):
                yield text

    def _formatted(self, run: etree._Element, state: Piece) -> Piece:
        properties = run.find(w("rPr"))
        if properties is None:
            return state
        style = value_of(properties, "rStyle")
        return replace(
            state,
            strong=is_on(properties, "b"),
            emphasis=is_on(properties, "i"),
            struck=_shown(properties, STRIKING, default=style in self.struck_styles or state.struck),
            hidden=_shown(properties, HIDING, default=style in self.hidden_styles or state.hidden)
            or self.surfaces.hide(run, properties),
            highlighted=is_highlighted(properties),
        )

    def _text(self, element: etree._Element, state: Piece) -> str:
        tag = element.tag
        if tag == w("fldChar"):
            return self._field(element)
        if tag == w("instrText"):
            if self.fields:
                self.fields[-1].add(element.text or "")
            return ""
        if tag == w("commentReference"):
            self.anchored[element.get(w("id"), "")] = None
            return ""
        if self.fields and self.fields[-1].silent:
            return ""
        text = self._shown_text(element, state)
        if text and self.fields:
            self.fields[-1].shown = True
        return text

    def _shown_text(self, element: etree._Element, state: Piece) -> str:
        """Return the text of an element that is no mark of a field or comment."""
        tag = element.tag
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

    def _field(self, mark: etree._Element) -> str:
        kind = mark.get(w("fldCharType"), "")
        if kind == "begin":
            self._begin(Field(data=mark.find(w("ffData"))))
        elif kind == "separate" and self.fields:
            self.fields[-1].shows_result = True
        elif kind == "end" and self.fields:
            return self._end()
        return ""

    def _begin(self, one: Field) -> None:
        one.in_silent = bool(self.fields) and self.fields[-1].silent
        self.fields.append(one)

    def _end(self) -> str:
        """Return what a field that ends shows beside its result."""
        ended = self.fields.pop()
        if ended.shown and not ended.volatile:
            if self.fields:
                self.fields[-1].shown = True
            return ""
        text, unread = self.field_reader.shown_by(ended)
        if ended.in_silent:
            return ""
        self.unread.extend([unread] if unread else [])
        return text

    def _symbol(self, element: etree._Element) -> str:
        place = element.get(w("char"), "")
        character = chr(int(place, 16)) if SYMBOL.fullmatch(place) else ""
        if character and not category(character).startswith("C"):
            return character
        # a place in a symbol font, whose picture only that font knows
        self.unread.append(f"a symbol of the font {element.get(w('font'), 'Symbol')}")
        return INSTEAD

    def _look_into(self, element: etree._Element, state: Piece) -> None:
        """Find the text boxes in a drawing, and what is not text; those in what was deleted are gone."""
        if state.deleted:
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

    def begin_part(self, root: etree._Element) -> None:
        """Forget what was left open in the part before, a field or comment without its end; look for bound controls."""
        self.bound = bound_controls(root)
        self.fields.clear()
        self.comments = ()


def _shown(properties: etree._Element, names: tuple[str, ...], *, default: bool) -> bool:
    """Tell whether one of some formats is on; where a run says nothing of them, its style decides."""
    if any(properties.find(w(name)) is not None for name in names):
        return any(is_on(properties, name) for name in names)
    return default


def revision(element: etree._Element | None) -> Revision | None:
    """Return who made a tracked change, and when."""
    return None if element is None else Revision(element.get(w("author"), ""), element.get(w("date"), ""))


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Join neighbours in the same state, so that it makes no difference how Word split its runs."""
    for _, alike in groupby(pieces, key=STATE):
        first, *others = alike
        yield replace(first, text="".join(piece.text for piece in (first, *others))) if others else first
