"""`letterkit validate`: evidence, templates and letterheads, before any letter is made."""

from collections.abc import Sequence

from letterkit.checks import check_letter
from letterkit.errors import InputError, Problem
from letterkit.findings import Finding
from letterkit.workspace.folder import Workspace
from letterkit.workspace.letterheads import Letterheads
from letterkit.workspace.loaded import LoadedWorkspace


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
            found += check_letter(letter, loaded.pack, report_id, shown_as=loaded.template_of(report_id))
            letterheads.imprint(report_id, letter)
            letterheads.stationery(report_id)
        except InputError as error:
            problems.extend(error.problems)
    if problems:
        raise InputError(list(dict.fromkeys(problems)))
    return found
