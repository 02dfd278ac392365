"""How well claims are found: `python -m benchmarks.claims PAPERS`, a folder with the papers' texts; how fast: `--time`.

The claims were listed by hand in tests/claims/, a file a paper: line, kind, value and text of each. Two papers were
held out while the grammar was written.
"""

import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from letterkit.checks import CHECKS, TEMPLATE_CHECKS, CheckedLetter, EvidenceIndex
from letterkit.evidence import load_evidence
from letterkit.language import Claim, ClaimKind, claims_in
from letterkit.letter import Letter, Paragraph, text_of
from letterkit.workspace import Workspace
from letterkit.workspace.loaded import LoadedWorkspace

ROOT = Path(__file__).parent.parent
LISTS = ROOT / "tests" / "claims"
HELD_OUT = ("getting-a-grip-2023", "state-of-policing-2024")
GROUPS = {
    "figures": ("count", "threshold", "percentage", "money", "ratio", "duration", "frequency", "age", "time", "number"),
    "dates": ("date", "month", "period"),
    "names": ("name",),
    "quotations": ("quotation",),
    "grades": ("grade",),
    "statutes": ("statute",),
    "cross-references": ("crossref",),
    "comparisons": ("comparison",),
    "vague": ("vague",),
}
GROUP_OF = {kind: group for group, kinds in GROUPS.items() for kind in kinds}


@dataclass(frozen=True, slots=True)
class Listed:
    """A claim listed by hand, and where it stands."""

    kind: str
    value: str
    start: int
    end: int


def listed(paper: str, text: str) -> list[Listed]:
    """Return the claims listed by hand in a paper."""
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    rows: list[Listed] = []
    for row in (LISTS / f"{paper}.tsv").read_text(encoding="utf-8").splitlines():
        line, kind, value, words = row.split("\t")
        pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
        known = {(one.start, one.end) for one in rows}
        at = max(starts[int(line) - 1], rows[-1].start if rows else 0)
        match = next(
            found for found in pattern.finditer(text, at) if found.span() not in known or kind != rows[-1].kind
        )
        rows.append(Listed(kind, value, *match.span()))
    return rows


@dataclass(slots=True)
class Score:
    """The counts of one group of kinds."""

    listed: int = 0
    found: int = 0
    said: int = 0
    right: int = 0
    same_kind: int = 0
    same_value: int = 0

    def row(self, name: str) -> str:
        """Return a row of the table."""
        shares = [
            f"{part / whole:.2f}" if whole else "-"
            for part, whole in (
                (self.found, self.listed),
                (self.right, self.said),
                (self.same_kind, self.found),
                (self.same_value, self.found),
            )
        ]
        return f"| {name} | {self.listed} | {' | '.join(shares)} |"


def score(text: str, rows: list[Listed], found: list[Claim], *, told: bool) -> dict[str, Score]:
    """Hold what is found against what is listed, by group."""
    scores = {group: Score() for group in GROUPS}
    used: Counter[int] = Counter()
    for row in rows:
        group = scores[GROUP_OF[row.kind]]
        group.listed += 1
        near = [(number, claim) for number, claim in enumerate(found) if _overlap(row, claim) and _related(row, claim)]
        if not near:
            if told:
                print("missed", row.kind, repr(row.value), repr(text[row.start : row.end]))
            continue
        number, claim = max(near, key=lambda pair: (pair[1].kind == row.kind, _overlap(row, pair[1])))
        used[number] += 1
        group.found += 1
        group.same_kind += claim.kind == row.kind
        group.same_value += _plain(claim.value) == _plain(row.value)
        if told and (claim.kind != row.kind or _plain(claim.value) != _plain(row.value)):
            print("differs", row.kind, repr(row.value), "but", str(claim.kind), repr(claim.value))
    for number, claim in enumerate(found):
        group = scores[GROUP_OF[claim.kind]]
        group.said += 1
        group.right += number in used
        if told and number not in used:
            print("extra", str(claim.kind), repr(claim.value), repr(text[claim.start - 20 : claim.end + 20]))
    return scores


def _overlap(row: Listed, claim: Claim) -> float:
    common = min(row.end, claim.end) - max(row.start, claim.start)
    return max(0, common) / max(row.end - row.start, claim.end - claim.start)


def _related(row: Listed, claim: Claim) -> bool:
    return (row.kind == ClaimKind.QUOTATION) == (claim.kind is ClaimKind.QUOTATION) and _overlap(row, claim) >= 0.4  # noqa: PLR2004


def _plain(value: str) -> str:
    return re.sub(r"[\s.,;]+", " ", value.lower()).strip()


def timed() -> None:
    """Print how long it takes to find the claims of a letter, and to put every check to it; medians of five."""
    report_id = "race-and-policing-2023"
    loaded = LoadedWorkspace(Workspace(ROOT), [report_id])
    lines = list(loaded.letter(report_id).lines())
    index = EvidenceIndex(loaded.pack, report_id)
    claims_in("", index.names, index.places)
    print("| pages | words | claims found, ms | every check, ms |\n| --- | --- | --- | --- |")
    for times in (1, 5, 10, 20):
        letter = Letter("Letter", tuple(Paragraph(line) for line in lines * times))
        texts = [text_of(line) for line in letter.lines()]
        finding, checking = [], []
        for _ in range(5):
            began = perf_counter()
            for text in texts:
                claims_in(text, index.names, index.places)
            finding.append(perf_counter() - began)
            checked = CheckedLetter.composed(letter, loaded.pack, report_id, "letter")
            began = perf_counter()
            for check in (TEMPLATE_CHECKS | CHECKS).values():
                list(check(checked))
            checking.append(perf_counter() - began)
        words = sum(len(text.split()) for text in texts)
        print(f"| {5 * times} | {words:,} | {1000 * median(finding):.0f} | {1000 * median(checking):.0f} |")


def main() -> None:
    """Print what was missed if asked with --told, then the tables."""
    if sys.argv[1:] == ["--time"]:
        timed()
        return
    folder, told = Path(sys.argv[1]), sys.argv[2:]
    workspace = Workspace(ROOT)
    pack = load_evidence(workspace.root, workspace.report_ids())
    known = [EvidenceIndex(pack, report_id) for report_id in workspace.report_ids()]
    names = tuple(dict.fromkeys(name for index in known for name in index.names))
    totals = {
        "seen while writing": {group: Score() for group in GROUPS},
        "held out": {group: Score() for group in GROUPS},
    }
    for path in sorted(LISTS.glob("*.tsv")):
        text = (folder / f"{path.stem}.txt").read_text(encoding="utf-8")
        side = totals["held out" if path.stem in HELD_OUT else "seen while writing"]
        found = [claim for claim in claims_in(text, names, known[0].places) if claim.kind in GROUP_OF]
        for group, own in score(text, listed(path.stem, text), found, told=path.stem in told).items():
            for name in Score.__slots__:
                setattr(side[group], name, getattr(side[group], name) + getattr(own, name))
    for side, scores in totals.items():
        print(f"\n{side}\n\n| claims | listed | recall | precision | kind | value |")
        print("| --- | --- | --- | --- | --- | --- |")
        for group, own in scores.items():
            print(own.row(group))


if __name__ == "__main__":
    main()
