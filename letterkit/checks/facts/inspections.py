"""Grades, quotations and the numbers of recommendations, held against what the inspectorate published."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz, process

from letterkit.checks.facts.index import LEFT_OUT, EvidenceIndex, Leaf, plain_passage
from letterkit.checks.facts.support import Said, Support
from letterkit.language import GRADE
from letterkit.letter import Reference

GRADE_WORD = re.compile(rf"\b{GRADE}\b")
LONG_QUOTATION, ALIKE = 3, 88
ITEM = re.compile(r"(?i)(?:recommendation|area for improvement|cause of concern)s? (\S+)")
LISTED, SPAN, MOST_SPANNED = re.compile(r",? and |, "), re.compile(" to |-"), 100


def grade(index: EvidenceIndex, said: Said) -> Support:
    """Judge a grade by the area, and the cycle, that the sentence names; by all of them if it names none."""
    claim, subject = said.claim, index.subject_of(said.about)
    cycles = index.pack.shared["peel"].root
    named = [key for key, cycle in cycles.items() if cycle.name in said.sentence] or list(cycles)
    areas = [(key, area, one) for key in named for area, one in cycles[key].areas.items() if one.grade]
    about = [entry for entry in areas if (words := index.subject_of(entry[2].name)) and words <= subject]
    for key, area, one in about or areas:
        if one.grade == claim.value:
            return Support(claim, (_grade_at(key, area),))
    if about:
        key, area, one = about[0]
        return Support(claim, (_grade_at(key, area),), one.grade)
    overall = next((key for key in named if cycles[key].overall == claim.value), None)
    return Support(claim, (Reference.of("peel", overall, "overall"),) if overall else ())


def quotation(index: EvidenceIndex, said: Said) -> Support | None:
    """Judge a quotation by the passage that has its words in their order, with nothing but [...] left out."""
    claim = said.claim
    pieces = [piece.strip() for piece in plain_passage(claim.value).split(LEFT_OUT) if piece.strip()]
    for leaf, passage in index.passages.items():
        if _has_in_order(passage, pieces):
            return Support(claim, leaf.references)
    whole = " ".join(pieces)
    if len(whole.split()) < LONG_QUOTATION:
        return Support(claim) if GRADE_WORD.search(whole) else None
    quotable = {
        leaf: passage
        for leaf, passage in index.passages.items()
        if 2 * len(passage) >= len(whole) and _is_quotable(leaf)
    }
    near = process.extractOne(whole, quotable, scorer=fuzz.partial_ratio, score_cutoff=ALIKE)
    return Support(claim, near[2].references, near[2].text) if near else Support(claim)


def cross_reference(index: EvidenceIndex, said: Said) -> Support | None:
    """Judge the numbers of recommendations by those of the reports that the letter answers."""
    match = ITEM.match(said.claim.text)
    if not match:
        return None
    known = dict(_items(index))
    numbers = _numbers(said.claim.text[match.start(1) :])
    missing = [number for number in numbers if number.lower() not in known]
    if missing:
        told = " and ".join(f"'{number}'" for number in missing)
        return Support(said.claim, hint=f"The report has no item {told}.")
    return Support(said.claim, tuple(dict.fromkeys(known[number.lower()] for number in numbers)))


def _items(index: EvidenceIndex) -> Iterator[tuple[str, Reference]]:
    """Go through the names of the items that the letter answers, and of their limbs, in small letters."""
    for report_id in index.pack.together_with(index.report_id):
        for item in index.pack.reports[report_id].items:
            reference = Reference.of("reports", report_id, "items", item.id, "id")
            for name in (item.id, *(limb.id for limb in item.limbs)):
                yield name.lower(), reference


def _numbers(listed: str) -> list[str]:
    """Return the numbers of a list such as `1, 3 and 5`, or `1 to 4`, in which a span stands for all in it."""
    found: list[str] = []
    for part in LISTED.split(listed):
        first, *last = SPAN.split(part)
        if last and first.isdigit() and last[0].isdigit() and 0 <= int(last[0]) - int(first) < MOST_SPANNED:
            found += map(str, range(int(first), int(last[0]) + 1))
        else:
            found += [first, *last]
    return found


def _grade_at(cycle: str, area: str) -> Reference:
    return Reference.of("peel", cycle, "areas", area, "grade")


def _is_quotable(leaf: Leaf) -> bool:
    """Tell whether a value is somebody's words."""
    return leaf.references[0].kind == "quotations" or leaf.field == "text"


def _has_in_order(text: str, pieces: list[str]) -> bool:
    whole, at = f" {text} ", 0
    for piece in pieces:
        found = whole.find(f" {piece} ", at)
        if found < 0:
            return False
        at = found + len(piece)
    return True
