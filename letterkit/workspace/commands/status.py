"""`letterkit status`: every report at a glance, the most urgent report first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from letterkit.coverage import Standing
from letterkit.errors import InputError, UnreadableDraft
from letterkit.files import MOST_BYTES, as_on_disk, read_whole
from letterkit.formats.word.reading import read_draft
from letterkit.workspace.folder import Workspace
from letterkit.workspace.loaded import LoadedWorkspace


@dataclass(frozen=True, slots=True)
class Desk:
    """The reports that can be judged, the most urgent first, and by id what keeps each other one from it."""

    standings: list[Standing]
    not_judged: dict[str, str]


def status(workspace: Workspace, report_ids: Sequence[str], *, today: date) -> Desk:
    """Judge all reports with the state of their drafts: unsent first, by days left.

    A report that cannot be read keeps no other from being judged; raises InputError where none can.
    """
    try:
        loaded = LoadedWorkspace(workspace, report_ids)
        return Desk(_urgent_first(_standing(loaded, report_id, today) for report_id in report_ids), {})
    except InputError as error:
        desk = _each_by_itself(workspace, report_ids, today)
        if not desk.standings:
            raise error from None
        return desk


def _each_by_itself(workspace: Workspace, report_ids: Sequence[str], today: date) -> Desk:
    found: list[Standing] = []
    not_judged: dict[str, str] = {}
    for report_id in report_ids:
        try:
            found.append(_standing(LoadedWorkspace(workspace, [report_id]), report_id, today))
        except InputError as error:
            response = as_on_disk(workspace.root / "evidence" / "responses" / f"{report_id}.yaml")
            not_begun = f"Not begun. Write the response in evidence/responses/{report_id}.yaml."
            not_judged[report_id] = f"Cannot be read. {error.problems[0]}" if response.exists() else not_begun
    return Desk(_urgent_first(found), not_judged)


def _standing(loaded: LoadedWorkspace, report_id: str, today: date) -> Standing:
    return replace(loaded.standing(report_id, today=today), draft=draft_state(loaded, report_id))


def _urgent_first(standings: Iterable[Standing]) -> list[Standing]:
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
