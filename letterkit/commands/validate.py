"""`letterkit validate`: evidence, templates and letterheads, before any letter is made."""

from collections.abc import Sequence

from letterkit.desk import Desk
from letterkit.errors import InputError, Problem
from letterkit.findings import Finding
from letterkit.workspace import Workspace


def validate(workspace: Workspace, report_ids: Sequence[str]) -> list[Finding]:
    """Check the evidence, template and letterhead of each report; return what the checks found.

    Raises InputError with the problems of all reports together.
    """
    desk = Desk(workspace, report_ids)
    problems: list[Problem] = []
    findings: list[Finding] = []
    for report_id in report_ids:
        try:
            letter = desk.letter(report_id)
            findings.extend(desk.findings(report_id, letter))
            desk.imprint(report_id, letter)
            desk.stationery(report_id)
        except InputError as error:
            problems.extend(error.problems)
    if problems:
        raise InputError(list(dict.fromkeys(problems)))
    return findings
