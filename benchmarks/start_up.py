"""What it takes to start: `python -m benchmarks.start_up [--checkout PATH ...] [--runs 9]`.

Each command is a process of its own, as somebody types it who has one letter at hand (`python -m letterkit coverage
REPORT` in the folder with the evidence of this repository), from the start of Python to its end, with nothing kept from
the run before but Python's compiled files. It is held against a process that imports what letterkit stands on and does
nothing. Measured is CPU time, of user and system; all are asked in turn, for each checkout of letterkit named (this one
if none is), so that before and after are compared in one run. The console script starts the same `run()`.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

ROOT = Path(__file__).parent.parent
REPORT = "getting-a-grip-2023"
FOUNDATIONS = "import jinja2, lxml.etree, markdown_it, ruamel.yaml; from pydantic import BaseModel"
"""Pydantic is imported when one of its names is asked for: `import pydantic` alone does next to nothing."""
IMPORTS = [sys.executable, "-c", FOUNDATIONS]
LETTERKIT = [sys.executable, "-m", "letterkit"]
OUT = "made"
COMMANDS = {
    "coverage": ["coverage", REPORT],
    "draft": ["draft", REPORT, "--out", OUT],
    "validate": ["validate"],
    "validate REPORT": ["validate", REPORT],
    "review": ["review", f"drafts/{REPORT}.docx"],
}


def main() -> None:
    """Print a table: each command to the imports alone, for each checkout."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkout", type=Path, action="append", help="a tree of letterkit; this one if none is named")
    parser.add_argument("--runs", type=int, default=9)
    arguments = parser.parse_args()
    checkouts = [path.resolve() for path in arguments.checkout or [ROOT]]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "compiled")  # leaves the checkouts as they are
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        workspaces = {path: _workspace(Path(folder) / str(number), path) for number, path in enumerate(checkouts)}
        taken = _measured(workspaces, runs=arguments.runs)
    imports = statistics.median(taken.pop((None, "imports")))
    print(f"The imports alone: {imports:.0f} ms.\n")
    print("| command | " + " | ".join(path.name for path in checkouts) + " |\n| --- |" + " --- |" * len(checkouts))
    for name in COMMANDS:
        medians = [statistics.median(taken[path, name]) for path in checkouts]
        print(f"| {name} | " + " | ".join(f"{each / imports:.2f} ({each:.0f} ms)" for each in medians) + " |")


def _workspace(folder: Path, checkout: Path) -> Path:
    """Copy the evidence and templates of this repository, and draft the letter that is reviewed."""
    for name in ("evidence", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    _cpu([*LETTERKIT, "draft", REPORT], folder, checkout)
    return folder


def _measured(workspaces: dict[Path, Path], *, runs: int) -> dict[tuple[Path | None, str], list[float]]:
    """Return the milliseconds of each command of each checkout, and of the imports; the first, cold, is left out."""
    taken: dict[tuple[Path | None, str], list[float]] = {}
    for _ in range(runs + 1):
        taken.setdefault((None, "imports"), []).append(_cpu(IMPORTS, ROOT, ROOT))
        for checkout, workspace in workspaces.items():
            for name, command in COMMANDS.items():
                shutil.rmtree(workspace / OUT, ignore_errors=True)
                taken.setdefault((checkout, name), []).append(_cpu([*LETTERKIT, *command], workspace, checkout))
    return {what: times[1:] for what, times in taken.items()}


def _cpu(command: list[str], folder: Path, checkout: Path) -> float:
    """Run a command in a folder; return the milliseconds of CPU that it and its own processes took."""
    environment = os.environ | {"PYTHONPATH": str(checkout)}
    before = getrusage(RUSAGE_CHILDREN)
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    after = getrusage(RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):  # 1 is findings
        raise SystemExit(done.stderr)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


if __name__ == "__main__":
    main()
