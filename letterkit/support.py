"""What evidence says for or against a claim in words that somebody wrote by hand."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz, process

from letterkit.claims import FIGURES, GRADE, GRADED_SO, Claim, Kind, claims_in
from letterkit.evidence_index import EvidenceIndex, Leaf, plain_passage, subject_of
from letterkit.named import HONOURED, names_a_body
from letterkit.readings import is_figure, reading

DATES = frozenset((Kind.DATE, Kind.MONTH, Kind.PERIOD))
ITEM = re.compile(r"(?i)(?:recommendation|area for improvement|cause of concern)s? (\S+)")
RANK = re.compile(r"highest|lowest")
RANKED = re.compile(r" (?:\w+ ){0,2}?(?:ever|number|percentage|proportion|rate|figure|share|total|on record)\b")
AVERAGE = re.compile(r"above|below|in line with")
POSSESSIVE = re.compile("['\N{RIGHT SINGLE QUOTATION MARK}]s?$")
VERBATIM = re.compile(r"^quotations\.|\.text$")
GRADE_WORD = re.compile(rf"\b{GRADE}\b")
ALIKE, LIKE_A_NAME = 88, 84
LONG_QUOTATION = 3
MEETS = re.compile(
    r" (?:(?:which |that |is |are |was |were |has |have |usually |normally )*(?:meets?|met|held|sits?|sat)? ?)?"
)
ADJECTIVE = re.compile(r"(?i:annual|monthly|weekly|quarterly|daily) [a-z]")
CLAUSE_END = re.compile(r"[,;:(]| (?:and|but|while|whereas|compared) ")
HALF, LEAST_SHARED, TELLING = 0.5, 2, 3
COUNTED = re.compile(r"(?: [\w-]+){1,3}")
ITEMS = dict.fromkeys(("recommendations", "improvement", "observations", "concern"), "items")
NOTHING_COUNTED = re.compile(
    r" (?:things?|ways?|reasons?|points?|issues?|matters?|sides?|examples?|steps?"
    r"|of (?:your|these|them|us|those|the))\b"
)
LAW = {
    (Kind.STATUTE, "Police Act 1996"): "section 55 of the Police Act 1996",
    (Kind.DURATION, "56 day"): "section 55(5A) of the Police Act 1996",
    (Kind.NUMBER, "101"): "the police non-emergency number",
    (Kind.NUMBER, "999"): "the emergency number",
}
"""What every office knows: the law that letterkit itself rests on, and the two telephone services."""
LEFT_OUT = "\N{HORIZONTAL ELLIPSIS}"
YEAR = re.compile(r" \d{4}$")


class Standing(StrEnum):
    """How a claim in free prose stands to evidence."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    UNSUPPORTED = "unsupported"


@dataclass(frozen=True, slots=True)
class Support:
    """How a claim stands: `reference` supports it, or contradicts it by `value`; neither if evidence is silent.

    `hint` says more of a claim without support, such as which name may have been meant.
    """

    claim: Claim
    reference: str | None = None
    value: str | None = None
    hint: str = ""

    @property
    def standing(self) -> Standing:
        """The standing in one word."""
        if self.value is not None:
            return Standing.CONTRADICTED
        return Standing.SUPPORTED if self.reference else Standing.UNSUPPORTED


def supports(index: EvidenceIndex, sentence: str) -> Iterator[Support]:
    """Judge each claim in a sentence that evidence can speak to; vague quantities, for one, it cannot."""
    for claim in claims_in(sentence, index.names, index.places):
        found = judged(index, claim, sentence)
        if found:
            yield found


def judged(index: EvidenceIndex, claim: Claim, sentence: str) -> Support | None:
    """Judge one claim by its sentence; None if evidence cannot speak to it."""
    if (claim.kind, claim.value) in LAW:
        return Support(claim, LAW[claim.kind, claim.value])
    judge = JUDGES.get(claim.kind)
    return judge(index, claim, sentence) if judge else None


def _figure(index: EvidenceIndex, claim: Claim, sentence: str) -> Support | None:
    """Judge a figure by the facts that say the same, and by the fact that is most about its subject."""
    at = sentence.find(claim.text) + len(claim.text)
    spoken_of = claim.kind is Kind.COUNT and (claim.text.lower() == "one" or NOTHING_COUNTED.match(sentence, at))
    if spoken_of or not (claim.kind is Kind.RATIO or any(map(is_figure, reading(claim.text)))):
        return None
    graded = GRADED_SO.match(sentence, sentence.find(claim.text) + len(claim.text))
    if claim.kind is Kind.COUNT and graded:
        return Support(claim, _tallied(index, claim, graded[1].lower()))
    subject = subject_of(sentence)
    near = _nearest(index, claim, subject)
    clause = subject_of(_clause(claim, sentence))
    about = None if claim.kind in DATES else _figure_about(index, clause, percent=claim.kind is Kind.PERCENTAGE)
    share = index.share(near.fact, clause) if near else 0.0
    if about and index.share(about.fact, clause) > 2 * share:
        return Support(claim, about.reference, about.text)
    return Support(claim, near.reference if near else _counted(index, claim, sentence))


def _clause(claim: Claim, sentence: str) -> str:
    """Return the part of a sentence that a claim stands in, up to the next comma or and."""
    at = max(0, sentence.find(claim.text))
    starts = [match.end() for match in CLAUSE_END.finditer(sentence, 0, at)]
    end = CLAUSE_END.search(sentence, at + len(claim.text))
    return sentence[starts[-1] if starts else 0 : end.start() if end else len(sentence)]


def _nearest(index: EvidenceIndex, claim: Claim, subject: set[str]) -> Leaf | None:
    """Return the value that says the same and is most about the subject; only a whole date needs to share no word."""
    kind = "date" if claim.kind in DATES else "text" if claim.kind is Kind.NUMBER else "figure"
    same = [leaf for leaf in (*index.saying(claim.text), *index.claiming(claim)) if leaf.kind == kind]
    best = max(
        same, key=lambda leaf: (index.share(leaf.fact, subject), bool(subject_of(leaf.field) & subject)), default=None
    )
    telling = sum(map(str.isdigit, claim.text)) >= TELLING and best and index.shared(best.fact, subject)
    if best and (telling or _is_about(index, best, subject) or claim.kind in (Kind.DATE, Kind.NUMBER)):
        return best
    texts = [
        leaf for leaf in index.claiming(claim) if subject_of(leaf.text) & subject or index.share(leaf.fact, subject)
    ]
    return max(texts, key=lambda leaf: len(subject_of(leaf.text) & subject), default=None)


def _tallied(index: EvidenceIndex, claim: Claim, grade: str) -> str | None:
    """Return the PEEL cycle in which as many areas have a grade as a sentence counts: four outstanding."""
    cycles = (key for key, tally in index.tallies.items() if str(tally[grade]) == claim.value)
    return next((f"peel.{key}" for key in cycles), None)


def _is_about(index: EvidenceIndex, leaf: Leaf, subject: set[str]) -> bool:
    """Tell whether a value is about a subject: half of what says so, or two words of it, are in the sentence."""
    return index.share(leaf.fact, subject) >= HALF or index.shared(leaf.fact, subject) >= LEAST_SHARED


def _counted(index: EvidenceIndex, claim: Claim, sentence: str) -> str | None:
    """Return what in evidence has as many entries as a sentence counts: three questions."""
    if claim.kind is not Kind.COUNT or not claim.value.isdigit():
        return None
    counted = COUNTED.match(sentence, sentence.find(claim.text) + len(claim.text))
    things = {ITEMS.get(word, word) for word in re.findall("[a-z]{4,}", counted[0].lower())} if counted else set()
    sizes = (leaf for leaf in index.saying(claim.text) if leaf.kind == "size")
    return next((leaf.reference for leaf in sizes if leaf.field in things), None)


def _figure_about(index: EvidenceIndex, subject: set[str], *, percent: bool) -> Leaf | None:
    """Return the figure of the fact that is most about a subject, if one clearly is."""
    fact = index.fact_about(subject, "")
    leaves = index.of(fact) if fact else ()
    figures = [leaf for leaf in leaves if leaf.kind == "figure"]
    if any(leaf.text == "percent" for leaf in leaves):
        shares = (leaf for leaf in figures if leaf.field == "value" or ", " in leaf.reference)  # as stated, or derived
        counts = (leaf for leaf in figures if leaf.field == "count")
        return next(shares if percent else counts, None)
    return None if percent else next(iter(figures), None)


def _frequency(index: EvidenceIndex, claim: Claim, sentence: str) -> Support | None:
    """Judge how often something is by the panel, or other fact, that the sentence names."""
    before = sentence[: sentence.find(claim.text)]
    names = [one for one in claims_in(before, index.names, index.places) if one.kind is Kind.NAME]
    if not names or not MEETS.fullmatch(before[names[-1].end :]) or ADJECTIVE.match(sentence, len(before)):
        return None
    for fact in sorted({leaf.fact for leaf in index.saying(names[-1].text)}):
        for leaf in (leaf for leaf in index.of(fact) if leaf.field == "frequency"):
            same = claim.value in {other.value for other in claims_in(f"It meets {leaf.text}.")}
            return Support(claim, leaf.reference, None if same else leaf.text)
    return None


def _age(index: EvidenceIndex, claim: Claim, _sentence: str) -> Support:
    wanted = claim.value.split("-")
    ages = (leaf for leaf in index.leaves if ".ages." in leaf.reference)
    return Support(claim, next((leaf.reference for leaf in ages if re.findall(r"\d+", leaf.text) == wanted), None))


def _name(index: EvidenceIndex, claim: Claim, _sentence: str) -> Support | None:
    """Judge the name of a body or person: known in full or by an alias, else perhaps another was meant."""
    known = index.named(claim.text)
    if known:
        return Support(claim, known)
    honoured = HONOURED.match(claim.text)
    if honoured:
        return _person(index, claim, honoured[1])
    near = process.extractOne(claim.text, index.names, scorer=fuzz.ratio, score_cutoff=LIKE_A_NAME)
    if near:
        return Support(claim, hint=f"Did you mean '{near[0]}' ({index.named(near[0])})?")
    return Support(claim) if names_a_body(claim.text) else None


def _person(index: EvidenceIndex, claim: Claim, name: str) -> Support:
    words = POSSESSIVE.sub("", name).split()
    for leaf in index.people:
        known = leaf.text.split()
        if known[-1] == words[-1] and (len(words) == 1 or words[0] in known):
            return Support(claim, leaf.reference)
    near = process.extractOne(name, {leaf.text for leaf in index.people}, scorer=fuzz.partial_ratio, score_cutoff=80)
    return Support(claim, hint=f"Did you mean '{near[0]}'?" if near else "")


def _statute(index: EvidenceIndex, claim: Claim, _sentence: str) -> Support | None:
    """Judge an Act by its whole name with its year; sections are not in evidence."""
    if "Act" not in claim.text.split():
        return None
    known = index.saying(claim.value)
    if known:
        return Support(claim, known[0].reference)
    own = YEAR.sub("", claim.value).lower()
    for leaf in (leaf for leaf in index.leaves if leaf.field == "name"):
        if YEAR.sub("", leaf.text).lower() == own:
            return Support(claim, leaf.reference, None if own == claim.value.lower() else leaf.text)
    return Support(claim)


def _grade(index: EvidenceIndex, claim: Claim, sentence: str) -> Support:
    """Judge a grade by the area, and the cycle, that the sentence names; by all of them if it names none."""
    subject = subject_of(sentence)
    cycles = index.pack.shared["peel"].root
    named = [key for key, cycle in cycles.items() if cycle.name in sentence] or list(cycles)
    areas = [(key, name, area) for key in named for name, area in cycles[key].areas.items() if area.grade]
    about = [entry for entry in areas if (words := subject_of(entry[2].name)) and words <= subject]
    for key, name, area in about or areas:
        if area.grade == claim.value:
            return Support(claim, f"peel.{key}.areas.{name}.grade")
    if about:
        key, name, area = about[0]
        return Support(claim, f"peel.{key}.areas.{name}.grade", area.grade)
    overall = next((key for key in named if cycles[key].overall == claim.value), None)
    return Support(claim, f"peel.{overall}.overall" if overall else None)


def _quotation(index: EvidenceIndex, claim: Claim, _sentence: str) -> Support | None:
    """Judge a quotation by the passage that has its words in their order, with nothing but [...] left out."""
    pieces = [piece.strip() for piece in plain_passage(claim.value).split(LEFT_OUT) if piece.strip()]
    for reference, passage in index.passages.items():
        if _has_in_order(passage, pieces):
            return Support(claim, reference)
    whole = " ".join(pieces)
    if len(whole.split()) >= LONG_QUOTATION:
        longer = {name: passage for name, passage in index.passages.items() if 2 * len(passage) >= len(whole)}
        longer = {name: passage for name, passage in longer.items() if VERBATIM.search(name)}
        near = process.extractOne(whole, longer, scorer=fuzz.partial_ratio, score_cutoff=ALIKE)
        if near:
            leaf = next(leaf for leaf in index.leaves if leaf.reference == near[2])
            return Support(claim, leaf.reference, leaf.text)
    return Support(claim) if len(whole.split()) >= LONG_QUOTATION or GRADE_WORD.search(whole) else None


def _cross_reference(index: EvidenceIndex, claim: Claim, _sentence: str) -> Support | None:
    match = ITEM.match(claim.text)
    if not match:
        return None
    pack = index.pack
    for report_id in pack.together_with(index.report_id):
        report = pack.reports[report_id]
        for item in report.items:
            if match[1].lower() in (item.id.lower(), *(limb.id.lower() for limb in item.limbs)):
                return Support(claim, f"reports.{report_id}.items.{item.id}.id")
    return Support(claim, hint=f"The report has no item '{match[1]}'.")


def _comparison(index: EvidenceIndex, claim: Claim, sentence: str) -> Support | None:
    """Judge what is called highest, lowest, or above or below an average, by the figure that the sentence is about."""
    wanted, field = RANK.search(claim.value), "rank"
    if not wanted and claim.value.endswith("average"):
        wanted, field = AVERAGE.search(claim.value), "relation"
    if not wanted or (field == "rank" and not RANKED.search(sentence, sentence.find(claim.text))):
        return None
    fact = index.fact_about(subject_of(sentence), "statistics")
    known = next((leaf for leaf in index.of(fact) if leaf.field == field), None) if fact else None
    if known is None:
        return Support(claim)
    return Support(claim, known.reference, None if known.text == wanted[0] else known.text)


JUDGES: Mapping[Kind, Callable[[EvidenceIndex, Claim, str], Support | None]] = {
    **dict.fromkeys(FIGURES - {Kind.FREQUENCY, Kind.AGE, Kind.TIME}, _figure),
    Kind.FREQUENCY: _frequency,
    Kind.AGE: _age,
    Kind.NAME: _name,
    Kind.STATUTE: _statute,
    Kind.GRADE: _grade,
    Kind.QUOTATION: _quotation,
    Kind.CROSS_REFERENCE: _cross_reference,
    Kind.COMPARISON: _comparison,
}
"""How each kind of claim is judged; the others cannot be."""


def _has_in_order(text: str, pieces: list[str]) -> bool:
    whole, at = f" {text} ", 0
    for piece in pieces:
        found = whole.find(f" {piece} ", at)
        if found < 0:
            return False
        at = found + len(piece)
    return True
