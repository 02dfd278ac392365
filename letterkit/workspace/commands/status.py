"""`letterkit status`: every report at a glance, the most urgent report first."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from letterkit.coverage import Standing
from letterkit.errors import UnreadableDraft
from letterkit.files import MOST_BYTES, as_on_disk, read_whole
from letterkit.formats.word.reading import read_draft
from letterkit.workspace.folder import Workspace
from letterkit.workspace.loaded import LoadedWorkspace


def status(workspace: Workspace, report_ids: Sequence[str], *, today: date) -> list[Standing]:
    """Judge all reports with the state of their drafts: unsent first, by days left; raises InputError."""
    loaded = LoadedWorkspace(workspace, report_ids)
    standings = [
        replace(found, draft=draft_state(loaded, found.report_id))
        for found in (loaded.standing(report_id, today=today) for report_id in report_ids)
    ]
    return sorted(standings, key=lambda found: (found.clock.sent is not None, found.clock.last_day, found.report_id))


def draft_state(loaded: LoadedWorkspace, report_id: str) -> str | None:
    """Tell the state of a report's draft in `drafts/`, or None if there is none."""
    path = as_on_disk(loaded.workspace.drafts / f"{report_id}.docx")
    try:
        if not path.is_file():
            return None
        draft = read_draft(read_whole(path, most=MOST_BYTES), shown_as=path.name)
    except (UnreadableDraft, OSError):
        return "cannot be read"
    if not draft.untouched or draft.record is None:
        return "edited since it was made"
    current = loaded.record(report_id, draft.letter)
    moved_on = (current.evidence_digest, current.template_digest) != (
        draft.record.evidence_digest,
        draft.record.template_digest,
    )
    return "older than its evidence or template" if moved_on else "up to date"
