"""Do the numbers in the letter agree: a percentage with its counts, a tally with its parts, a number with its list?"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from itertools import pairwise
from operator import attrgetter, itemgetter

from letterkit.checks.checked_letter import CheckedLetter, CheckedParagraph
from letterkit.findings import Note, Severity
from letterkit.language import GRADED_SO, Claim, ClaimKind, normal_form, sentences
from letterkit.letter import Reference

OF_ALL = re.compile(r" (?:[a-z]+ ){0,2}(?:out )?of (?:the |all |those |these |our |its )*(?:[a-z]+ )?")
REACH = 220
FEWEST_LISTED = 2
LISTED = re.compile(r"(?:^|(?<=[;:]))[^;:]*:(?P<points>[^:]*;[^:]*)$")
"""The last clause before a colon, and what is listed after it, in one sentence."""


def check(letter: CheckedLetter) -> Iterator[Note]:
    """Find each percentage, tally of grades and announced number of points that does not follow from what is there."""
    for paragraph in letter.paragraphs:
        yield from _percentages(letter, paragraph)
        yield from _tallies(letter, paragraph)
        yield from _announced_in_a_sentence(letter, paragraph)
    yield from _announced_before_a_list(letter)


def _percentages(letter: CheckedLetter, paragraph: CheckedParagraph) -> Iterator[Note]:
    """Hold each percentage against the pair of counts, 62 of the 224, that stands before it or right after it."""
    figures = [
        claim for claim in paragraph.claims if claim.kind in (ClaimKind.COUNT, ClaimKind.PERCENTAGE, ClaimKind.RATIO)
    ]
    pairs: list[tuple[int, int, Decimal, Decimal]] = []
    for one, other in pairwise(figures):
        if one.kind is other.kind is ClaimKind.COUNT and OF_ALL.fullmatch(paragraph.text[one.end : other.start]):
            pairs.append((one.start, other.end, _value(one), _value(other)))
    shares = [claim for claim in figures if claim.kind is ClaimKind.PERCENTAGE]
    for start, end, part, whole in pairs:
        share = _share_of(shares, start, end)
        between = pairs[bisect_right(pairs, end, key=itemgetter(0)) :][:1]
        if share is None or any(pair[0] < share.start for pair in between) or not whole or part > whole:
            continue
        said = Decimal(share.value.rstrip("%"))
        places = max(0, -int(said.as_tuple().exponent)) if "." in share.text else 0
        follows = (part * 100 / whole).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
        if follows != said:
            message = f"{part:,} of {whole:,} is {follows}%. Correct the figure that is wrong."
            yield letter.note("arithmetic", Severity.ERROR, paragraph, (share.start, share.end), message)


def _share_of(shares: Sequence[Claim], start: int, end: int) -> Claim | None:
    """Return the percentage that stands right before a pair of counts, else the one that follows soon."""
    place = bisect_left(shares, start, key=attrgetter("start"))
    if place and shares[place - 1].end <= start <= shares[place - 1].end + 4:
        return shares[place - 1]
    after = shares[bisect_left(shares, end, key=attrgetter("start")) :][:1]
    return after[0] if after and after[0].start <= end + REACH else None


def _tallies(letter: CheckedLetter, paragraph: CheckedParagraph) -> Iterator[Note]:
    """Hold 'four outstanding, four good' against the grades of a cycle in evidence."""
    said: dict[str, Claim] = {}
    for claim in (claim for claim in paragraph.claims if claim.kind is ClaimKind.COUNT):
        graded = GRADED_SO.match(paragraph.text, claim.end)
        if graded:
            said[graded[1].lower()] = claim
    if len(said) < FEWEST_LISTED:
        return
    known = letter.evidence.tallies
    wanted = {grade: int(claim.value) for grade, claim in said.items()}
    if any(all(tally[grade] == number for grade, number in wanted.items()) for tally in known.values()):
        return
    nearest = max(known, key=lambda key: sum(known[key][grade] == number for grade, number in wanted.items()))
    for grade, claim in said.items():
        if known[nearest][grade] != wanted[grade]:
            message = f"peel.{nearest} has {known[nearest][grade]} areas graded '{grade}'. Correct the tally."
            stretch = (claim.start, claim.end)
            yield letter.note("arithmetic", Severity.ERROR, paragraph, stretch, message, Reference.of("peel", nearest))


def _announced_in_a_sentence(letter: CheckedLetter, paragraph: CheckedParagraph) -> Iterator[Note]:
    """Hold 'three duties: one; two; and three' against the points between semicolons."""
    if ":" not in paragraph.text or ";" not in paragraph.text:
        return
    for start, end in sentences(paragraph.text):
        match = LISTED.search(paragraph.text[start:end])
        if match is None:
            continue
        announced = _last_count(paragraph, start + match.start(), start + match.start("points") - 1)
        points = len([point for point in match["points"].split(";") if point.strip()])
        last = match["points"].rpartition(";")[2].split()
        if announced and int(announced.value) != points and last[:1] not in (["both"], ["all"], ["each"], ["they"]):
            message = f"{points} points follow. Correct the number, or the list."
            yield letter.note("arithmetic", Severity.ERROR, paragraph, (announced.start, announced.end), message)


def _announced_before_a_list(letter: CheckedLetter) -> Iterator[Note]:
    """Hold 'three questions:' against the list that follows."""
    paragraphs = letter.paragraphs
    for place, paragraph in enumerate(paragraphs):
        if not paragraph.text.rstrip().endswith(":") or paragraph.listed:
            continue
        points = 0
        while place + points + 1 < len(paragraphs) and paragraphs[place + points + 1].listed:
            points += 1
        (*_, (sentence, end)) = sentences(paragraph.text)
        announced = _last_count(paragraph, max(sentence, paragraph.text.rfind(";") + 1), end)
        if points and announced and int(announced.value) != points:
            message = f"The list that follows has {points} points. Correct the number, or the list."
            yield letter.note("arithmetic", Severity.ERROR, paragraph, (announced.start, announced.end), message)


def _last_count(paragraph: CheckedParagraph, start: int, end: int) -> Claim | None:
    """Return the number of things announced, if a plural follows it: three questions."""
    counts: Sequence[Claim] = [
        claim
        for claim in paragraph.claims
        if claim.kind is ClaimKind.COUNT and start <= claim.start and claim.end <= end
    ]
    if not counts or not counts[-1].value.isdigit():
        return None
    return counts[-1] if re.match(r" (?:[\w-]+ ){0,4}?[a-zA-Z]+s\b", paragraph.text[counts[-1].end : end]) else None


def _value(claim: Claim) -> Decimal:
    try:
        return Decimal(normal_form(claim.text)[0])
    except InvalidOperation:
        return Decimal(0)
