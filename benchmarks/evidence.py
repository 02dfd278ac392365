"""How fast evidence is read: `python -m benchmarks.evidence`. A response with 1,200 answers, values and places.

The reader of letterkit, which gives each value with its line and column, against ruamel.yaml's round trip, which does
so too, and its loader of plain values in C.
"""

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from ruamel.yaml import YAML

from benchmarks.offices import office
from letterkit.evidence.yaml_reader import parse

ITEMS, RUNS = 1200, 7


def main() -> None:
    """Print a table of medians."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = office(Path(folder) / "office", items=ITEMS)
        text = (workspace.root / "evidence" / "responses" / "report-1.yaml").read_text(encoding="utf-8")
    readers: dict[str, Callable[[], object]] = {
        "letterkit, values and places": lambda: parse(text, shown_as="responses"),
        "ruamel.yaml, round trip": lambda: YAML(typ="rt").load(text),
        "ruamel.yaml, plain values in C": lambda: YAML(typ="safe").load(text),
    }
    taken: dict[str, list[float]] = {who: [] for who in readers}
    for _ in range(RUNS):
        for who, read in readers.items():
            start = time.perf_counter()
            read()
            taken[who].append((time.perf_counter() - start) * 1000)
    ours = statistics.median(taken["letterkit, values and places"])
    print(f"| reader | ms for {len(text):,} characters | to letterkit |\n| --- | --- | --- |")
    for who, times in taken.items():
        print(f"| {who} | {statistics.median(times):.0f} | {statistics.median(times) / ours:.1f} |")


if __name__ == "__main__":
    main()
