"""`letterkit status`: how the draft of each report stands."""

from letterkit.workspace.loaded import LoadedWorkspace


def test_a_draft_is_up_to_date_edited_or_older_than_its_evidence(workspace):
    from letterkit.workspace.commands.draft import draft  # noqa: PLC0415
    from letterkit.workspace.commands.status import draft_state  # noqa: PLC0415

    report_id = "getting-a-grip-2023"

    def state():
        return draft_state(LoadedWorkspace(workspace, [report_id]), report_id)

    assert state() is None
    draft(workspace, [report_id], out=workspace.drafts)
    assert state() == "up to date"
    workspace.edit("evidence/wellbeing.yaml", "value: 200", "value: 201")
    assert state() == "older than its evidence or template"
    path = workspace.drafts / f"{report_id}.docx"
    path.write_bytes(b"not a letter")
    assert state() == "cannot be read"
    draft(workspace, [report_id], out=workspace.drafts, force=True)
    import docx  # noqa: PLC0415

    document = docx.Document(path)
    document.paragraphs[-1].add_run("edited")
    document.save(path)
    assert state() == "edited since it was made"


def test_one_unfinished_report_keeps_no_other_from_being_judged(workspace):
    """N2."""
    from datetime import date  # noqa: PLC0415

    from letterkit.workspace.commands.status import status  # noqa: PLC0415

    ids = workspace.report_ids()
    (workspace.root / f"evidence/responses/{ids[0]}.yaml").unlink()
    workspace.edit(f"evidence/reports/{ids[1]}.yaml", "title:", "titel:")
    desk = status(workspace, ids, today=date(2026, 11, 22))
    assert sorted(found.report_id for found in desk.standings) == ids[2:]
    assert desk.not_judged[ids[0]].startswith("Not begun.")
    assert desk.not_judged[ids[1]].startswith(f"Cannot be read. evidence/reports/{ids[1]}.yaml:")
