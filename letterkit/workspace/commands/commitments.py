"""`letterkit commitments`: what the office has undertaken in its letters, the most urgent first."""

from collections.abc import Sequence
from datetime import date

from letterkit.coverage import Commitment, find_commitments
from letterkit.workspace.folder import Workspace
from letterkit.workspace.loaded import LoadedWorkspace


def commitments_of(workspace: Workspace, report_ids: Sequence[str], *, today: date) -> list[Commitment]:
    """List the commitments of reports and their letters; raises InputError."""
    loaded = LoadedWorkspace(workspace, report_ids)
    found = [
        one
        for report_id in report_ids
        for one in find_commitments(
            loaded.pack,
            report_id,
            loaded.letter(report_id).answering(report_id, main=loaded.pack.main_of(report_id)),
            today,
        )
    ]
    return sorted(found, key=lambda one: (one.state, one.due or date.max))
