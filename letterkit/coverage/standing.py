"""How the answer to a report stands: its coverage, its clock, what is open."""

from dataclasses import dataclass
from datetime import date

from letterkit.coverage.items import Coverage, cover
from letterkit.coverage.section_55 import Clock, dated_late, duty_findings
from letterkit.evidence import EvidencePack
from letterkit.findings import Finding, Severity
from letterkit.letter import Letter, Reference


@dataclass(frozen=True, slots=True)
class Standing:
    """One report's standing on a day; `judged` names what coverage was judged on, `draft` the state of its draft."""

    coverage: Coverage
    clock: Clock
    duties: tuple[Finding, ...]
    judged: str
    draft: str | None = None

    @property
    def report_id(self) -> str:
        """The report's id."""
        return self.coverage.report_id

    def findings(self) -> list[Finding]:
        """Return all findings, the gravest first."""
        found = [*self.coverage.all_findings(), *self.duties]
        return sorted(found, key=lambda finding: -finding.severity)

    def count(self, severity: Severity) -> int:
        """Return how many findings have a severity."""
        return sum(finding.severity is severity for finding in self.findings())


def check_date(pack: EvidencePack, report_id: str) -> list[Finding]:
    """Find a letter still to be sent whose date is after the last lawful day of a report that it answers."""
    letter, found = pack.particulars(report_id), []
    for each in pack.together_with(report_id):
        clock = Clock.of(pack.reports[each], letter, letter.date)
        if clock.dated_late and letter.basis != "voluntary":
            reference = Reference.of("responses", pack.main_of(report_id), "letter", "date")
            place = pack.place_of(reference)
            found.append(Finding("clock", Severity.WARNING, each, dated_late(clock), place, str(reference)))
    return found


def judge_standing(pack: EvidencePack, report_id: str, letter: Letter | None, *, today: date, judged: str) -> Standing:
    """Judge how a report stands on a day; without a letter, its coverage in evidence only."""
    report, response = pack.reports[report_id], pack.responses[report_id]
    particulars = pack.particulars(report_id)
    clock = Clock.of(report, particulars, today, pack.office.bank_holidays)
    own = letter.answering(report_id, main=pack.main_of(report_id)) if letter else None
    return Standing(
        cover(report_id, report, response, own, places=pack.places),
        clock,
        tuple(duty_findings(report_id, particulars, clock, pack.addressees, pack.places)),
        judged,
    )
