"""Where a workspace's files are, and which reports it has."""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from letterkit.errors import UsageError
from letterkit.language import composed, did_you_mean
from letterkit.workspace.copies import copies_of_reports

REPORT_ID = re.compile(r"\w[\w. -]{0,99}")
MARKER = Path("evidence") / "office.yaml"
LETTERS, LETTERHEADS, SIGNATURES = "templates/letters", "templates/letterheads", "templates/signatures"


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with `evidence/office.yaml`, `templates/` and `drafts/`."""

    root: Path

    @classmethod
    def find(cls, start: Path) -> "Workspace":
        """Find the workspace that a folder is in; raises UsageError."""
        for folder in (start.absolute(), *start.absolute().parents):
            if (folder / MARKER).exists():
                return cls(folder)
        raise UsageError(
            f"There is no {MARKER.as_posix()} in {start} or in a folder above it. "
            "Go to the folder that holds 'evidence', or name it with --workspace."
        )

    @classmethod
    def around(cls, path: Path) -> "Workspace | None":
        """Return the workspace that a file or folder is in, wherever links to it lead, or None."""
        try:
            return cls.find(Path(os.path.realpath(path)).parent)
        except UsageError:
            return None

    @classmethod
    def inside(cls, folder: Path) -> "list[Workspace]":
        """Return the workspaces that are folders in one that is no workspace itself, nor in one, by name."""
        if any((around / MARKER).is_file() for around in (folder.absolute(), *folder.absolute().parents)):
            return []
        return [cls(found.absolute()) for found in sorted(folder.iterdir()) if (found / MARKER).is_file()]

    @property
    def letters(self) -> Path:
        """The folder of letter templates."""
        return self.root / LETTERS

    @property
    def drafts(self) -> Path:
        """The folder that drafts go to."""
        return self.root / "drafts"

    def refuse_among_sources(self, path: Path) -> None:
        """Keep what is written from among what it is made from; raises UsageError."""
        for folder in ("evidence", "templates"):
            if Path(os.path.realpath(path)).is_relative_to(os.path.realpath(self.root / folder)):
                raise UsageError(f"Nothing is written among the files of {folder}/. Name another place with --out.")

    def report_ids(self) -> list[str]:
        """Return the ids of all reports in evidence, sorted; raises OSError where the folder cannot be read."""
        folder = self.root / "evidence" / "reports"
        try:
            files = sorted(folder.iterdir())
        except FileNotFoundError:
            files = []
        for path in files:
            if path.suffix != ".yaml" and path.suffix.lower() in (".yml", ".yaml"):
                raise UsageError(f"evidence/reports/{path.name} is not seen as a report. Rename it to end in '.yaml'.")
        found = [composed(path.stem) for path in files if path.suffix == ".yaml"]
        copies = copies_of_reports(folder)
        ids = [report_id for report_id in found if not report_id.startswith(".") and report_id not in copies]
        for report_id in ids:
            if not REPORT_ID.fullmatch(report_id):
                raise UsageError(
                    f"The report file {report_id!a} has a name that cannot be a report's id. "
                    "Rename it, with letters, digits and hyphens only."
                )
        return ids

    def chosen(self, report_ids: Sequence[str], *, everything: bool) -> list[str]:
        """Return the reports that a command is to work on; raises UsageError for one that is not there."""
        known, report_ids = self.report_ids(), [composed(report_id) for report_id in report_ids]
        if everything or not report_ids:
            if not known:
                raise UsageError("There is no report in evidence/reports/. Add one as a file named after it.")
            return known
        for report_id in report_ids:
            if report_id not in known:
                raise UsageError(
                    f"There is no report '{report_id}' in evidence/reports/. {did_you_mean(report_id, known)}"
                )
        return list(dict.fromkeys(report_ids))
