"""`letterkit coverage`: is every item answered, in evidence and in the letter?"""

from collections.abc import Sequence
from datetime import date

from letterkit.coverage import Standing, judge_standing
from letterkit.errors import TemplateError
from letterkit.workspace.folder import Workspace
from letterkit.workspace.loaded import LoadedWorkspace

COMPOSED, EVIDENCE_ONLY = "the letter as composed now", "the evidence (the letter cannot be composed)"


def coverage(workspace: Workspace, report_ids: Sequence[str], *, today: date) -> list[Standing]:
    """Judge reports on their letters as composed now; raises InputError."""
    return coverage_on(LoadedWorkspace(workspace, report_ids), report_ids, today=today)


def coverage_on(loaded: LoadedWorkspace, report_ids: Sequence[str], *, today: date) -> list[Standing]:
    """Judge reports of a workspace that is loaded; raises TemplateError."""
    return [_composed(loaded, report_id, today) for report_id in report_ids]


def _composed(loaded: LoadedWorkspace, report_id: str, today: date) -> Standing:
    """Judge the composed letter; where an answer missing from evidence keeps it from being composed, evidence alone."""
    try:
        letter = loaded.letter(report_id)
    except TemplateError:
        in_evidence = judge_standing(loaded.pack, report_id, None, today=today, judged=EVIDENCE_ONLY)
        if all(item.in_evidence for item in in_evidence.coverage.items):
            raise
        return in_evidence
    return judge_standing(loaded.pack, report_id, letter, today=today, judged=COMPOSED)
