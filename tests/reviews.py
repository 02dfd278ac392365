"""Drafts edited and reviewed."""

from datetime import date

from letterkit.workspace.commands.review import review
from tests.edits import EditedDraft

REPORT = "race-and-policing-2023"
TITLE = "Race and Policing: A review of the police service’s leadership and governance arrangements for race-related matters"
TODAY = date(2023, 10, 10)


def edit(workspace, *edits):
    path = workspace.drafts / f"{REPORT}.docx"
    file = EditedDraft(path.read_bytes())
    for each in edits:
        each(file)
    path.write_bytes(file.to_bytes())
    return path


def reviewed(workspace, *edits):
    return review(workspace, edit(workspace, *edits), report_id=None, today=TODAY)


def told(found):
    return [(finding.check, finding.severity, finding.reference) for finding in found.findings()]
