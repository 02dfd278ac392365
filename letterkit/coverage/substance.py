"""Is an answer an answer? What can be said of its words without understanding them."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from string import punctuation, whitespace

from rapidfuzz import fuzz

from letterkit.coverage.empty_answers import nothing_said
from letterkit.coverage.refusals import refusal_in
from letterkit.evidence import Answer, InspectionReport, Item
from letterkit.language import SMALL_NUMBERS, find_place_holders, plain_words, sentences, shown
from letterkit.letter import Heading, Letter, Paragraph, PlainBlock, Role, Spans, text_of

MONITORING = re.compile(r"\b(monitor\w*|keep\w* (this |it )?under review|watch\w*|continue to review)\b", re.IGNORECASE)
DOING = re.compile(
    r"\b(has|have|had|is|are|was|were|been|will|shall)\b"
    r"(?! (continue to |keep |go on )?(monitor|watch|keep\w* under review))",
    re.IGNORECASE,
)
NOT_ACCEPTED = re.compile(
    r"\b(not|never|n\N{RIGHT SINGLE QUOTATION MARK}t|n't|cannot|unable to)\s+(be able to\s+)?(accept|agree)"
    r"|\b(reject|disagree)",
    re.IGNORECASE,
)
IN_PART = re.compile(r"\baccept\w*\b.*\bin (part|principle)\b|\bpartially accept", re.IGNORECASE | re.DOTALL)
ACCEPTED = re.compile(r"\baccept(s|ed)?\b", re.IGNORECASE)
NUMBERS = {word: number for number, word in enumerate(SMALL_NUMBERS)}
COUNTED = re.compile(
    rf"\b({'|'.join(SMALL_NUMBERS)}|\d{{1,6}}) (recommendations?|areas? for improvement|causes? of concern)\b",
    re.IGNORECASE,
)
KIND_OF = {"r": "recommendation", "a": "area_for_improvement", "c": "cause_of_concern"}
REWORDED = 0.75
BETWEEN_WORDS = dict.fromkeys(map(ord, f"{whitespace}{punctuation}\xa0\u2013\u2014\u2018\u2019\u201c\u201d\u2026"))


@dataclass(frozen=True)
class Region:
    """A part of the letter that answers items, under the heading it stands under."""

    items: tuple[str, ...]
    heading: str
    blocks: tuple[tuple[PlainBlock, tuple[Spans, ...]], ...]

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """What the office itself says in it, line by line: neither headings nor quotations."""
        return tuple(
            text_of(line)
            for block, lines in self.blocks
            if not isinstance(block, Heading) and not _is_quotation(block)
            for line in lines
        )

    @cached_property
    def prose(self) -> str:
        """Those lines as one text."""
        return " ".join(self.lines).strip()

    @cached_property
    def squeezed(self) -> str:
        """The letters and digits of that prose, and nothing else."""
        return _squeezed(self.prose)

    @property
    def quotations(self) -> list[str]:
        """The quotations set apart in it."""
        return [text_of(line) for block, lines in self.blocks if _is_quotation(block) for line in lines]


@dataclass(frozen=True, slots=True)
class _Case:
    item: Item
    answer: Answer
    prose: str
    squeezed: str
    own: Sequence[Region]
    all: Sequence[Region]


def objections(item: Item, answer: Answer, own: Sequence[Region], everything: Sequence[Region]) -> Iterator[str]:
    """Go through what speaks against an answer, each with what to do."""
    prose, squeezed = " ".join(region.prose for region in own), "".join(region.squeezed for region in own)
    case = _Case(item, answer, prose, squeezed, own, everything)
    for objection in OBJECTIONS:
        message = objection(case)
        if message:
            yield message


def position_in(prose: str) -> str | None:
    """Return the position that prose takes, if it says one."""
    if not _mentions(prose, "accept", "agree", "reject"):
        return None
    if NOT_ACCEPTED.search(prose):
        return "not accepted"
    if any(IN_PART.search(prose, start, end) for start, end in sentences(prose)):
        return "accepted in part"
    return "accepted" if ACCEPTED.search(prose) else None


def wrong_counts(letter: Letter, report: InspectionReport) -> Iterator[tuple[str, int]]:
    """Go through counts of items in the letter's prose that disagree with the report: the words and the true number.

    Items of all kinds together may be called recommendations, as reports and letters do.
    """
    for block in letter.plain_blocks():
        text = text_of(block.spans) if isinstance(block, Paragraph) and block.role is Role.BODY else ""
        if _mentions(text, "recommendation", "improvement", "concern"):
            for match in COUNTED.finditer(text):
                said = NUMBERS.get(match[1].lower()) if match[1].lower() in NUMBERS else int(match[1])
                true = sum(item.kind == KIND_OF[match[2][0].lower()] for item in report.items)
                if said not in (true, len(report.items)):
                    yield match[0], true


def _mentions(text: str, *words: str) -> bool:
    """Tell whether a text has any of the words, or parts of words; asked first, since most texts have none."""
    small = text.lower()
    return any(word in small for word in words)


def _is_quotation(block: PlainBlock) -> bool:
    return isinstance(block, Paragraph) and block.role is Role.QUOTATION


def _placeholder(case: _Case) -> str | None:
    found = next(find_place_holders(case.prose), None)
    return f"'{found[0]}' holds a place for the answer. Write the answer." if found else None


def _says_nothing(case: _Case) -> str | None:
    if case.item.directed == "not at all":
        return None
    nothing = nothing_said([line for region in case.own for line in region.lines], case.item.text)
    if nothing is None or _placeholder(case):
        return None
    said, kind = nothing
    return f"'{shown(said)}' {kind}. Say what is done, or why nothing is."


def _same_as_another(case: _Case) -> str | None:
    for other in case.all:
        if other.squeezed and other.squeezed == case.squeezed and other not in case.own:
            same = ", ".join(other.items)
            return f"The answer is word for word that to {same}. Answer them together, or each by itself."
    return None


def _only_monitoring(case: _Case) -> str | None:
    if case.answer.action_taken or case.answer.reason_for_none or case.item.directed == "not at all":
        return None
    promised = [action.what for action in case.answer.action_proposed]
    if promised and all(MONITORING.search(what) for what in promised) and not DOING.search(case.prose):
        return "To monitor is not to act (s.55(5B)). Say what is done, or why nothing is."
    return None


def _without_owner_or_date(case: _Case) -> str | None:
    if case.item.kind == "observation":
        return None
    for action in case.answer.action_proposed:
        lacking = [
            name for name, value in (("owner", action.owner), ("due", action.due or action.ongoing)) if not value
        ]
        if lacking:
            return f"The action '{action.what[:50]}' has no {' and no '.join(lacking)}. Add it in the response."
    return None


def _position_differs(case: _Case) -> str | None:
    said = position_in(case.prose)
    meant = case.answer.position
    if said is None or said == meant or (meant in ("noted", "supported") and said == "accepted"):
        return None
    return f"The letter says '{said}', the evidence '{meant}'. Make them agree."


def _refuses_beside_accepting(case: _Case) -> str | None:
    if case.answer.position not in ("accepted", "accepted in part") or case.item.directed == "not at all":
        return None
    lines = [line for region in case.own for line in region.lines]
    said = refusal_in(lines, case.item.text, in_part=case.answer.position == "accepted in part")
    if said is None:
        return None
    told = f"'{shown(said)}' says that nothing will be done, but the position is '{case.answer.position}'."
    return f"{told} Say what is done, or correct the position in the response."


def _reworded(case: _Case) -> str | None:
    if not case.item.quoted:
        return None
    for region in case.own:
        for quotation in region.quotations:
            quoted, original = plain_words(quotation), plain_words(case.item.text)
            if quoted != original and _likeness(quoted, original) >= REWORDED:
                return f"'{quotation[:60]}' is not the report's wording. Quote the item word for word."
    return None


OBJECTIONS: tuple[Callable[[_Case], str | None], ...] = (
    _placeholder,
    _says_nothing,
    _same_as_another,
    _only_monitoring,
    _without_owner_or_date,
    _position_differs,
    _refuses_beside_accepting,
    _reworded,
)


def _squeezed(text: str) -> str:
    return text.lower().translate(BETWEEN_WORDS)


def _likeness(text: str, other: str) -> float:
    return fuzz.ratio(text, other) / 100
