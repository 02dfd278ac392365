"""`letterkit coverage`: is every item answered, in evidence, in the letter, in a Word file that came back?"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from letterkit.alignment import with_answers_found
from letterkit.desk import Desk
from letterkit.errors import TemplateError
from letterkit.returned import open_returned
from letterkit.standing import Standing, standing
from letterkit.workspace import Workspace

COMPOSED, EVIDENCE_ONLY = "the letter as composed now", "the evidence (the letter cannot be composed)"


def coverage_of_reports(desk: Desk, report_ids: Sequence[str], *, today: date) -> list[Standing]:
    """Judge reports on their letters as composed now; raises InputError."""
    return [_composed(desk, report_id, today) for report_id in report_ids]


def coverage_of_draft(workspace: Workspace, path: Path, *, report_id: str | None, today: date) -> list[Standing]:
    """Judge a Word file that people edited, for each report that it answers; raises InputError, UsageError.

    Deleted and struck text counts as gone, inserted text as there.
    """
    returned = open_returned(workspace, path, report_id=report_id)
    desk = Desk(workspace, [returned.report_id])
    record = returned.draft.record
    letter = with_answers_found(returned.draft.letter, record.letter if record else desk.letter(returned.report_id))
    together = desk.pack.together_with(returned.report_id)
    return [standing(desk.pack, each, letter, today=today, judged=path.name) for each in together]


def _composed(desk: Desk, report_id: str, today: date) -> Standing:
    """Judge the composed letter; where an answer missing from evidence keeps it from being composed, evidence alone."""
    try:
        letter = desk.letter(report_id)
    except TemplateError:
        in_evidence = standing(desk.pack, report_id, None, today=today, judged=EVIDENCE_ONLY)
        if all(item.in_evidence for item in in_evidence.coverage.items):
            raise
        return in_evidence
    return standing(desk.pack, report_id, letter, today=today, judged=COMPOSED)
