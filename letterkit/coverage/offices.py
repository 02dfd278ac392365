"""How many offices stand with their answers: a line each."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from letterkit.coverage.standing import Standing
from letterkit.findings import Severity


@dataclass(frozen=True, slots=True)
class OfficeCoverage:
    """The coverage of all reports of one office; `late` counts those unsent after their last lawful day.

    `findings` counts what is open by severity. An office whose evidence or templates need mending has only `problems`.
    """

    name: str
    reports: int = 0
    items: int = 0
    answered: int = 0
    late: int = 0
    findings: Counter[Severity] = field(default_factory=Counter)
    problems: tuple[str, ...] = ()


def summed(name: str, standings: Sequence[Standing]) -> OfficeCoverage:
    """Sum up the standings of an office's reports."""
    return OfficeCoverage(
        name,
        reports=len(standings),
        items=sum(len(standing.coverage.items) for standing in standings),
        answered=sum(standing.coverage.answered for standing in standings),
        late=sum(standing.clock.late and standing.clock.sent is None for standing in standings),
        findings=Counter(finding.severity for standing in standings for finding in standing.findings()),
    )


def total(offices: Sequence[OfficeCoverage]) -> OfficeCoverage:
    """Sum up all offices."""
    return OfficeCoverage(
        "all",
        reports=sum(office.reports for office in offices),
        items=sum(office.items for office in offices),
        answered=sum(office.answered for office in offices),
        late=sum(office.late for office in offices),
        findings=sum((office.findings for office in offices), Counter()),
    )
