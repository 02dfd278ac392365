"""How long a review takes: `python -m benchmarks.review`. Drafts of 5 to 200 pages, with tags and with none left.

Each draft is reviewed in a process of its own, as `letterkit review` is; a page has 500 words and 5 sourced values.
"""

import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from letterkit.workspace import Workspace
from letterkit.workspace.commands.draft import draft
from tests.edits import EditedDraft

ROOT = Path(__file__).parent.parent
REPORT = "getting-a-grip-2023"
PAGES, RUNS = (5, 25, 50, 100, 200), 3
PARAGRAPHS_A_PAGE, WORDS_A_PARAGRAPH = 5, 100
VOCABULARY = tuple(
    "the police force officers community victims report crime response board panel scrutiny training year people "  # noqa: SIM905 - words
    "service evidence public trust confidence data search stop ethnicity recruitment wellbeing support team area city "
    "county review action progress performance calls demand staff needs equality inclusion network governance".split()
)


def workspace_of(folder: Path, pages: int) -> Workspace:
    """Make a workspace whose letter has so many pages."""
    for name in ("evidence", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    random.seed(pages)
    count = pages * PARAGRAPHS_A_PAGE
    facts = "".join(
        f"\nbench_{number}:\n  what: figure {number}\n  value: {100 + number * 7}\n  unit: cases\n"
        "  source: letter_2023_08_24\n  as_of: 2023-08-24\n"
        for number in range(count)
    )
    with (folder / "evidence" / "statistics.yaml").open("a", encoding="utf-8") as file:
        file.write(facts)
    template = folder / "templates" / "letters" / f"{REPORT}.md.j2"
    text = template.read_text(encoding="utf-8")
    start = text.index("{% block body %}") + len("{% block body %}")
    template.write_text(
        text[:start] + "\n\n" + "\n\n".join(map(paragraph, range(count))) + text[start:], encoding="utf-8"
    )
    return Workspace(folder)


def paragraph(number: int) -> str:
    """Return a paragraph with one sourced value somewhere in it."""
    words = [random.choice(VOCABULARY) for _ in range(WORDS_A_PARAGRAPH)]  # noqa: S311 - text, not secrets
    words[random.randrange(10, 90)] = f"{{{{ statistics.bench_{number}.value }}}}"  # noqa: S311
    return " ".join(words).capitalize().replace("{{ Statistics", "{{ statistics") + "."


def main() -> None:
    """Print a table of medians in seconds."""
    print("| pages | words | values | with tags, s | stripped, s | findings |\n| --- | --- | --- | --- | --- | --- |")
    for pages in PAGES:
        with tempfile.TemporaryDirectory() as name:
            workspace = workspace_of(Path(name), pages)
            draft(workspace, [REPORT], out=workspace.drafts)
            made = workspace.drafts / f"{REPORT}.docx"
            file = EditedDraft(made.read_bytes())
            for number in range(0, pages * PARAGRAPHS_A_PAGE, 10):
                file.replace(f"{100 + number * 7:,}", f"{101 + number * 7:,}")
            made.write_bytes(file.to_bytes())
            tagged = median(workspace, made)
            file.strip(keep_record=True)
            made.write_bytes(file.to_bytes())
            stripped = median(workspace, made)
            values = pages * PARAGRAPHS_A_PAGE
            words = values * WORDS_A_PARAGRAPH
            print(f"| {pages} | {words:,} | {values} | {tagged[0]:.2f} | {stripped[0]:.2f} | {tagged[1]} |")


def median(workspace: Workspace, path: Path) -> tuple[float, int]:
    """Return the median of a few whole processes, in seconds, and how many findings there were."""
    command = [sys.executable, "-m", "letterkit", "review", str(path), "--workspace", str(workspace.root)]
    times, count = [], 0
    for _ in range(RUNS):
        start = time.perf_counter()
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        times.append(time.perf_counter() - start)
        count = done.stdout.count(": error: ") + done.stdout.count(": warning: ")
    return statistics.median(times), count


if __name__ == "__main__":
    main()
