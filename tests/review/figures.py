"""Count what a review tells of the edits in `edits.yaml`, and coverage of `answers.yaml`: `python3 -m tests.review.figures`.

Another file of the same form can be named: `python3 -m tests.review.figures my-edits.yaml`.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from ruamel.yaml import YAML

from letterkit.coverage.empty_answers import nothing_said
from letterkit.workspace import Workspace
from letterkit.workspace.commands.draft import draft
from tests.coverage.test_empty_answers import ITEM, lines_of
from tests.edits import EditedDraft
from tests.review.test_senses import graves

HERE, ROOT = Path(__file__).parent, Path(__file__).parents[2]
EDITS, ANSWERS = HERE / "edits.yaml", ROOT / "tests" / "coverage" / "answers.yaml"
WAYS = {"made silently": False, "as a tracked change": True}


def rows_of(path: Path) -> list[dict]:
    return [row for row in YAML(typ="safe").load(path.read_text(encoding="utf-8")) if "structure" not in row]


def told(rows: list[dict], folder: Path, *, tracked: bool) -> Iterator[tuple[dict, bool]]:
    """Make each edit, and tell whether a review then has a warning or error that it did not have before."""
    workspace = Workspace(ROOT)
    letters = sorted({row["letter"] for row in rows})
    draft(workspace, letters, out=folder)
    before = {letter: graves(workspace, folder / f"{letter}.docx") for letter in letters}
    for row in rows:
        file = EditedDraft((folder / f"{row['letter']}.docx").read_bytes())
        file.retype(row["find"], row["replace"], tracked=tracked)
        path = folder / f"{row['letter']}-edited.docx"
        path.write_bytes(file.to_bytes())
        yield row, bool(graves(workspace, path) - before[row["letter"]])


def main(edits: Path) -> None:
    console = Console(width=120)
    rows = rows_of(edits)
    with tempfile.TemporaryDirectory() as folder:
        for way, tracked in WAYS.items():
            found = list(told(rows, Path(folder), tracked=tracked))
            harmful = [is_told for row, is_told in found if row["told"]]
            innocent = [is_told for row, is_told in found if not row["told"]]
            console.print(
                f"Edits {way}: {sum(harmful)} of {len(harmful)} that turn the meaning told, "
                f"{sum(innocent)} of {len(innocent)} innocent ones told"
            )
            for row, is_told in found:
                if is_told != row["told"]:
                    console.print(f"  {row['find']} -> {row['replace']}", markup=False)
    answers = rows_of(ANSWERS)
    right = [
        bool(lines and nothing_said(lines, ITEM) is None) is row["answered"]
        for row in answers
        for lines in [_lines(row)]
    ]
    console.print(f"Answers: {sum(right)} of {len(right)} judged right")


def _lines(row: dict) -> list[str]:
    return [line for line in lines_of(row["text"]) if line.strip()]


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else EDITS)
