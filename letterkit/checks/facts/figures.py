"""Figures, dates, frequencies, ages and what is called highest or lowest, held against the facts about them."""

import re

from letterkit.checks.facts.index import FREQUENCY, LEAST_SHARED, EvidenceIndex, Leaf
from letterkit.checks.facts.support import Said, Support
from letterkit.language import GRADED_SO, Claim, ClaimKind, is_figure, normal_form
from letterkit.letter import Reference

DATES = frozenset((ClaimKind.DATE, ClaimKind.MONTH, ClaimKind.PERIOD))
NOTHING_COUNTED = re.compile(
    r" (?:things?|ways?|reasons?|points?|issues?|matters?|sides?|examples?|steps?"
    r"|of (?:your|these|them|us|those|the))\b"
)
COUNTED = re.compile(r"(?: [\w-]+){1,3}")
ITEMS = dict.fromkeys(("recommendations", "improvement", "observations", "concern"), "items")
CLAUSE_END = re.compile(r"[,;:(]| (?:and|but|while|whereas|compared) ")
HALF, TELLING = 0.5, 3
MEETS = re.compile(
    r" (?:(?:(?:which|that|is|are|was|were|has|have|had|will|shall|be|been|being|to|now|currently|also|only|always"
    r"|still|usually|normally|generally|typically|regularly) )*"
    r"(?:(?:meet|meets|met|meeting|held|sits?|sat|convenes?|convened|gathers?|gathered|takes? place"
    r"|took place)(?: (?:now|in public|in private|together|only|at least|about|around|roughly|formally|online))*)? ?)?"
)
"""What stands between a body and how often it meets."""
ADJECTIVE = re.compile(r"(?i:annual|monthly|weekly|quarterly|daily) [a-z]")
RANK = re.compile(r"highest|lowest")
RANKED = re.compile(r" (?:\w+ ){0,2}?(?:ever|number|percentage|proportion|rate|figure|share|total|on record)\b")
AVERAGE = re.compile(r"above|below|in line with")


def figure(index: EvidenceIndex, said: Said) -> Support | None:
    """Judge a figure by the facts that say the same, and by the fact that is most about its clause."""
    claim = said.claim
    spoken_of = claim.kind is ClaimKind.COUNT and (claim.text.lower() == "one" or NOTHING_COUNTED.match(said.after))
    if spoken_of or not (claim.kind is ClaimKind.RATIO or any(map(is_figure, normal_form(claim.text)))):
        return None
    graded = GRADED_SO.match(said.after)
    if claim.kind is ClaimKind.COUNT and graded:
        return Support(claim, _tallied(index, claim, graded[1].lower()))
    near = _nearest(index, claim, index.subject_of(said.about))
    clause = index.subject_of(f"{_clause(said)} {said.beside}")
    about = None if claim.kind in DATES else _figure_about(index, clause, percent=claim.kind is ClaimKind.PERCENTAGE)
    share = index.share(near.fact, clause) if near else 0.0
    if about and index.share(about.fact, clause) > 2 * share:
        return Support(claim, about.references, about.text)
    return Support(claim, near.references if near else _counted(index, said))


def frequency(index: EvidenceIndex, said: Said) -> Support | None:
    """Judge how often something is by the panel, or other fact, that the sentence names."""
    claim = said.claim
    if said.named is None or ADJECTIVE.match(said.sentence, said.start):
        return None
    name, between = said.named
    if not MEETS.fullmatch(between):
        return None
    facts = sorted({leaf.fact for leaf in index.saying(name.text)})
    for leaf in (leaf for fact in facts for leaf in index.of(fact) if leaf.field == FREQUENCY):
        return Support(claim, leaf.references, None if leaf in index.claiming(claim) else leaf.text)
    return Support(claim) if facts and between.strip() else None


def age(index: EvidenceIndex, said: Said) -> Support:
    """Judge an age by the ages in evidence."""
    wanted = said.claim.value.split("-")
    ages = (leaf for leaf in index.leaves if any("ages" in reference[1:-1] for reference in leaf.references))
    same = next((leaf.references for leaf in ages if re.findall(r"\d+", leaf.text) == wanted), ())
    return Support(said.claim, same)


def comparison(index: EvidenceIndex, said: Said) -> Support | None:
    """Judge what is called highest, lowest, or above or below an average, by the figure that the sentence is about."""
    claim = said.claim
    wanted, field = RANK.search(claim.value), "rank"
    if not wanted and claim.value.endswith("average"):
        wanted, field = AVERAGE.search(claim.value), "relation"
    if not wanted or (field == "rank" and not RANKED.search(said.sentence, said.start)):
        return None
    fact = index.fact_about(index.subject_of(said.about), "statistics")
    known = next((leaf for leaf in index.of(fact) if leaf.field == field), None) if fact else None
    if known is None:
        return Support(claim)
    return Support(claim, known.references, None if known.text == wanted[0] else known.text)


def _clause(said: Said) -> str:
    """Return the part of a sentence that a claim stands in, up to the next comma or and."""
    starts = [match.end() for match in CLAUSE_END.finditer(said.before)]
    end = CLAUSE_END.search(said.after)
    return f"{said.before[starts[-1] if starts else 0 :]}{said.claim.text}{said.after[: end.start() if end else None]}"


def _nearest(index: EvidenceIndex, claim: Claim, subject: set[str]) -> Leaf | None:
    """Return the value that says the same and is most about the subject; only a whole date needs to share no word."""
    kind = "date" if claim.kind in DATES else "text" if claim.kind is ClaimKind.NUMBER else "figure"
    same = [leaf for leaf in (*index.saying(claim.text), *index.claiming(claim)) if leaf.kind == kind]
    best = max(
        same,
        key=lambda leaf: (index.share(leaf.fact, subject), bool(index.subject_of(leaf.field) & subject)),
        default=None,
    )
    telling = sum(map(str.isdigit, claim.text)) >= TELLING and best and index.shared(best.fact, subject)
    if best and (telling or _is_about(index, best, subject) or claim.kind in (ClaimKind.DATE, ClaimKind.NUMBER)):
        return best
    alike = {leaf: len(index.subject_of(leaf.text) & subject) for leaf in index.claiming(claim)}
    texts = [leaf for leaf, shared in alike.items() if shared >= LEAST_SHARED or _is_about(index, leaf, subject)]
    return max(texts, key=alike.__getitem__, default=None)


def _is_about(index: EvidenceIndex, leaf: Leaf, subject: set[str]) -> bool:
    """Tell whether a value is about a subject: half of what says so, or two words of it, are in the sentence."""
    return index.share(leaf.fact, subject) >= HALF or index.shared(leaf.fact, subject) >= LEAST_SHARED


def _tallied(index: EvidenceIndex, claim: Claim, graded: str) -> tuple[Reference, ...]:
    """Return the PEEL cycle in which as many areas have a grade as a sentence counts: four outstanding."""
    cycles = (key for key, tally in index.tallies.items() if str(tally[graded]) == claim.value)
    return next(((Reference.of("peel", key),) for key in cycles), ())


def _counted(index: EvidenceIndex, said: Said) -> tuple[Reference, ...]:
    """Return what in evidence has as many entries as a sentence counts: three questions."""
    claim = said.claim
    if claim.kind is not ClaimKind.COUNT or not claim.value.isdigit():
        return ()
    counted = COUNTED.match(said.after)
    things = {ITEMS.get(word, word) for word in re.findall("[a-z]{4,}", counted[0].lower())} if counted else set()
    sizes = (leaf for leaf in index.saying(claim.text) if leaf.kind == "size")
    return next((leaf.references for leaf in sizes if things & _entries(index, leaf)), ())


def _entries(index: EvidenceIndex, collection: Leaf) -> set[str]:
    """Return the plurals for what a collection has: areas, or the questions of areas that ask one each."""
    (where,) = collection.references
    inside = (leaf.field for leaf in index.of(collection.fact) if _stands_below(leaf, where))
    return {collection.field, *(f"{field}s" for field in inside)}


def _stands_below(leaf: Leaf, collection: Reference) -> bool:
    return leaf.references[0] != collection and leaf.references[0].is_within(collection)


def _figure_about(index: EvidenceIndex, subject: set[str], *, percent: bool) -> Leaf | None:
    """Return the figure of the fact that is most about a subject, if one clearly is."""
    fact = index.fact_about(subject)
    leaves = index.of(fact) if fact else ()
    figures = [leaf for leaf in leaves if leaf.kind == "figure"]
    if any(leaf.text == "percent" for leaf in leaves):
        shares = (leaf for leaf in figures if leaf.field == "value" or len(leaf.references) > 1)
        counts = (leaf for leaf in figures if leaf.field == "count")
        return next(shares if percent else counts, None)
    return None if percent else next(iter(figures), None)
