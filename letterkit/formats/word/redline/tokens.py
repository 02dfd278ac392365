"""The words of a Word paragraph with their formats, to be compared and written back as runs."""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from letterkit.formats.word.elements import WRAPPERS, is_on
from letterkit.formats.word.namespaces import XML_SPACE, qualified, w

TOKEN = re.compile(r"\s+|\w+(?:[.,:/'\N{RIGHT SINGLE QUOTATION MARK}-]\w+)*%?|.", re.DOTALL)
UNSEEN = "\0"
EQUATIONS = frozenset((qualified("m:oMath"), qualified("m:oMathPara")))
HOLDERS = WRAPPERS | {w("sdt")}
BREAKS = frozenset(w(name) for name in ("tab", "ptab", "br", "cr", "noBreakHyphen", "softHyphen", "sym"))


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a blank or a sign with its format; or, with `element`, something in a run that is not text.

    Struck and hidden text is not `seen`: the same words seen and not seen differ.
    """

    text: str
    format: bytes = b""
    element: etree._Element | None = None
    seen: bool = True

    @property
    def is_break(self) -> bool:
        """Tell whether it is a tab, a line break or the like."""
        return self.element is not None and self.element.tag in BREAKS

    @property
    def outside_runs(self) -> bool:
        """Tell whether it stands beside runs, as an equation does."""
        return self.element is not None and self.element.tag in EQUATIONS

    def deleted(self) -> "Token | None":
        """Return what stands for it as deleted: text and breaks, nothing that rests on a part of the old file."""
        if self.element is None or self.is_break:
            return self
        return Token(self.text, self.format) if self.text else None

    @property
    def key(self) -> str:
        """What it is compared by."""
        if self.element is not None and self.is_break:
            return UNSEEN + "".join((etree.QName(self.element).localname[:1], *map(str, self.element.attrib.values())))
        if self.element is not None:
            return "".join(map(_told, self.element.iter()))
        return self.text if self.seen else f"{UNSEEN}{self.text}"


def _told(element: etree._Element) -> str:
    """Return what an element says: two that are written differently and mean the same say the same.

    lxml's canonical form would do, but refuses namespaces that are no whole address.
    """
    return f"<{element.tag!s} {sorted(element.attrib.items())} {len(element)}>{element.text or ''}"


def tokens_of(paragraph: etree._Element) -> list[Token]:
    """Return the tokens of a paragraph whose changes are settled."""
    return list(_tokens(paragraph))


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
            parent.extend([deepcopy(token.element) for token in held if token.element is not None])
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
            run.extend([deepcopy(token.element) for token in group if token.element is not None])
