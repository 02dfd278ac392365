"""Whether memory grows from letter to letter: `python -m benchmarks.memory`. 1,000 letters made in one process."""

import tempfile
from pathlib import Path

import psutil

from benchmarks.offices import office
from letterkit.workspace.commands.draft import as_word
from letterkit.workspace.letterheads import Letterheads
from letterkit.workspace.loaded import LoadedWorkspace

LETTERS, TOLD_AT, REPORT = 1000, (10, 100, 250, 500, 750, 1000), "report-1"


def main() -> None:
    """Print what the process holds after so many letters, each read back and with its checklist."""
    print("| letters | MiB held |\n| --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        loaded = LoadedWorkspace(office(Path(folder) / "office"), [REPORT])
        letterheads = Letterheads(loaded)
        for made in range(1, LETTERS + 1):
            as_word(letterheads, loaded, REPORT, loaded.letter(REPORT))
            if made in TOLD_AT:
                print(f"| {made:,} | {psutil.Process().memory_info().rss / 2**20:.1f} |")


if __name__ == "__main__":
    main()
