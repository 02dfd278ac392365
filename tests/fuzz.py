"""Random input at the doors of letterkit: evidence, templates, Word files and plain text, spoilt and sent through.

    python -m tests.fuzz DOOR [--seconds 60] [--inputs N] [--seed N]

What comes in is a file of the office with a few random changes. It goes all the way: evidence and templates to a
Word file, edited files to their review. Each is either taken or refused with a LetterkitError; anything else is a
fault, which is printed with its seed, and the input is kept.
"""

import argparse
import io
import random
import shutil
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from contextlib import suppress
from datetime import date
from pathlib import Path

from letterkit.checks import check_letter
from letterkit.cli.parts import PARTS, part
from letterkit.errors import LetterkitError
from letterkit.workspace import Workspace
from letterkit.workspace.commands.draft import as_text, draft
from letterkit.workspace.commands.redline import redline_files
from letterkit.workspace.commands.review import review
from letterkit.workspace.loaded import LoadedWorkspace
from tests.builders import ROOT

REPORT, TODAY = "getting-a-grip-2023", date(2026, 11, 22)
DOORS = ("evidence", "template", "word", "plain")
YAML_TOKENS = (
    ":", "- ", "? ", "#", "&a", "*a", "<<: *a", "!!python/object:os.system x", "%YAML 1.1\n---\n", "|\n", ">\n", "'", '"',
    "[", "]", "{", "}", "\t", "\x00", "\u202e", "\u200b", "\ufeff", "0123", "1e400", ".nan", "~", "null", "no", "2023-13-45",
    "9" * 5000, "\ud7ff", "\r", "---\n", "...\n", "@", "`", "a: b: c", "\n  \n", " " * 300,
)  # fmt: skip
JINJA_TOKENS = (
    "{{", "}}", "{%", "%}", "{#", "#}", "{{ 7*7 }}", "{{ x.__class__ }}", "{% for a in peel %}", "{% endfor %}", "{% raw %}",
    '{% include "_base.md.j2" %}', "| in_words", "| list", "~", "#### ", "- ", "> ", "|", "1. ", "\ue000", "\ue0023\ue003",
    '{% answer "1" %}', "{% endanswer %}", "{% macro m(a) %}", "{% set x = [1] * 9 %}", "**", "<b>", "&", "\x01", "\n\n",
)  # fmt: skip
XML_TOKENS = (
    "<w:p>", "</w:p>", "<w:p/>", "<w:r>", "</w:r>", "<w:t>12%</w:t>", "<w:tbl>", "</w:tbl>", "<w:tc/>", "<w:sdt>", "</w:sdt>",
    '<w:ins w:id="1">', "</w:ins>", "<w:del>", "</w:del>", "<w:bookmarkStart/>", '<w:fldChar w:fldCharType="begin"/>',
    "<mc:AlternateContent>", "<!DOCTYPE x>", "<![CDATA[", "]]>", "&a;", "&#0;", '"', "<", ">", 'w:val="-1"', '<w:ilvl w:val="99"/>',
    'w:id=""', '<w:footnoteReference w:id="77"/>', '<w:commentRangeStart w:id="5"/>', '<w:numId w:val="x"/>', "\u202e",
)  # fmt: skip
TEXT_TOKENS = (
    "\x00",
    "\ufeff",
    "12%",
    "“",
    "”",
    "| a |",
    "# ",
    "\r",
    "1 in 6",
    "31 February 2023",
    "£",
    "the the ",
    "9" * 400,
    "\u2028",
)


def spoilt(text: str, tokens: tuple[str, ...], chance: random.Random) -> str:
    """Change a text in a few places, as a slip of the hand or a hostile one may."""
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
        at = chance.randrange(len(text) + 1)
        end = min(len(text), at + chance.choice((0, 1, 2, 8, 40, 400)))
        match chance.randrange(6):
            case 0:
                text = text[:at] + text[end:]
            case 1:
                text = text[:end] + text[at:end] * chance.choice((1, 1, 2, 30)) + text[end:]
            case 2 | 3:
                text = text[:at] + chance.choice(tokens) + text[at:]
            case 4:
                text = (
                    text[:at]
                    + chr(chance.choice((chance.randrange(32, 127), chance.randrange(0xD800))))
                    + text[at + 1 :]
                )
            case 5:
                lines = text.split("\n")
                one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
                lines[one], lines[other] = lines[other], lines[one]
                text = "\n".join(lines)
    return text


class Office:
    """A workspace of its own, into which the spoilt files go."""

    def __init__(self, folder: Path) -> None:
        for name in ("evidence", "templates"):
            shutil.copytree(ROOT / name, folder / name)
        self.workspace = Workspace(folder)
        draft(self.workspace, [REPORT], out=self.workspace.drafts)
        draft(self.workspace, [REPORT], out=self.workspace.drafts, write=as_text)
        self.letter = (self.workspace.drafts / f"{REPORT}.docx").read_bytes()
        self.text = (self.workspace.drafts / f"{REPORT}.txt").read_text(encoding="utf-8")

    def evidence(self, chance: random.Random) -> bytes:
        """Spoil a file of evidence and draft the letter."""
        own = [f"reports/{REPORT}", f"responses/{REPORT}"]
        shared = [path.stem for path in (self.workspace.root / "evidence").glob("*.yaml")]
        return self._drafted(f"evidence/{chance.choice(own + shared)}.yaml", YAML_TOKENS, chance)

    def template(self, chance: random.Random) -> bytes:
        """Spoil a template and draft the letter."""
        name = chance.choice((REPORT, REPORT, "_base", "_phrases"))
        return self._drafted(f"templates/letters/{name}.md.j2", JINJA_TOKENS, chance)

    def word(self, chance: random.Random) -> bytes:
        """Spoil a Word file and review it."""
        data = self.letter
        if chance.random() < 0.2:
            at = chance.randrange(len(data))
            return self._reviewed(
                data[:at] + chance.randbytes(chance.randrange(9)) + data[at + chance.randrange(9) :], ".docx"
            )
        target = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(target, "w") as other:
            names = archive.namelist()
            wanted = chance.choice(("word/document.xml", "word/document.xml", *names))
            for name in names:
                part = archive.read(name)
                if name == wanted:
                    part = spoilt(part.decode("utf-8", "replace"), XML_TOKENS, chance).encode("utf-8", "replace")
                other.writestr(name, part)
        return self._reviewed(target.getvalue(), ".docx")

    def plain(self, chance: random.Random) -> bytes:
        """Spoil a letter saved as text, or take it for Markdown, and review it."""
        data = spoilt(self.text, TEXT_TOKENS, chance).encode(
            chance.choice(("utf-8", "utf-8", "utf-16", "cp1252")), "replace"
        )
        return self._reviewed(data, chance.choice((".txt", ".md")))

    def _drafted(self, name: str, tokens: tuple[str, ...], chance: random.Random) -> bytes:
        path = self.workspace.root / name
        before = path.read_bytes()
        data = spoilt(before.decode(), tokens, chance).encode("utf-8", "surrogatepass")
        try:
            path.write_bytes(data)
            self.sent = data
            loaded = LoadedWorkspace(self.workspace, [REPORT])
            check_letter(loaded.letter(REPORT), loaded.pack, REPORT, shown_as="template")
            draft(self.workspace, [REPORT], out=self.workspace.drafts, force=True)
        finally:
            path.write_bytes(before)
            for kept in self.workspace.drafts.glob("*.edited-*"):
                kept.unlink()
        return data

    def _reviewed(self, data: bytes, suffix: str) -> bytes:
        path = self.workspace.root / f"{REPORT}-back{suffix}"
        path.write_bytes(data)
        self.sent = data
        found = review(self.workspace, path, report_id=REPORT, today=TODAY)
        for name in (name for name in PARTS if name.startswith("review --format")):
            part(name)(found)
        if suffix == ".docx":
            drafted = self.workspace.drafts / f"{REPORT}.docx"
            redline_files(drafted, path, out=self.workspace.root / "redline.docx", dated=TODAY, force=True)
        return data


def fuzz(door: str, *, seconds: float, inputs: int, seed: int) -> Counter[str]:
    """Send spoilt files through a door until time or number is up; return how many were taken, refused, at fault."""
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        office = Office(Path(folder))
        end = time.monotonic() + seconds
        while counts.total() < inputs and time.monotonic() < end:
            chance = random.Random(f"{seed} {counts.total()}")  # noqa: S311 - no secrets
            try:
                getattr(office, door)(chance)
                counts["taken"] += 1
            except LetterkitError as error:
                counts["refused" if str(error).strip() else "faults"] += 1
            except Exception:  # noqa: BLE001 - what it looks for
                counts["faults"] += 1
                kept = Path(tempfile.gettempdir()) / f"letterkit-{door}-{seed}-{counts.total() - 1}"
                with suppress(OSError):
                    kept.write_bytes(office.sent)
                sys.stderr.write(
                    f"{door}, seed {seed}, input {counts.total() - 1}, kept as {kept}\n{traceback.format_exc(limit=-4)}\n"
                )
    return counts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("door", choices=DOORS)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--inputs", type=int, default=10**9)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    counts = fuzz(chosen.door, seconds=chosen.seconds, inputs=chosen.inputs, seed=chosen.seed)
    sys.stdout.write(f"{chosen.door}: {counts.total():,} inputs, {dict(counts)}\n")
    sys.exit(1 if counts["faults"] else 0)


if __name__ == "__main__":
    main()
