"""`letterkit coverage`: is every item answered, in evidence, in the letter, in a Word file that came back?"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from letterkit.alignment import with_answers_found
from letterkit.desk import Desk
from letterkit.drafts import read_draft
from letterkit.errors import TemplateError, UsageError
from letterkit.nearest import did_you_mean
from letterkit.standing import Standing, standing
from letterkit.workspace import Workspace

COMPOSED, EVIDENCE_ONLY = "the letter as composed now", "the evidence (the letter cannot be composed)"


def coverage_of_reports(desk: Desk, report_ids: Sequence[str], *, today: date) -> list[Standing]:
    """Judge reports on their letters as composed now; raises InputError."""
    return [_composed(desk, report_id, today) for report_id in report_ids]


def coverage_of_draft(workspace: Workspace, path: Path, *, report_id: str | None, today: date) -> list[Standing]:
    """Judge a Word file that people edited, for each report that it answers; raises InputError, UsageError.

    Deleted and struck text counts as gone, inserted text as there. The report is the one that the file's
    record names, else the one that its name begins with, unless it is given.
    """
    draft = read_draft(path.read_bytes(), shown_as=path.name)
    report = report_id or (draft.record.report if draft.record else None) or _named_by(workspace, path)
    if report not in workspace.report_ids():
        remedy = did_you_mean(str(report), workspace.report_ids())
        raise UsageError(f"{path.name} does not say which report it answers. Name it with --report. {remedy}")
    desk = Desk(workspace, [report])
    letter = with_answers_found(draft.letter, desk.letter(report))
    together = desk.pack.together_with(report)
    return [standing(desk.pack, each, letter, today=today, judged=path.name) for each in together]


def _named_by(workspace: Workspace, path: Path) -> str | None:
    matching = [report_id for report_id in workspace.report_ids() if path.stem.startswith(report_id)]
    return max(matching, key=len, default=None)


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
