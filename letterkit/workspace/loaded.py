"""A workspace loaded: its evidence and templates, for composing letters."""

from collections.abc import Iterable

from letterkit.coverage import cover, make_checklist
from letterkit.evidence import load_evidence
from letterkit.letter import DraftRecord, Letter, record_of
from letterkit.templates import LetterTemplates, compose_letter, template_name
from letterkit.workspace.folder import LETTERS, Workspace


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
