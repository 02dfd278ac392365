"""`letterkit validate`: evidence, templates and letterheads, before any letter is made."""

from collections.abc import Sequence

from letterkit.errors import InputError, Problem
from letterkit.findings import Finding
from letterkit.workspace.folder import Workspace
from letterkit.workspace.letterheads import Letterheads
from letterkit.workspace.loaded import LoadedWorkspace
from letterkit.workspace.unread_files import unread_files


def validate(workspace: Workspace, report_ids: Sequence[str]) -> list[Finding]:
    """Check the evidence, template and letterhead of each report; return what the checks found.

    Raises InputError with the problems of all reports together.
    """
    loaded = LoadedWorkspace(workspace, report_ids)
    letterheads = Letterheads(loaded)
    problems: list[Problem] = []
    found: list[Finding] = []
    for report_id in report_ids:
        try:
            letter = loaded.letter(report_id)
            found += loaded.check(report_id, letter)
            letterheads.imprint(report_id, letter)
            letterheads.stationery(report_id)
        except InputError as error:
            problems.extend(error.problems)
    if problems:
        raise InputError(list(dict.fromkeys(problems)))
    return [*found, *unread_files(workspace.root, workspace.report_ids())]
