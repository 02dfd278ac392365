"""A workspace loaded: its evidence and templates, for composing letters."""

from collections.abc import Iterable
from datetime import date

from letterkit.checks import check_letter
from letterkit.coverage import Standing, check_date, cover, find_empty_headings, judge_standing, make_checklist
from letterkit.errors import TemplateError
from letterkit.evidence import load_evidence
from letterkit.findings import Finding
from letterkit.letter import DraftRecord, Letter, record_of
from letterkit.templates import LetterTemplates, compose_letter, template_name
from letterkit.workspace.folder import LETTERS, Workspace

COMPOSED, EVIDENCE_ONLY = "the letter as composed now", "the evidence (the letter cannot be composed)"


class LoadedWorkspace:
    """Everything that the words of some reports' letters are made from."""

    def __init__(self, workspace: Workspace, report_ids: Iterable[str]) -> None:
        """Load the evidence of the reports; raises EvidenceError."""
        self.workspace = workspace
        self.pack = load_evidence(workspace.root, report_ids)
        self.templates = LetterTemplates(workspace.letters, shown_as=LETTERS)

    def letter(self, report_id: str) -> Letter:
        """Compose the letter that answers a report, perhaps with others; raises TemplateError."""
        return compose_letter(self.pack, self.templates, self.pack.main_of(report_id))

    def template_of(self, report_id: str) -> str:
        """Return the template of a report's letter as messages name it."""
        return str(self.templates.place_of(template_name(self.pack.main_of(report_id))))

    def record(self, report_id: str, letter: Letter) -> DraftRecord:
        """Return what the draft will remember of its making."""
        digest = self.templates.digest(template_name(self.pack.main_of(report_id)))
        return record_of(letter, report_id, evidence_digest=self.pack.digest_for(report_id), template_digest=digest)

    def checklist(self, report_id: str, letter: Letter) -> Letter:
        """Return the checklist of a report, held against its letter."""
        report, response = self.pack.reports[report_id], self.pack.responses[report_id]
        own = letter.answering(report_id, main=self.pack.main_of(report_id))
        return make_checklist(cover(report_id, report, response, own, places=self.pack.places), self.pack)

    def check(self, report_id: str, letter: Letter) -> list[Finding]:
        """Return what the checks find in a letter as composed, in its date and under its headings."""
        found = check_letter(letter, self.pack, report_id, shown_as=self.template_of(report_id))
        name = template_name(self.pack.main_of(report_id))
        for heading, severity, message in find_empty_headings(letter, self.pack, self.pack.main_of(report_id)):
            place = self.templates.place_of(name, near=heading)
            found.append(Finding("empty-heading", severity, f"'{heading}'", message, place))
        return found + check_date(self.pack, report_id)

    def standing(self, report_id: str, *, today: date) -> Standing:
        """Judge a report on its letter as composed now; raises TemplateError.

        Where an answer missing from evidence keeps the letter from being composed, evidence alone is judged.
        """
        try:
            letter = self.letter(report_id)
        except TemplateError:
            in_evidence = judge_standing(self.pack, report_id, None, today=today, judged=EVIDENCE_ONLY)
            if all(item.in_evidence for item in in_evidence.coverage.items):
                raise
            return in_evidence
        return judge_standing(self.pack, report_id, letter, today=today, judged=COMPOSED)
