"""`letterkit review`: a file that people edited, held against its record and the evidence."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from letterkit.findings import Note
from letterkit.review import Review, review_of
from letterkit.workspace.folder import Workspace
from letterkit.workspace.returned_drafts import open_returned, values_elsewhere


def review(workspace: Workspace, path: Path, *, report_id: str | None, today: date) -> Review:
    """Review a Word, text or Markdown file; raises InputError, UsageError, OSError."""
    returned = open_returned(workspace, path, report_id=report_id)
    loaded = returned.loaded
    composed = loaded.letter(returned.report_id)
    found = review_of(
        loaded.pack,
        returned.report_id,
        path.name,
        returned.draft,
        composed,
        recorded=returned.recorded,
        today=today,
        elsewhere=values_elsewhere(workspace, loaded.pack.together_with(returned.report_id)),
    )
    return replace(found, notes=(*found.notes, *map(Note, returned.findings)))
