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
