"""The commands, cold and warm: `python -m benchmarks.commands [--runs 9]`.

Cold is a process of its own, from the start of Python to its end; warm is the same command asked for again in a process
that has run it before, with all files read anew.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from benchmarks.offices import office
from letterkit.workspace import Workspace
from letterkit.workspace.commands.coverage import coverage
from letterkit.workspace.commands.coverage_of_draft import coverage_of_draft
from letterkit.workspace.commands.draft import draft
from letterkit.workspace.commands.review import review
from letterkit.workspace.commands.validate import validate

ITEMS, REPORT, TODAY = (12, 120), "report-1", date(2023, 3, 1)


def main() -> None:
    """Print a table: each command at each size, cold and warm."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    print("| command | items | cold, ms | warm, ms |\n| --- | --- | --- | --- |")
    for items in ITEMS:
        with tempfile.TemporaryDirectory() as folder:
            workspace = office(Path(folder) / "office", items=items)
            for name, (arguments, warm) in _commands(workspace).items():
                warm()
                cold = statistics.median(_taken(partial(_run, arguments, workspace)) for _ in range(runs))
                again = statistics.median(_taken(warm) for _ in range(runs))
                print(f"| {name} | {items} | {cold:.0f} | {again:.0f} |")


def _commands(workspace: Workspace) -> dict[str, tuple[list[str], Callable[[], object]]]:
    """Return each command as it is typed, and as it is called; the draft comes first, since the review needs one."""
    path = workspace.drafts / f"{REPORT}.docx"
    return {
        "draft": (["draft", REPORT], partial(draft, workspace, [REPORT], out=workspace.drafts)),
        "coverage": (["coverage", REPORT], partial(coverage, workspace, [REPORT], today=TODAY)),
        "coverage FILE": (
            ["coverage", str(path)],
            partial(coverage_of_draft, workspace, path, report_id=None, today=TODAY),
        ),
        "validate": (["validate", REPORT], partial(validate, workspace, [REPORT])),
        "review": (["review", str(path)], lambda: review(workspace, path, report_id=None, today=TODAY).findings()),
    }


def _run(arguments: list[str], workspace: Workspace) -> None:
    command = [sys.executable, "-m", "letterkit", *arguments, "--fail-on", "never", "--workspace", str(workspace.root)]
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)


def _taken(run: Callable[[], object]) -> float:
    """Return the milliseconds that something takes."""
    start = time.perf_counter()
    run()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
