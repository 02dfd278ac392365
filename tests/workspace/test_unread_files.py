"""Every file that no command reads is told, with what it seems to be (U4, N12)."""

import pytest

from letterkit.workspace import Workspace
from letterkit.workspace.unread_files import unread_files

COPY = "It seems to be a copy of {}. Take over what is new in it, and delete it."
FILES = {
    "evidence/statistics (1).yaml": COPY.format("statistics.yaml"),
    "evidence/statistics - Copy.yaml": COPY.format("statistics.yaml"),
    "evidence/responses/peel-legitimacy-2017 - Copy.yaml": COPY.format("peel-legitimacy-2017.yaml"),
    "evidence/reports/peel-legitimacy-2017-LAPTOP7.yaml": COPY.format("peel-legitimacy-2017.yaml"),
    "evidence/responses/getting-a-grip-2024.yaml": "There is no report 'getting-a-grip-2024'. Did you mean 'getting-a-grip-2023'?",
    "templates/letters/peel-legitimacy-2018.md.j2": "There is no report 'peel-legitimacy-2018'.",
    "evidence/report/new-report.yaml": "No command reads this folder. Did you mean 'reports'? Move the file there.",
    "evidence/peel.yaml.txt": "Rename it to 'peel.yaml'.",
    "evidence/scrutiny.yml": "Rename it to 'scrutiny.yaml'.",
    "evidence/figures.csv": "Only files that end in '.yaml' are read.",
    "evidence/panels.yaml": "There is no kind of evidence 'panels'.",
}


def told(root):
    return {str(found.place): found.message for found in unread_files(root, Workspace(root).report_ids())}


def test_the_shipped_files_are_all_read(leicestershire):
    assert told(leicestershire.root) == {}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_not_read_is_told_with_what_it_seems_to_be(workspace, name):
    path = workspace.root / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("", encoding="utf-8")
    assert list(told(workspace.root)) == [name]
    assert FILES[name] in told(workspace.root)[name]
    assert told(workspace.root)[name].startswith("It is not read. ")


@pytest.mark.parametrize(
    "name", ["desktop.ini", ".DS_Store", "Thumbs.db", "~$statistics.docx", "peel.yaml~", ".peel.yaml.swp"]
)
def test_the_files_of_systems_and_editors_are_passed_over(workspace, name):
    (workspace.root / "evidence" / name).write_text("", encoding="utf-8")
    assert told(workspace.root) == {}


def test_a_copy_of_a_report_is_no_report(workspace):
    text = (workspace.root / "evidence/reports/peel-legitimacy-2017.yaml").read_text(encoding="utf-8")
    known = Workspace(workspace.root).report_ids()
    (workspace.root / "evidence/reports/peel-legitimacy-2017 (1).yaml").write_text(text, encoding="utf-8")
    assert Workspace(workspace.root).report_ids() == known
