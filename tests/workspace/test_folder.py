"""Where the files of a workspace are."""

from pathlib import Path

import pytest


def test_reports_that_may_not_be_read_are_not_said_to_be_gone(workspace, monkeypatch):
    def locked(_path):
        raise PermissionError(13, "Permission denied", "reports")

    monkeypatch.setattr(Path, "iterdir", locked)
    with pytest.raises(PermissionError):
        workspace.report_ids()
