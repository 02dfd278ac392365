"""`letterkit coverage`: is every item answered, in evidence and in the letter?"""

from collections.abc import Sequence
from datetime import date

from letterkit.coverage import Standing
from letterkit.workspace.folder import Workspace
from letterkit.workspace.loaded import LoadedWorkspace


def coverage(workspace: Workspace, report_ids: Sequence[str], *, today: date) -> list[Standing]:
    """Judge reports on their letters as composed now; raises InputError."""
    loaded = LoadedWorkspace(workspace, report_ids)
    return [loaded.standing(report_id, today=today) for report_id in report_ids]
