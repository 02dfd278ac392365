"""Names of bodies, people and Acts, held against those that evidence has."""

import re

from rapidfuzz import fuzz, process

from letterkit.checks.facts.index import EvidenceIndex
from letterkit.checks.facts.support import Said, Support
from letterkit.language import HONOURED, Claim, names_a_body

LIKE_A_NAME, LIKE_A_PERSON = 84, 80
POSSESSIVE = re.compile("['\N{RIGHT SINGLE QUOTATION MARK}]s?$")
YEAR = re.compile(r" \d{4}$")


def name(index: EvidenceIndex, said: Said) -> Support | None:
    """Judge the name of a body or person: known in full or by an alias, else perhaps another was meant."""
    claim = said.claim
    known = index.named(claim.text)
    if known:
        return Support(claim, (known,))
    honoured = HONOURED.match(claim.text)
    if honoured:
        return _person(index, claim, honoured[1])
    near = process.extractOne(claim.text, index.names, scorer=fuzz.ratio, score_cutoff=LIKE_A_NAME)
    if near:
        return Support(claim, hint=f"Did you mean '{near[0]}' ({index.named(near[0])})?")
    return Support(claim) if names_a_body(claim.text) else None


def statute(index: EvidenceIndex, said: Said) -> Support | None:
    """Judge an Act by its whole name with its year; sections are not in evidence."""
    claim = said.claim
    if "Act" not in claim.text.split():
        return None
    known = index.named(claim.value)
    if known:
        return Support(claim, (known,))
    own = YEAR.sub("", claim.value).lower()
    for leaf in (leaf for leaf in index.leaves if leaf.field == "name"):
        if YEAR.sub("", leaf.text).lower() == own:
            return Support(claim, leaf.references, leaf.text)
    return Support(claim)


def _person(index: EvidenceIndex, claim: Claim, person: str) -> Support:
    words = POSSESSIVE.sub("", person).split()
    for leaf in index.people:
        known = leaf.text.split()
        if known[-1] == words[-1] and (len(words) == 1 or words[0] in known):
            return Support(claim, leaf.references)
    people = {leaf.text for leaf in index.people}
    near = process.extractOne(person, people, scorer=fuzz.partial_ratio, score_cutoff=LIKE_A_PERSON)
    return Support(claim, hint=f"Did you mean '{near[0]}'?" if near else "")
