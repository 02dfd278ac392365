"""The checkable claims in prose, each with its place, kind and value: figures, dates, grades, quotations, names ...

A small grammar over the words as they stand; no claim overlaps another, except those inside a quotation.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from letterkit.language.names import LINKS, TITLED, any_of, known_names, longer_names, seeming_names
from letterkit.language.normal_forms import normal_form
from letterkit.language.numerals import MAGNITUDES, MONTHS, ORDINALS, TENS, UNITS, WEEKDAYS
from letterkit.language.quotations import Quotation, find_quotations
from letterkit.language.words import without_typography


class ClaimKind(StrEnum):
    """What a claim is about."""

    COUNT = "count"
    THRESHOLD = "threshold"
    PERCENTAGE = "percentage"
    MONEY = "money"
    RATIO = "ratio"
    DATE = "date"
    MONTH = "month"
    PERIOD = "period"
    DURATION = "duration"
    FREQUENCY = "frequency"
    AGE = "age"
    TIME = "time"
    NUMBER = "number"
    GRADE = "grade"
    QUOTATION = "quotation"
    NAME = "name"
    PLACE = "place"
    STATUTE = "statute"
    CROSS_REFERENCE = "crossref"
    COMPARISON = "comparison"
    VAGUE = "vague"


FIGURE_KINDS = frozenset(
    (
        ClaimKind.COUNT, ClaimKind.THRESHOLD, ClaimKind.PERCENTAGE, ClaimKind.MONEY, ClaimKind.RATIO, ClaimKind.DATE, ClaimKind.MONTH, ClaimKind.PERIOD,
        ClaimKind.DURATION, ClaimKind.FREQUENCY, ClaimKind.AGE, ClaimKind.TIME, ClaimKind.NUMBER,
    )
)  # fmt: skip
"""The kinds whose value can be compared."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim and its place in a text; `value` says the same in one form, such as `2023-08-24` or `15.9%`."""

    kind: ClaimKind
    text: str
    value: str
    start: int
    end: int


SPELT_UNITS = any_of(word for word in UNITS if word not in ("nought", "zero"))
SPELT = (
    rf"(?i:(?:{SPELT_UNITS}|{any_of(TENS)}(?:[- ]{SPELT_UNITS})?)"
    rf"(?:[ -]{any_of(MAGNITUDES)}(?:(?: and)? (?:{any_of(TENS)}(?:[- ]{SPELT_UNITS})?|{SPELT_UNITS}))?){{0,4}}|(?:an? |two )?dozens?\b)"
)
DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?:\.\d{1,9})?"
MAGNITUDE = r"(?: (?:million|billion|thousand|hundred)|(?:bn|k|m)\b)?"
NUMBER = rf"(?:{DIGITS}{MAGNITUDE}|\b{SPELT})"
MONTH = any_of(name.capitalize() for name in MONTHS if name != "may") + r"\b\.?"
MONTH_OR_MAY = rf"(?:{MONTH}|May\b)"
SUFFIX = r"(?:(?:<sup>)?(?:st|nd|rd|th)(?:</sup>)?)"
DAY = rf"(?:[12]\d|3[01]|0?[1-9]){SUFFIX}?"
YEAR = r"(?:19|20)\d\d"
FISCAL = rf"(?:{YEAR}[/-](?:{YEAR}|\d\d)|\b[0-3]\d/[0-3]\d)"
UNIT_OF_TIME = r"(?:second|minute|hour|day|week|month|year)"
BOUND = any_of(
    (
        "over", "more than", "at least", "about", "around", "approximately", "nearly", "almost", "up to", "under",
        "fewer than", "less than", "in excess of", "roughly", "circa", "no more than", "just over", "just under",
    )
)  # fmt: skip
GRADE = r"(?:outstanding|good|adequate|requires improvement|inadequate)"
LABEL = r"(?:recommendations?|questions?|annex|appendix|section|paragraphs?|priority|outcome|objective|figure|table)"
PARTS = {"hal": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
OFTEN = {
    "daily": "daily", "weekly": "weekly", "fortnightly": "fortnightly", "monthly": "monthly",
    "quarterly": "quarterly", "annual": "annual", "annually": "annual", "yearly": "annual", "each year": "annual",
}  # fmt: skip
GRADED = r"(?:graded|rate[sd]|judged|found|assessed|considered|grading|rating|grade)(?: it)?(?: as| to be| of| was| is)?(?: an?)? "
GRADED_SO = re.compile(rf"\W{{1,3}}(?:grades? of |were |was |rated |graded |as |of |areas? )*\W?(?i:({GRADE}))\b")
"""What follows a number of areas or grades: the grade."""
STREET = r"(?: [A-Z]\w+){1,2} (?:Square|Street|Road|Lane|Avenue|Way|House|Drive|Close)\b"
ACT = re.compile(r"\bAct\b")
IDIOM = r"(?<=\b[Oo]ne) (?:of|another|size|way|hand|day|time)\b"
MOVES = r"(?:increas|decreas|reduc|improv)(?:e[sd]?|ing)|rose|risen|fell|fallen|falling|rising"
COMPARED = "(?:more|fewer|less|higher|lower|greater|larger|smaller|better|worse|stronger|faster|longer|shorter)"
WEEKDAY = any_of(WEEKDAYS)
LONG_MONTH = any_of(name for name in MONTHS if len(name) > 4 or name in ("may", "june", "july"))  # noqa: PLR2004

Value = Callable[[re.Match[str]], str]


def _read(match: re.Match[str]) -> str:
    return " ".join(normal_form(re.sub(r"</?sup>", "", match[0])))


def _lower(match: re.Match[str]) -> str:
    return " ".join(match[0].lower().split())


def _as_written(match: re.Match[str]) -> str:
    return " ".join(match[0].split()).removeprefix("the ").removeprefix("The ")


def _period(match: re.Match[str]) -> str:
    text = match[0].lower().removeprefix("the ")
    if text.startswith("year "):
        text = re.sub(r" (\d\d)$", r" 20\1", text)
        return f"year ending {normal_form(text)[-1]}"
    years = re.findall(r"\d{4}|\d\d", text)
    if len(years) == 1:
        return str(years[0])
    first, last = (f"20{years[0]}" if len(years[0]) == 2 else years[0]), years[1]  # noqa: PLR2004 - digits
    if int(last[-2:]) == (int(first) + 1) % 100:
        return f"{first}/{last[-2:]}"
    return f"{first}-{last if len(last) == 4 else first[:2] + last}"  # noqa: PLR2004 - digits


def _short_month(match: re.Match[str]) -> str:
    return f"20{match['short']}-{MONTHS[match['month'].lower().rstrip('.')]:02}"


def _quarter(match: re.Match[str]) -> str:
    first, second = re.findall(r"\d+", match["year"])[:2]
    quarter = match["quarter"] or ORDINALS[match["which"]][0]
    return f"q{quarter} {first if len(first) == 4 else '20' + first}/{second[-2:]}"  # noqa: PLR2004 - digits


def _duration(match: re.Match[str]) -> str:
    *numbers, unit = normal_form(match["long"].replace("full", "one").replace("-", " "))
    bound = f"{match['bound'].lower()} " if match["bound"] else ""
    return f"{bound}{'-'.join(number for number in numbers if number != 'to')} {unit.rstrip('s')}"


def _every(match: re.Match[str]) -> str:
    number = normal_form(match["every"])
    return f"every {number[0]} {match['each']}" if number else f"every {match['each']}"


def _times(match: re.Match[str]) -> str:
    times = {"once": "1", "twice": "2"}.get(match["times"].lower()) or normal_form(match["times"])[0]
    return f"{times} per {match['per']}"


def _grade(match: re.Match[str]) -> str:
    return re.sub(rf"(?i)^{GRADED}", "", match[0]).lower()


def _threshold(match: re.Match[str]) -> str:
    return f"{match['bound'].lower()} {' '.join(normal_form(match['number']))}"


def _ratio(match: re.Match[str]) -> str:
    return "/".join(normal_form(match[group])[0] for group in ("part", "whole"))


def _fraction(match: re.Match[str]) -> str:
    part, _, whole = match[0].lower().replace("-", " ").rpartition(" ")
    number = next(number for word, number in PARTS.items() if whole.startswith(word))
    return f"{normal_form(part)[0] if part not in ('', 'a', 'an') else 1}/{number}"


def _age(match: re.Match[str]) -> str:
    return "-".join(re.findall(r"\d+", match[0]))


def _time(match: re.Match[str]) -> str:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"]:
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    return f"{hour:02}:{minute:02}"


def _bare(match: re.Match[str]) -> str:
    return match[0].replace(" ", "")


NUMBERED = r"(?:Rooms?|Floor|Flat|Suite|Unit|Bay|Level|Tier|Zone|Junction|Route|Channel|Form|Box|Ward|PC|PS|DC|DS|DI|PCSO|Constable|Sergeant|Badge)"
"""What is told apart by a number that counts nothing."""
COUNTED_THINGS = r"(?!calls?\b|services?\b|numbers?\b|lines?\b|systems?\b|is\b|was\b|has\b|as\b)(?:[a-z]+ )?[a-z]+s\b"


GRAMMAR: tuple[tuple[ClaimKind, str, Value], ...] = (
    (ClaimKind.STATUTE, rf"(?:{TITLED}{LINKS} ){{1,8}}Act(?: {YEAR})?\b", _as_written),
    (ClaimKind.STATUTE, r"(?<![\w'])(?:[Ss]ections? |s\.? ?)\d{1,3}[A-Z]?(?:\(\w{1,3}\))*(?!\d)", _lower),
    (ClaimKind.STATUTE, r"\b(?:[Rr]egulations?|[Aa]rticles?|[Ss]chedules?|[Rr]ules?|[Oo]rders?) \d{1,3}[A-Z]?(?:\(\w{1,3}\))*(?!\d)", _lower),
    (ClaimKind.NUMBER, rf"\b{NUMBERED} \d+[A-Z]?\b(?![,.]\d|%)", _bare),
    (ClaimKind.NUMBER, rf"(?<![\d,.£/])\b(?:101|999)\b(?![\d,.]\d|%)(?! {COUNTED_THINGS})", _bare),
    (ClaimKind.NUMBER, r"\b0\d{2,4} ?\d{3,4} ?\d{3,4}\b|\b[A-Z]{2,}(?:/\w+)*/\d+(?:/\d+)*\b", _bare),
    (ClaimKind.MONEY, rf"[£$€]{DIGITS}{MAGNITUDE}", _read),
    (ClaimKind.PERCENTAGE, rf"(?<!\w){NUMBER} ?(?:%|per ?cent\b)", _read),
    (ClaimKind.DATE, rf"(?i:(?:{WEEKDAY},? )?\b{DAY} (?:of )?{LONG_MONTH}(?:,? {YEAR})?)", _read),
    (ClaimKind.DATE, rf"\b{DAY} {MONTH_OR_MAY}(?:,? {YEAR})?", _read),
    (ClaimKind.DATE, rf"\b{MONTH_OR_MAY} (?:{DAY},? {YEAR}|(?:[12]\d|3[01]|[1-9]){SUFFIX})\b", _read),
    (ClaimKind.DATE, r"\b\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d)\b|\b\d{4}-\d\d-\d\d\b", _read),
    (ClaimKind.PERIOD, rf"(?:\bthe )?\b[Yy]ear (?:ending|to)(?: in)? (?:{DAY} )?{MONTH_OR_MAY} (?:{YEAR}|\d\d\b)", _period),
    (ClaimKind.PERIOD, rf"(?:\bQ(?P<quarter>[1-4])|\b(?:the )?(?P<which>first|second|third|fourth) quarter)(?: of)?(?: the)? (?P<year>{FISCAL})", _quarter),
    (ClaimKind.PERIOD, rf"\b(?:between |from ){YEAR} ?(?:to|and|-) ?(?:{YEAR}|\d\d)\b|\b{YEAR} ?(?:to|-) ?(?:{YEAR}|\d\d)\b|\b{FISCAL}\b", _period),
    (ClaimKind.MONTH, rf"\b(?P<month>{MONTH_OR_MAY}) '?(?P<short>[0-3]\d)\b(?! ?{MONTH_OR_MAY}|\d)", _short_month),
    (ClaimKind.MONTH, rf"\b{MONTH_OR_MAY} {YEAR}\b", _read),
    (ClaimKind.PERIOD, rf"(?<![\d,.£-])\b{YEAR}\b(?![,.]\d|%)", _period),
    (ClaimKind.PERIOD, r"\b(?i:(?:this|last|next|(?:the )?(?:past|previous|coming|following|current)) (?:year|month|week|quarter|spring|summer|autumn|winter)|the (?:spring|summer|autumn|winter))\b", _lower),
    (ClaimKind.MONTH, rf"\b{MONTH}|(?<=\b[Ii]n )May\b|(?<=\b(?:[Bb]y|of) )May\b|(?<=\b(?:next|last|this) )May\b|(?<=\b(?:[Ss]ince|[Uu]ntil|early) )May\b", _lower),
    (ClaimKind.TIME, r"\b(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?(?: ?(?P<half>[apAP])\.?[mM]\b\.?|(?<=:\d\d))", _time),
    (ClaimKind.AGE, r"\b[Aa]ged? (?:between )?\d+(?: ?(?:to|-|and) ?\d+)?|\b\d+ ?(?:to|-) ?\d+[- ]year[- ]olds?", _age),
    (ClaimKind.AGE, r"\b[Uu]nder[- ]\d\d(?:s\b|(?= [A-Z]))", _age),
    (ClaimKind.RATIO, rf"\b(?P<part>{NUMBER}) (?:in|out of)(?: every)? (?P<whole>{NUMBER})\b(?! {UNIT_OF_TIME})", _ratio),
    (ClaimKind.FREQUENCY, r"\b24/7\b|\byear[- ]on[- ]year\b|\b(?:each|per) (?:day|week|month|quarter)\b", _lower),
    (ClaimKind.FREQUENCY, rf"\b(?i:bi-?|{SPELT}[- ])(?:weekly|monthly|yearly)\b", _lower),
    (ClaimKind.RATIO, rf"\b(?i:(?:{SPELT})[- ](?:half|halves|thirds|quarters|fifths|tenths)|(?:an? )?half(?= (?:of|the|a))|an? (?:third|quarter|fifth|tenth)(?= (?:of|more|less|fewer)\b(?! (?:{FISCAL}|the year)))|one[- ](?:third|quarter|fifth|tenth))\b", _fraction),
    (ClaimKind.FREQUENCY, rf"\b[Ee]very(?P<every> {NUMBER} )(?P<each>{UNIT_OF_TIME})s?\b", _every),
    (ClaimKind.FREQUENCY, rf"\b[Ee]very(?P<every> )(?P<each>{UNIT_OF_TIME})\b", _every),
    (ClaimKind.FREQUENCY, rf"\b(?P<times>[Oo]nce|[Tt]wice|{NUMBER} times) (?:a|per|every|each) (?P<per>{UNIT_OF_TIME})\b", _times),
    (ClaimKind.FREQUENCY, rf"\b(?i:{any_of(OFTEN)})\b", lambda match: OFTEN[match[0].lower()]),
    (ClaimKind.DURATION, rf"\b(?:(?i:(?P<bound>{BOUND})) )?(?P<long>(?:{NUMBER} ?(?:-|to) ?)?{NUMBER}[ -]{UNIT_OF_TIME}s?\b|\bfull[- ]day\b)", _duration),
    (ClaimKind.CROSS_REFERENCE, rf"\b(?i:{LABEL}) (?:\d+(?:\.\d+)?[a-z]?|[A-Z]\b)(?:(?:,? and |, | to |-)\d{{1,3}}(?!\d)(?:\.\d+)?[a-z]?\b)*", _lower),
    (ClaimKind.CROSS_REFERENCE, r"(?i:\b(?:above|overleaf|afore ?mentioned|as follows|the following)\b(?! (?:the|average|all)\b))", _lower),
    (ClaimKind.THRESHOLD, rf"\b(?i:(?P<bound>{BOUND})) (?:the |a )?(?P<number>{NUMBER})\b", _threshold),
    (ClaimKind.GRADE, rf"(?i:(?<=[\"']){GRADE}(?=[\"',.])|(?:{GRADED}){GRADE}\b)", _grade),
    (ClaimKind.COUNT, rf"(?<![\w.,/£-]){NUMBER}(?![\w%]|[.,/]\d|{SUFFIX}\b|{STREET}|{IDIOM})", _read),
    (ClaimKind.COMPARISON, r"\b(?:higher|lower|greater|fewer|more|less|better|worse|larger|smaller)(?: \w+){0,4}? than\b", _lower),
    (ClaimKind.COMPARISON, r"\b(?:above|below|in line with)(?: the)?(?: national| regional)? average\b|\bin line with\b", _lower),
    (ClaimKind.COMPARISON, r"\b(?:highest|lowest|best(?! practice)|worst|largest|fastest)\b|\bcompared (?:with|to)\b", _lower),
    (ClaimKind.COMPARISON, rf"\b(?:{MOVES}|up|down) (?:by|from)\b", _lower),
    (ClaimKind.COMPARISON, rf"\b(?!Greater [A-Z])(?i:(?:(?:much|far|even) )?{COMPARED})\b(?! (?:to be done|information|about|and more|recently|often|readily))", _lower),
    (ClaimKind.COMPARISON, r"\b(?i:increasingly|the same (?:\w+ )?as)\b", _lower),
    (ClaimKind.VAGUE, r"\b(?i:many|several|hundreds|thousands|some(?! of (?:the|my|our|these)\b)|much(?! (?:more|less|better))|numerous|few|most|various|a (?:\w+ )?(?:number|range|majority|variety|lot|series) of)\b", _lower),
    (ClaimKind.VAGUE, r"\b(?i:significant|substantial|considerable)(?:ly)?\b", _lower),
)  # fmt: skip
"""The kinds in the order in which they are looked for: what an earlier one takes, a later one cannot."""

FIGURE = re.compile(rf"\d|\b{SPELT}\b|\b(?i:half|halves|third|quarter|fifth|tenth|full|once|twice|bi-?[wmy])")
REACH = 60
"""The number of characters around a figure in which claims with a figure are looked for: it spares most of the work."""

MOST_TEXTS = 4_096
"""How many texts are remembered with their claims: those of a long letter and its evidence."""
WITHOUT_FIGURES = (ClaimKind.STATUTE, ClaimKind.CROSS_REFERENCE)
"""The Equality Act, annex A: their figures may be missing."""


@cache
def _grammar() -> tuple[tuple[ClaimKind, re.Pattern[str], Value, bool], ...]:
    """Return the grammar made ready; the last of each tells whether only texts with a figure can have it."""
    return tuple(
        (kind, re.compile(pattern), value, kind not in WITHOUT_FIGURES and (r"\d" in pattern or SPELT in pattern))
        for kind, pattern, value in GRAMMAR
    )


@lru_cache(MOST_TEXTS)
def claims_in(text: str, names: tuple[str, ...] = (), places: tuple[str, ...] = ()) -> tuple[Claim, ...]:
    """Return the claims of a text, in order; names and places are those that evidence knows, in every form."""
    plain = without_typography(text).replace("\n", " ")
    taken = bytearray(len(plain))
    found = [_quoted(text, quotation) for quotation in find_quotations(text)[0]]
    for kind, match, value in _matches(plain, names, places):
        start, end = match.span()
        if any(taken[start:end]) or _numbers_a_list(text, start, end):
            continue
        taken[start:end] = b"\1" * (end - start)
        found.append(Claim(kind, text[start:end], value, start, end))
    return tuple(sorted(found, key=lambda claim: (claim.start, -claim.end)))


def _matches(plain: str, names: Sequence[str], places: Sequence[str]) -> Iterator[tuple[ClaimKind, re.Match[str], str]]:
    known, known_places = tuple(known_names(plain, names)), tuple(known_names(plain, places))
    for match in (*longer_names(plain, known), *known):
        yield ClaimKind.STATUTE if ACT.search(match[0]) else ClaimKind.NAME, match, _as_written(match)
    for match in longer_names(plain, known_places):  # after names, since a body may be named after its place
        yield ClaimKind.NAME, match, _as_written(match)
    for match in known_places:
        yield ClaimKind.PLACE, match, _as_written(match)
    near, whole = _near_figures(plain), [(0, len(plain))]
    for kind, pattern, value, with_figure in _grammar():
        stretches = near if with_figure else whole
        for match in (found for start, end in stretches for found in pattern.finditer(plain, start, end)):
            yield kind, match, value(match)
    for match in seeming_names(plain):
        if not any(match[0] in place for place in places):
            yield ClaimKind.NAME, match, _as_written(match)


def _near_figures(plain: str) -> list[tuple[int, int]]:
    """Return the stretches of a text within reach of a figure."""
    stretches: list[tuple[int, int]] = []
    for match in FIGURE.finditer(plain):
        start = plain.rfind(" ", 0, max(0, match.start() - REACH)) + 1
        end = plain.find(" ", match.end() + REACH)
        end = len(plain) if end < 0 else end
        if stretches and stretches[-1][1] >= start:
            stretches[-1] = (stretches[-1][0], end)
        else:
            stretches.append((start, end))
    return stretches


def _quoted(text: str, quotation: Quotation) -> Claim:
    inner = " ".join(text[quotation.start + 1 : quotation.end - 1].split())
    return Claim(ClaimKind.QUOTATION, text[quotation.start : quotation.end], inner, quotation.start, quotation.end)


def _numbers_a_list(text: str, start: int, end: int) -> bool:
    """Tell whether digits number a list: at the head of a line, before a stop, a bracket or a sentence."""
    line = text.rfind("\n", 0, start) + 1
    head = not text[line:start].strip("#* \t")
    return head and text[start:end].isdigit() and re.match(r"[.)]\s|\s+[A-Z][a-z]+ [a-z]", text[end:]) is not None
