"""Which share of wrong claims a review tells: `python -m benchmarks.mutations [REPORTS]`.

Each claim of each letter of the workspace is made wrong, one at a time and without a tracked change, in the letter
saved as plain text, and the file is reviewed. A wrong claim is told if a warning or an error stands on its place.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from letterkit.checks import EvidenceIndex
from letterkit.findings import Severity
from letterkit.language import MONTH_NAMES, SMALL_NUMBERS, Claim, ClaimKind, claims_in
from letterkit.letter import BESIDE, DraftLetter, Manuscript, Piece, as_manuscript
from letterkit.review import Review, review_of
from letterkit.workspace import Workspace
from letterkit.workspace.loaded import LoadedWorkspace

ROOT = Path(__file__).parent.parent
DIGITS = re.compile(r"\d+")
OTHERS = {
    "outstanding": "good", "good": "adequate", "adequate": "good", "requires improvement": "adequate",
    "higher": "lower", "lower": "higher", "above": "below", "below": "above", "in line with": "below",
    "highest": "lowest", "lowest": "highest", "more": "fewer", "fewer": "more", "less": "more", "better": "worse",
    "largest": "smallest", "best": "worst", "compared with": "unlike", "compared to": "unlike", "greater": "smaller",
    "many": "few", "several": "few", "numerous": "few", "most": "few", "few": "many", "significant": "slight",
    "daily": "weekly", "weekly": "monthly", "monthly": "weekly", "quarterly": "monthly", "annually": "monthly",
    "annual": "monthly", "twice": "once", "once": "twice", "this": "last", "last": "this", "summer": "winter",
    "Board": "Panel", "Panel": "Board", "Committee": "Board", "Strategy": "Plan", "Plan": "Strategy", "Unit": "Team",
    "Network": "Forum", "Scheme": "Charter", "Police": "Constabulary", "Office": "Department", "College": "Academy",
    "a number of": "all", "a range of": "one of", "various": "identical", "a series of": "one of",
    "following": "previous",
}  # fmt: skip


def wrong(claim: Claim) -> Iterator[tuple[str, str]]:
    """Go through ways to make a claim wrong: what was done, and the claim as it then reads."""
    yield from _in_digits(claim)
    yield from _in_words(claim)
    if claim.kind is ClaimKind.QUOTATION:
        words = claim.text.split()
        if len(words) > 2:  # noqa: PLR2004 - a first, a last and one between them
            yield "word dropped", " ".join((*words[: len(words) // 2], *words[len(words) // 2 + 1 :]))
        else:
            yield "word added", f"{claim.text[0]}rather {claim.text[1:]}"
    elif claim.kind in (ClaimKind.NAME, ClaimKind.PLACE, ClaimKind.STATUTE):
        at = max(range(len(claim.text) - 1), key=lambda place: (claim.text[place : place + 2].isalpha(), place))
        swapped = claim.text[:at] + claim.text[at + 1] + claim.text[at] + claim.text[at + 2 :]
        if swapped != claim.text:
            yield "letters swapped", swapped


def _in_digits(claim: Claim) -> Iterator[tuple[str, str]]:
    numbers = list(DIGITS.finditer(claim.text)) if claim.kind is not ClaimKind.QUOTATION else []
    for match in numbers[-1:]:
        yield "off by one", claim.text[: match.start()] + str(int(match[0]) + 1) + claim.text[match.end() :]
    for match in numbers:
        if len(set(match[0])) > 1:
            turned = match[0][1] + match[0][0] + match[0][2:]
            if turned != match[0]:
                yield "digits swapped", claim.text[: match.start()] + turned + claim.text[match.end() :]
                return


def _in_words(claim: Claim) -> Iterator[tuple[str, str]]:
    if claim.kind is ClaimKind.QUOTATION:
        return
    pairs = dict(zip(MONTH_NAMES, (*MONTH_NAMES[1:], MONTH_NAMES[0]), strict=True)) | dict(
        zip(SMALL_NUMBERS[1:], (*SMALL_NUMBERS[2:], "one"), strict=True)
    )
    for word, other in (pairs | OTHERS).items():
        pattern = re.compile(rf"\b{word}\b", re.IGNORECASE)
        if pattern.search(claim.text):
            yield "another put in", pattern.sub(other, claim.text, count=1)
            return


@dataclass(slots=True)
class Told:
    """How many wrong claims of a kind there were, and how many were told, as a warning at least, and as an error."""

    made: int = 0
    told: int = 0
    as_error: int = 0


def run(loaded: LoadedWorkspace, report_id: str, missed: Callable[[Claim, str, str], object]) -> Mapping[str, Told]:
    """Make each claim of a letter wrong in turn, and count by kind what the review tells."""
    letter = loaded.letter(report_id)
    record = loaded.record(report_id, letter)
    index = EvidenceIndex(loaded.pack, report_id)
    manuscript = as_manuscript(letter)
    counts: defaultdict[str, Told] = defaultdict(Told)
    start = 0
    for number, line in enumerate(manuscript.lines):
        text = line.text
        for claim in claims_in(text, index.names, index.places):
            for how, turned in wrong(claim):
                changed = text[: claim.start] + turned + text[claim.end :]
                lines = list(manuscript.lines)
                lines[number] = replace(line, pieces=(Piece(changed),))
                draft = DraftLetter(letter, Manuscript(tuple(lines)), record, untouched=False)
                review = review_of(
                    loaded.pack, report_id, "x.txt", draft, letter, recorded=BESIDE, today=date(2026, 11, 22)
                )
                grave = _gravest_at(review, start + claim.start, start + claim.start + len(turned))
                count = counts[claim.kind]
                count.made += 1
                count.told += grave >= Severity.WARNING
                count.as_error += grave >= Severity.ERROR
                if grave < Severity.WARNING:
                    missed(claim, how, changed)
        start += len(text) + bool(text.strip())
    return counts


def _gravest_at(review: Review, start: int, end: int) -> int:
    """Return the severity of the gravest finding that stands on a place."""
    return max(
        (
            note.finding.severity
            for note in review.notes
            if note.start is not None and note.end is not None and note.start <= end and start <= note.end
        ),
        default=0,
    )


def main() -> None:
    """Print the table, and what was missed."""
    workspace = Workspace(ROOT)
    totals: defaultdict[str, Told] = defaultdict(Told)
    for report_id in sys.argv[1:] or workspace.report_ids():
        loaded = LoadedWorkspace(workspace, [report_id])
        found = run(loaded, report_id, lambda claim, how, line: print("missed:", claim.kind, how, line[:150]))
        for kind, own in found.items():
            for name in Told.__slots__:
                setattr(totals[kind], name, getattr(totals[kind], name) + getattr(own, name))
    print("\n| claims | made wrong | told | as an error |\n| --- | --- | --- | --- |")
    for kind, own in sorted(totals.items(), key=lambda entry: -entry[1].made):
        print(f"| {kind} | {own.made} | {own.told / own.made:.3f} | {own.as_error / own.made:.3f} |")
    made, told = sum(own.made for own in totals.values()), sum(own.told for own in totals.values())
    print(f"| all | {made} | {told / made:.3f} | {sum(own.as_error for own in totals.values()) / made:.3f} |")


if __name__ == "__main__":
    main()
