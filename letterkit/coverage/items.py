"""Is every item of the report answered: in evidence, in the letter, in substance?

Section 55(5B) of the Police Act 1996 wants, for each recommendation, the action taken or proposed, or why
none. An unanswered recommendation or cause of concern is an error, an area for improvement a warning, an
observation a note.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from letterkit.coverage.substance import Region, objections, position_in, wrong_counts
from letterkit.errors import Place
from letterkit.evidence import Answer as AnswerInEvidence
from letterkit.evidence import InspectionReport, Item, Response
from letterkit.findings import Finding, Severity
from letterkit.letter import Answer, Heading, Letter, Reference, lines_of, text_of

SEVERITIES = {
    "recommendation": Severity.ERROR,
    "cause_of_concern": Severity.ERROR,
    "area_for_improvement": Severity.WARNING,
    "observation": Severity.NOTE,
}


@dataclass(frozen=True, slots=True)
class ItemCoverage:
    """How one item, or limb, is answered; a depth that was not judged is None.

    `where` names the headings under which the letter answers it.
    """

    item: Item
    answer: AnswerInEvidence | None
    in_evidence: bool
    in_letter: bool | None
    in_substance: bool | None
    where: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def answered(self) -> bool:
        """Tell whether nothing is open at any depth that was judged."""
        return self.in_evidence and self.in_letter is not False and self.in_substance is not False


@dataclass(frozen=True, slots=True)
class Coverage:
    """The coverage of one report, with what concerns the letter as a whole in `findings`."""

    report_id: str
    report: InspectionReport
    items: tuple[ItemCoverage, ...]
    findings: tuple[Finding, ...] = field(default=())

    @property
    def answered(self) -> int:
        """The number of items answered at every depth that was judged."""
        return sum(item.answered for item in self.items)

    def all_findings(self) -> list[Finding]:
        """Return the findings of all items and of the whole."""
        return [finding for item in self.items for finding in item.findings] + list(self.findings)


def cover(
    report_id: str,
    report: InspectionReport,
    response: Response,
    letter: Letter | None,
    *,
    places: Mapping[Reference, Place],
) -> Coverage:
    """Judge the coverage of a report; without a letter, in evidence only."""
    regions = _regions(letter) if letter else []
    items = [
        _cover_item(report_id, item, response, regions if letter else None, places) for item in report.answerable()
    ]
    whole = list(_orphans(report, regions)) + list(_disagreeing(report, regions))
    if letter:
        whole += [
            Finding(
                "counts",
                Severity.WARNING,
                f"'{said}'",
                f"The report has {count}. Correct the number, or the report's items.",
            )
            for said, count in wrong_counts(letter, report)
        ]
    return Coverage(report_id, report, tuple(items), tuple(whole))


def _regions(letter: Letter) -> list[Region]:
    heading, found = "", []
    for block in letter.blocks:
        if isinstance(block, Heading):
            heading = text_of(block.spans)
        elif isinstance(block, Answer):
            first = next((inner for inner in block.blocks if isinstance(inner, Heading)), None)
            under = text_of(first.spans) if first else heading
            items = tuple(item.id for item in block.items)
            found.append(Region(items, under, tuple((inner, tuple(lines_of(inner))) for inner in block.blocks)))
            last = next((inner for inner in reversed(block.blocks) if isinstance(inner, Heading)), None)
            heading = text_of(last.spans) if last else heading
    return found


def _cover_item(
    report_id: str, item: Item, response: Response, regions: Sequence[Region] | None, places: Mapping[Reference, Place]
) -> ItemCoverage:
    answer = response.answers.get(item.id)
    reference = Reference.of("responses", report_id, "answers", item.id)
    place = places.get(reference) or places.get(reference.parent)
    severity = SEVERITIES[item.kind]
    own = [region for region in regions or () if item.id in region.items]

    def finding(check: str, message: str, at: Severity = severity) -> Finding:
        return Finding(check, at, item.label, message, place, str(reference))

    missing = _missing_in_evidence(item, answer)
    in_letter = None if regions is None else any(region.prose for region in own)
    found: list[Finding] = []
    if missing:
        found.append(finding("in-evidence", missing))
    elif in_letter is False:
        found.append(finding("in-letter", _missing_in_letter(item, own)))
    elif answer:
        found.extend(finding("in-substance", message) for message in objections(item, answer, own, regions or ()))
    in_substance = None if in_letter is None or missing else bool(in_letter and not found)
    where = tuple(dict.fromkeys(region.heading for region in own if region.heading))
    return ItemCoverage(item, answer, not missing, in_letter, in_substance, where, tuple(found))


def _missing_in_evidence(item: Item, answer: AnswerInEvidence | None) -> str | None:
    """Say what an answer lacks in evidence (s.55(5B)); an item not directed to this office needs a position only."""
    if answer is None:
        return f"It is not answered in evidence. Add '{item.id}' under 'answers' with a position and what is done."
    if item.directed == "not at all":
        if answer.position in ("noted", "supported"):
            return None
        return f"It is not directed to this office, so its position is 'noted' or 'supported', not '{answer.position}'."
    if answer.action_taken or answer.action_proposed or answer.reason_for_none:
        return None
    if item.kind == "observation" and answer.position in ("noted", "supported"):
        return None
    return (
        "It has a position only. Add 'action_taken', 'action_proposed' or 'reason_for_none' "
        "(s.55(5B) knows no third way)."
    )


def _missing_in_letter(item: Item, own: Sequence[Region]) -> str:
    if own:
        return "Where the letter should answer it, there is no text of your own. Write the answer there."
    marks = f'{{% answer "{item.id}" %}} and {{% endanswer %}}'
    return f"The letter does not answer it. Write the answer; in a template, between {marks}."


def _orphans(report: InspectionReport, regions: Sequence[Region]) -> Iterator[Finding]:
    known = report.answerable_ids()
    for region in regions:
        for item_id in region.items:
            if item_id not in known:
                message = (
                    "The letter answers it, but the report has no such item. Take the answer out, or add the item."
                )
                yield Finding("orphan", Severity.ERROR, f"'{item_id}'", message)


def _disagreeing(report: InspectionReport, regions: Sequence[Region]) -> Iterator[Finding]:
    positions: defaultdict[str, set[str]] = defaultdict(set)
    for region in regions:
        position = position_in(region.prose)
        for item_id in region.items if position else ():
            positions[item_id].add(str(position))
    for item in report.answerable():
        if len(positions[item.id]) > 1:
            told = " and ".join(sorted(positions[item.id]))
            message = f"The letter answers it in several places with different positions: {told}. Make them agree."
            yield Finding("positions", Severity.ERROR, item.label, message)
