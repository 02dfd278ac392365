"""Copies that browsers, systems and shared folders leave beside a file, by their names or by what they say."""

import re
from collections.abc import Collection
from pathlib import Path

from letterkit.language import composed

COPY_ENDING = re.compile(
    r"(?: ?\(\d{1,3}\)| - copy.*| copy(?: \d+)?| \([^()]*(?:copy|conflict)[^()]*\)|-conflict.*"
    r"|[-_ ](?:old|backup|bak|new|draft)|[-_ ](?-i:[A-Z][A-Z0-9]{2,}(?:-[A-Z0-9]+)*))$",
    re.IGNORECASE,
)
"""What browsers, Windows, macOS, Dropbox and OneDrive, which adds the computer's name, put behind a copy's name."""
FACTS = re.compile(r"^(title|published):[ \t]*(\S.*?)[ \t]*$", re.MULTILINE)
MOST_COMPARED = 100_000
SUFFIX = ".yaml"


def copied_from(name: str, known: Collection[str]) -> str | None:
    """Return the name that another is the name of a copy of, None if it is none's."""
    bare = COPY_ENDING.sub("", name)
    return bare if bare != name and bare in known else None


def copies_of_reports(folder: Path) -> dict[str, str]:
    """Return the files in `evidence/reports/` that are copies and of which report.

    A copy has another's name with an ending, or another's title and day and no response of its own.
    """
    found = (composed(path.stem) for path in folder.glob(f"*{SUFFIX}"))
    names = sorted(found, key=lambda name: (not _is_answered(folder, name), len(name), name))
    copies = {name: of for name in names if (of := copied_from(name, names))}
    seen: dict[tuple[str, ...], str] = {}
    for name in (name for name in names if name not in copies):
        facts = _facts(folder / f"{name}{SUFFIX}")
        if facts and seen.setdefault(facts, name) != name and not _is_answered(folder, name):
            copies[name] = seen[facts]
    return copies


def _is_answered(folder: Path, report_id: str) -> bool:
    return (folder.parent / "responses" / f"{report_id}{SUFFIX}").exists()


def _facts(path: Path) -> tuple[str, ...]:
    try:
        text = path.read_text(encoding="utf-8", errors="replace")[:MOST_COMPARED]
    except OSError:
        return ()
    facts = dict(FACTS.findall(text))
    return (facts["title"], facts["published"]) if len(facts) > 1 else ()
