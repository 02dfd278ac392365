"""The coverage of all forces' offices at once: `python -m benchmarks.national [--written-out]`.

43 workspaces of 100 reports with 20 items each. Either all letters of an office share a template, or each has its
answers written out. Prints the time of one run, and the most memory that it and its processes held together.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import psutil

from benchmarks.offices import office

OFFICES, REPORTS, ITEMS = 43, 100, 20
MEBIBYTE = 2**20


def main() -> None:
    """Make the offices, judge them once and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--written-out", action="store_true", help="write each answer into its letter's template")
    written_out = parser.parse_args().written_out
    with tempfile.TemporaryDirectory() as folder:
        with ProcessPoolExecutor() as pool:
            for number in range(1, OFFICES + 1):
                where = Path(folder) / f"office-{number:02}"
                pool.submit(office, where, reports=REPORTS, items=ITEMS, written_out=written_out)
        seconds, memory, told = judged(Path(folder))
    print("\n".join(told.splitlines()[:1] + told.splitlines()[-1:]))
    kind = "written out" if written_out else "shared"
    print(f"| {kind} | {OFFICES} | {OFFICES * REPORTS:,} | {OFFICES * REPORTS * ITEMS:,} | {seconds:.1f} | {memory} |")


def judged(folder: Path) -> tuple[float, int, str]:
    """Return the seconds of a run, the most mebibytes held at once by all its processes, and what it printed."""
    command = [sys.executable, "-m", "letterkit", "coverage", "--all", "--workspace", str(folder), "--fail-on", "never"]
    start, most = time.perf_counter(), 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as run:
        family = psutil.Process(run.pid)
        while run.poll() is None:
            most = max(most, sum(map(_held, [family, *family.children(recursive=True)])))
            time.sleep(0.2)
        seconds = time.perf_counter() - start
        told = run.stdout.read() if run.stdout else ""
    if run.returncode:
        raise SystemExit(f"the run ended with {run.returncode}")
    return seconds, most // MEBIBYTE, told


def _held(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.NoSuchProcess:
        return 0


if __name__ == "__main__":
    main()
