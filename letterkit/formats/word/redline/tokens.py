"""The words of a Word paragraph with their formats, to be compared and written back as runs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from letterkit.formats.word.elements import WRAPPERS, is_on
from letterkit.formats.word.namespaces import NAMESPACES, XML_SPACE, qualified, w
from letterkit.formats.word.redline.copies import copied
from letterkit.language import composed

TOKEN = re.compile(
    r"\s+|\w[\w\u0300-\u036f]*(?:[.,:/'\N{RIGHT SINGLE QUOTATION MARK}-]\w[\w\u0300-\u036f]*)*%?|.", re.DOTALL
)
UNSEEN = "\0"
EQUATIONS = frozenset((qualified("m:oMath"), qualified("m:oMathPara")))
HOLDERS = WRAPPERS | {w("sdt")}
INSTRUCTIONS = frozenset((w("instrText"), w("delInstrText")))
WHERE_DRAWN = frozenset(
    (
        "positionH", "positionV", "simplePos", "extent", "effectExtent", "sizeRelH", "sizeRelV", "wrapNone",
        "wrapSquare", "wrapTight", "wrapThrough", "wrapTopAndBottom", "xfrm",
    )
)  # fmt: skip
SAYING_NOTHING = frozenset(
    (
        qualified("mc:Fallback"), w("txbxContent"),
        *map(w, ("bookmarkStart", "bookmarkEnd", "proofErr", "lastRenderedPageBreak")),
    )
)  # fmt: skip
WRITTEN_ANEW = frozenset(("paraId", "textId", "anchorId", "editId", "spid", "gfxdata", "dirty", "fldLock"))
WHERE = frozenset(
    (
        "relativeHeight",
        "behindDoc",
        "distT",
        "distB",
        "distL",
        "distR",
        "locked",
        "layoutInCell",
        "allowOverlap",
        "simplePos",
    )
)
NAMED_ANEW = {
    **dict.fromkeys(("docPr", "cNvPr"), frozenset(("id", "name"))),
    **dict.fromkeys(
        ("shape", "rect", "roundrect", "oval", "shapetype", "group", "textbox"), frozenset(("id", "style"))
    ),
    **dict.fromkeys(("anchor", "inline"), WHERE),
}
"""What Word numbers or names anew whenever it saves, or tells of where a drawing is, by the element that has it."""
REFERENCES = frozenset(map(w, ("footnoteReference", "endnoteReference", "commentReference", "altChunk", "contentPart")))
RELATIONSHIPS = f"{{{NAMESPACES['r']}}}"
BREAKS = frozenset(w(name) for name in ("tab", "ptab", "br", "cr", "noBreakHyphen", "softHyphen", "sym"))


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a blank or a sign with its format; or, with `element`, something in a run that is not text.

    Struck and hidden text is not `seen`: the same words seen and not seen differ. A field that begins and ends in the
    paragraph is one, with its own tokens in `field`.
    """

    text: str
    format: bytes = b""
    element: etree._Element | None = None
    seen: bool = True
    field: tuple["Token", ...] = ()

    @property
    def is_break(self) -> bool:
        """Tell whether it is a tab, a line break or the like."""
        return self.element is not None and self.element.tag in BREAKS

    @property
    def outside_runs(self) -> bool:
        """Tell whether it stands beside runs, as an equation does."""
        return self.element is not None and self.element.tag in EQUATIONS

    @property
    def boxes(self) -> list[etree._Element]:
        """The text boxes in it, each as often as alternatives have it."""
        return boxes_in(self.element) if self.element is not None else []

    def deleted(self) -> "Token | None":
        """Return what stands for it as deleted: nothing that rests on a part of the old file, but its text."""
        if self.element is None or (not self.outside_runs and _stands_alone(self.element)):
            return self
        return Token(self.text, self.format) if self.text else None

    @property
    def key(self) -> str:
        """What it is compared by."""
        if self.field:
            return f"{UNSEEN}{{{self._instruction}}}{self.text}"
        if self.element is not None and self.is_break:
            return UNSEEN + "".join((etree.QName(self.element).localname[:1], *map(str, self.element.attrib.values())))
        if self.element is not None:
            return "".join(_told(self.element))
        return composed(self.text if self.seen else f"{UNSEEN}{self.text}")

    @property
    def _instruction(self) -> str:
        held = (token.element for token in self.field if token.element is not None)
        told = "".join(element.text or "" if element.tag in INSTRUCTIONS else _form_data(element) for element in held)
        return " ".join(told.split())


def boxes_in(element: etree._Element) -> list[etree._Element]:
    """Return the text boxes in an element that stand in no other."""
    found = element.iter(w("txbxContent"))
    return [box for box in found if not any(around.tag == w("txbxContent") for around in box.iterancestors())]


def _form_data(element: etree._Element) -> str:
    data = element.find(w("ffData"))
    return "" if data is None else "".join(_told(data))


def _stands_alone(element: etree._Element) -> bool:
    """Tell whether an element refers to no other part of its file."""
    return not any(
        inner.tag in REFERENCES or any(name.startswith(RELATIONSHIPS) for name in map(str, inner.attrib))
        for inner in element.iter(etree.Element)
    )


def _told(element: etree._Element) -> Iterator[str]:
    """Tell what an element says: two that are written differently and mean the same say the same.

    Text boxes are compared by themselves. lxml's canonical form would do, but refuses namespaces that are no whole
    address.
    """
    if element.tag in SAYING_NOTHING or not isinstance(element.tag, str):
        return
    name = etree.QName(element).localname
    if name in WHERE_DRAWN:
        return
    unnamed = NAMED_ANEW.get(name, frozenset())
    said = sorted((key, value) for key, value in element.attrib.items() if not _is_anew(str(key), unnamed))
    yield f"<{element.tag} {said}>{element.text or ''}"
    for child in element:
        yield from _told(child)
    yield "<>"


def _is_anew(attribute: str, unnamed: frozenset[str]) -> bool:
    """Tell whether Word writes an attribute anew whenever it saves."""
    name = attribute.rpartition("}")[2]
    return name.startswith("rsid") or name in WRITTEN_ANEW or name in unnamed


def tokens_of(paragraph: etree._Element) -> list[Token]:
    """Return the tokens of a paragraph whose changes are settled, each field in it as one."""
    return list(_with_fields(list(_tokens(paragraph))))


def _with_fields(tokens: Sequence[Token]) -> Iterator[Token]:
    """Go through tokens, those from the beginning of a field to its end as one."""
    ends = _ends_of_fields(tokens)
    at = 0
    while at < len(tokens):
        end = ends.get(at)
        if end is None:
            yield tokens[at]
            at += 1
            continue
        held = tuple(tokens[at : end + 1])
        yield Token("".join(token.text for token in held), field=held)
        at = end + 1


def _ends_of_fields(tokens: Sequence[Token]) -> dict[int, int]:
    """Return where each field ends that begins and ends here, by where it begins."""
    ends: dict[int, int] = {}
    begun: list[int] = []
    for at, token in enumerate(tokens):
        kind = (
            token.element.get(w("fldCharType"))
            if token.element is not None and token.element.tag == w("fldChar")
            else None
        )
        if kind == "begin":
            begun.append(at)
        elif kind == "end" and begun:
            ends[begun.pop()] = at
    return ends


def _tokens(parent: etree._Element) -> Iterator[Token]:
    for child in parent:
        if child.tag == w("r"):
            yield from _of_run(child)
        elif child.tag in EQUATIONS:
            yield Token("".join(text.text or "" for text in child.iter(qualified("m:t"))), element=child)
        elif child.tag in HOLDERS:
            yield from _tokens(child)


def _of_run(run: etree._Element) -> Iterator[Token]:
    properties = run.find(w("rPr"))
    seen = not any(is_on(properties, name) for name in ("strike", "dstrike", "vanish"))
    look = b"" if properties is None else etree.tostring(properties)
    for element in run:
        if element.tag == w("t"):
            yield from (Token(match[0], look, seen=seen) for match in TOKEN.finditer(element.text or ""))
        elif element.tag == w("ruby"):
            text = "".join(text.text or "" for text in element.iterfind(f"{w('rubyBase')}/{w('r')}/{w('t')}"))
            yield Token(text, look, element)
        elif element.tag != w("rPr"):
            yield Token("", look, element)


def text_of(element: etree._Element) -> str:
    """Return what paragraphs in an element are compared by."""
    return "\n".join("".join(token.key for token in tokens_of(paragraph)) for paragraph in element.iter(w("p")))


def smoothed(marked: Sequence[tuple[str, Token]]) -> list[tuple[str, Token]]:
    """Take a blank between two changed words as changed too, deletions before insertions: one change, not two."""
    smooth: list[tuple[str, Token]] = []
    gone: list[tuple[str, Token]] = []
    come: list[tuple[str, Token]] = []
    for place, (kind, token) in enumerate(marked):
        following = marked[place + 1][0] if place + 1 < len(marked) else ""
        if kind == "del":
            gone.append((kind, token))
        elif kind == "ins":
            come.append((kind, token))
        elif gone and come and following and token.element is None and token.text.isspace():
            gone.append(("del", token))
            come.append(("ins", token))
        else:
            smooth += [*gone, *come, (kind, token)]
            gone, come = [], []
    return [*smooth, *gone, *come]


def write_tokens(parent: etree._Element, tokens: Sequence[Token], *, deleted: bool) -> None:
    """Add tokens in one format as runs, equations beside them."""
    for outside, group in groupby(tokens, key=lambda token: token.outside_runs):
        held = list(group)
        if outside:
            parent.extend([copied(token.element) for token in held if token.element is not None])
        else:
            _write_run(parent, held, deleted=deleted)


def _write_run(parent: etree._Element, tokens: Sequence[Token], *, deleted: bool) -> None:
    """Add a run of tokens in one format."""
    run = etree.SubElement(parent, w("r"))
    if tokens[0].format:
        run.append(etree.fromstring(tokens[0].format))
    for is_text, group in groupby(tokens, key=lambda token: token.element is None):
        if is_text:
            element = etree.SubElement(run, w("delText" if deleted else "t"))
            element.set(XML_SPACE, "preserve")
            element.text = "".join(token.text for token in group)
        else:
            run.extend([_written(token.element, deleted=deleted) for token in group if token.element is not None])


def _written(element: etree._Element, *, deleted: bool) -> etree._Element:
    """Return an element for a run; an instruction in what was deleted is a deleted one."""
    written = copied(element)
    if deleted and written.tag == w("instrText"):
        written.tag = w("delInstrText")
    elif not deleted and written.tag == w("delInstrText"):
        written.tag = w("instrText")
    return written
