"""`letterkit coverage DRAFT.docx`: is every item answered in a Word file that came back?"""

from dataclasses import replace
from datetime import date
from pathlib import Path

from letterkit.coverage import Standing, judge_standing, with_answers_found
from letterkit.workspace.folder import Workspace
from letterkit.workspace.returned_drafts import open_returned


def coverage_of_draft(workspace: Workspace, path: Path, *, report_id: str | None, today: date) -> list[Standing]:
    """Judge a Word file that people edited, for each report that it answers; raises InputError, UsageError.

    Deleted and struck text counts as gone, inserted text as there.
    """
    returned = open_returned(workspace, path, report_id=report_id)
    loaded = returned.loaded
    record = returned.draft.record
    letter = with_answers_found(returned.draft.letter, record.letter if record else loaded.letter(returned.report_id))
    together = loaded.pack.together_with(returned.report_id)
    first, *others = (judge_standing(loaded.pack, each, letter, today=today, judged=path.name) for each in together)
    return [replace(first, duties=(*first.duties, *returned.findings)), *others]
