"""The desk: evidence, templates and letterheads of a workspace, opened for composing letters."""

from collections.abc import Iterable
from pathlib import Path

from letterkit.checklist import checklist
from letterkit.checks import CHECKS, TEMPLATE_CHECKS
from letterkit.compose import compose, template_name
from letterkit.coverage import cover
from letterkit.errors import EvidenceError, LetterheadError, Problem
from letterkit.evidence import load_evidence
from letterkit.examined import Examined
from letterkit.findings import Finding
from letterkit.letter import Letter, SignatureBlock
from letterkit.location import Place
from letterkit.models.office import Letterhead
from letterkit.opening import read_whole
from letterkit.record import DraftRecord, record_of
from letterkit.templates import LetterTemplates
from letterkit.unpacking import MOST_BYTES
from letterkit.workspace import LETTERHEADS, LETTERS, SIGNATURES, Workspace
from letterkit.writers.pictures import is_picture
from letterkit.writers.stationery import Stationery, open_letterhead
from letterkit.writers.word import Imprint


class Desk:
    """Everything that letters of some reports are made from."""

    def __init__(self, workspace: Workspace, report_ids: Iterable[str]) -> None:
        """Open the desk; raises EvidenceError."""
        self.workspace = workspace
        self.pack = load_evidence(workspace.root, report_ids)
        self.templates = LetterTemplates(workspace.letters, shown_as=LETTERS)
        self._stationery: dict[str, Stationery] = {}

    def letter(self, report_id: str) -> Letter:
        """Compose the letter that answers a report, perhaps with others; raises TemplateError."""
        return compose(self.pack, self.templates, self.pack.main_of(report_id))

    def record(self, report_id: str, letter: Letter) -> DraftRecord:
        """Return what the draft will remember of its making."""
        digest = self.templates.digest(template_name(self.pack.main_of(report_id)))
        return record_of(letter, report_id, evidence_digest=self.pack.digest_for(report_id), template_digest=digest)

    def checklist(self, report_id: str, letter: Letter) -> Letter:
        """Return the checklist of a report, held against its letter."""
        report, response = self.pack.reports[report_id], self.pack.responses[report_id]
        own = letter.answering(report_id, self.pack.together_with(report_id))
        return checklist(cover(report_id, report, response, own, places=self.pack.places), self.pack)

    def findings(self, report_id: str, letter: Letter) -> list[Finding]:
        """Put every check's question to a letter."""
        main = self.pack.main_of(report_id)
        examined = Examined.composed(letter, self.pack, main, str(self.templates.place_of(template_name(main))))
        checks = (TEMPLATE_CHECKS | CHECKS).values()
        return [note.finding for check in checks for note in check(examined)]

    def letterhead(self, report_id: str) -> Letterhead:
        """Return the letterhead for the date of a report's letter; evidence without one is refused when read."""
        head = self.pack.letterhead_on(self.pack.particulars(report_id).date)
        assert head is not None
        return head

    def stationery(self, report_id: str) -> Stationery:
        """Return that letterhead opened for writing; raises LetterheadError."""
        head = self.letterhead(report_id)
        if head.file not in self._stationery:
            shown_as = f"{LETTERHEADS}/{head.file}"
            self._stationery[head.file] = open_letterhead(self._file(LETTERHEADS, head.file), shown_as=shown_as)
        return self._stationery[head.file]

    def imprint(self, report_id: str, letter: Letter) -> Imprint:
        """Return what the Word file says of itself, with the pictures in the letter; raises EvidenceError."""
        pictures = [
            block.picture for block in letter.plain_blocks() if isinstance(block, SignatureBlock) and block.picture
        ]
        files = {name: self._file(SIGNATURES, name) for name in pictures}
        for name in (name for name, data in files.items() if not is_picture(data)):
            what = "The file is not a picture that Word can show."
            raise EvidenceError([Problem(Place(f"{SIGNATURES}/{name}"), what, "Save the signature as PNG or JPEG.")])
        return Imprint(self.pack.office.name, self.pack.particulars(report_id).date, files)

    def _file(self, folder: str, name: str) -> bytes:
        shown_as = f"{folder}/{name}"
        error = LetterheadError if folder == LETTERHEADS else EvidenceError
        if Path(name).name != name:
            raise error(
                [
                    Problem(
                        Place(shown_as),
                        "A file name cannot name a folder.",
                        f"Put the file into {folder}/ and write its name only.",
                    )
                ]
            )
        try:
            return read_whole(self.workspace.root / folder / name, most=MOST_BYTES)
        except OSError as reason:
            absent = isinstance(reason, FileNotFoundError)
            what = "The file is not there." if absent else f"The file cannot be read: {reason.strerror}."
            problem = Problem(Place(shown_as), what, "Put it there, or correct its name in evidence/office.yaml.")
            raise error([problem]) from None
