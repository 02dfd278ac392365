"""The same letter by letterkit and by others, in one run: `python -m benchmarks.peers [--runs 9]`.

A letter of 1,650 words with 12 items, a table of ten rows, a picture in its head and page numbers, and the same with
120 and 1,200 items. All are asked in turn, again and again, and the texts they make must agree. Warm, each makes the
small letter ten times in its turn. Letterkit does all its work: evidence checked, templates in the sandbox, every
value with its source, answers, record, safety of the file.
"""

import argparse
import gc
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks.peers import floor, with_docxtpl, with_mailmerge, with_python_docx
from benchmarks.peers.letter import REPORT, letter_of, said_in
from letterkit.__main__ import OBJECTS_BETWEEN_COLLECTIONS
from letterkit.formats.word.writing import letter as word
from letterkit.workspace import Workspace
from letterkit.workspace.commands.draft import as_word
from letterkit.workspace.letterheads import Letterheads
from letterkit.workspace.loaded import LoadedWorkspace

ITEMS = (12, 120, 1200)
LETTERS_A_TURN = {12: 10, 120: 3, 1200: 1}
SCRIPTS = Path(__file__).parent
OURS, FULL, PEER = "letterkit", "letterkit, read back, checklist", "docxtpl"
LETTERKIT = [sys.executable, "-m", "letterkit"]
FOUNDATIONS = "import click, jinja2.sandbox, lxml.etree, markdown_it, ruamel.yaml; from pydantic import BaseModel"
COMPLETING = ["_LETTERKIT_COMPLETE=bash_complete", "COMP_WORDS=letterkit draft re", "COMP_CWORD=2"]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)  # for all of them, as in every run of letterkit
    warm: dict[int, dict[str, float]] = {}
    whole: dict[int, dict[str, tuple[float, float]]] = {}
    for items in ITEMS:
        with tempfile.TemporaryDirectory() as name:
            workspace = letter_of(Path(name) / "office", items)
            builders = _builders(workspace)
            _refuse_other_texts(builders)
            warm[items] = _warm(builders, runs=max(3, runs * 12 // items), in_a_row=LETTERS_A_TURN[items])
            whole[items] = _whole(workspace.root, runs=runs if items == ITEMS[0] else 3)
    print("| warm, ms | " + " | ".join(f"{items:,} items" for items in ITEMS) + f" | to {PEER} at 12, 120, 1,200 |")
    print("| --- |" + " --- |" * (len(ITEMS) + 1))
    for who in warm[ITEMS[0]]:
        ratios = ", ".join(f"{warm[items][who] / warm[items][PEER]:.2f}" for items in ITEMS)
        print(f"| {who} | " + " | ".join(f"{warm[items][who]:.1f}" for items in ITEMS) + f" | {ratios} |")
    print(f"\n| whole process | ms | to {PEER} | peak memory at 12, 120, 1,200 items, MiB |\n| --- | --- | --- | --- |")
    for who, (milliseconds, _) in whole[ITEMS[0]].items():
        memory = ", ".join(f"{whole[items][who][1]:.0f}" for items in ITEMS)
        print(f"| {who} | {milliseconds:.0f} | {milliseconds / whole[ITEMS[0]][PEER][0]:.2f} | {memory} |")


def _builders(workspace: Workspace) -> dict[str, Callable[[], bytes]]:
    """Return what makes the letter, warm: evidence loaded, templates read."""
    folder = workspace.root
    data = json.loads((folder / "letter.json").read_text(encoding="utf-8"))
    loaded = LoadedWorkspace(workspace, [REPORT])
    letterheads = Letterheads(loaded)

    def ours() -> bytes:
        letter = loaded.letter(REPORT)
        record, imprint = loaded.record(REPORT, letter), letterheads.imprint(REPORT, letter)
        return word.write_letter(letter, letterheads.stationery(REPORT), record, imprint)[0]

    def full() -> bytes:
        return as_word(letterheads, loaded, REPORT, loaded.letter(REPORT))[f"{REPORT}.docx"]

    peers = {
        PEER: (with_docxtpl.build, "docxtpl"),
        "docx-mailmerge2": (with_mailmerge.build, "mailmerge"),
        "python-docx": (with_python_docx.build, "empty"),
        "floor: strings, raw zip": (floor.build, "floor"),
    }

    def peer(build: Callable[[bytes, dict[str, object]], bytes], name: str) -> Callable[[], bytes]:
        template = folder / f"{name}.docx"
        return lambda: build(template.read_bytes(), data)

    return {OURS: ours, FULL: full} | {who: peer(build, name) for who, (build, name) in peers.items()}


def _refuse_other_texts(builders: Mapping[str, Callable[[], bytes]]) -> None:
    ours = said_in(builders[OURS]())
    for who, build in builders.items():
        if said_in(build()) != ours:
            raise SystemExit(f"{who} does not say what letterkit says")


def _warm(builders: Mapping[str, Callable[[], bytes]], *, runs: int, in_a_row: int) -> dict[str, float]:
    """Return the median milliseconds that each takes for a letter, asked for so many in its turn."""
    taken: dict[str, list[float]] = {who: [] for who in builders}
    for _ in range(runs):
        for who, build in builders.items():
            for _ in range(in_a_row):
                start = time.perf_counter()
                build()
                taken[who].append((time.perf_counter() - start) * 1000)
    return {who: statistics.median(times) for who, times in taken.items()}


def _whole(folder: Path, *, runs: int) -> dict[str, tuple[float, float]]:
    """Return the median milliseconds and the peak mebibytes of each as a process of its own, started in turn."""
    scripts = {PEER: "with_docxtpl", "docx-mailmerge2": "with_mailmerge", "python-docx": "with_python_docx"}
    commands = {
        "letterkit draft": [*LETTERKIT, "draft", REPORT, "--fail-on", "never", "--workspace", str(folder)],
        "letterkit coverage": [*LETTERKIT, "coverage", REPORT, "--fail-on", "never", "--workspace", str(folder)],
        "letterkit validate": [*LETTERKIT, "validate", REPORT, "--fail-on", "never", "--workspace", str(folder)],
        "letterkit --help": [*LETTERKIT, "--help"],
        "letterkit, completing a report's name": ["env", *COMPLETING, str(Path(sys.executable).with_name("letterkit"))],
        **{who: [sys.executable, str(SCRIPTS / f"{name}.py"), str(folder)] for who, name in scripts.items()},
        "floor: strings, raw zip": [sys.executable, str(SCRIPTS / "floor.py"), str(folder)],
        "import pydantic, and no more": [sys.executable, "-c", "from pydantic import BaseModel"],
        "import what letterkit stands on": [sys.executable, "-c", FOUNDATIONS],
        "bare interpreter": [sys.executable, "-c", ""],
    }
    taken: dict[str, list[float]] = {who: [] for who in commands}
    for _ in range(runs):
        for who, command in commands.items():
            taken[who].append(_process(command))
    return {who: (statistics.median(taken[who]), _peak(command)) for who, command in commands.items()}


def _process(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - start) * 1000


def _peak(command: list[str]) -> float:
    """Return the most mebibytes that a process held; one between tells, since a child begins with its parent's peak."""
    between = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL); "
    told = "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    run = subprocess.run([sys.executable, "-c", between + told, *command], capture_output=True, text=True, check=True)
    return int(run.stdout) / 1024


if __name__ == "__main__":
    main()
