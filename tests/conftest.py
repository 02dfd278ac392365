"""A workspace to change, and how hypothesis runs."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from letterkit.workspace import Workspace
from letterkit.workspace.commands.draft import draft
from tests.builders import ROOT

settings.register_profile(
    "letterkit",
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("letterkit")


class EditableWorkspace(Workspace):
    """The shipped workspace in a folder of its own, with its files open to change."""

    def edit(self, name: str, old: str, new: str, *, times: int = 1) -> None:
        """Replace text that stands exactly so often in a file, so that a test cannot miss it unseen."""
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == times, f"'{old}' stands {text.count(old)} times in {name}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    def line_of(self, name: str, text: str) -> int:
        """Return the number of the first line that holds the text."""
        lines = (self.root / name).read_text(encoding="utf-8").splitlines()
        return next(number for number, line in enumerate(lines, start=1) if text in line)


@pytest.fixture
def workspace(tmp_path: Path) -> EditableWorkspace:
    for folder in ("evidence", "templates"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    return EditableWorkspace(tmp_path)


@pytest.fixture(scope="session")
def leicestershire() -> Workspace:
    """The shipped workspace itself, to be read only."""
    return Workspace(ROOT)


@pytest.fixture
def drafted(workspace):
    """A workspace with its draft, to edit and to review."""
    draft(workspace, ["race-and-policing-2023"], out=workspace.drafts)
    return workspace


@pytest.fixture
def letterkit(workspace):
    def run(*arguments, cwd=None):
        environment = {**os.environ, "COLUMNS": "200", "NO_COLOR": "1"}
        return subprocess.run(
            [sys.executable, "-m", "letterkit", *arguments],
            cwd=cwd or workspace.root, capture_output=True, text=True, check=False, env=environment,
        )  # fmt: skip

    return run
