"""Files among evidence and templates that no command reads: copies, misnamed ones, other formats."""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from letterkit.errors import Place
from letterkit.evidence import REPORT_KINDS, SHARED_KINDS
from letterkit.findings import Finding, Severity
from letterkit.language import composed, did_you_mean
from letterkit.workspace.copies import SUFFIX, copied_from, copies_of_reports

OF_SYSTEMS = re.compile(r"(?i)\..*|desktop\.ini|thumbs\.db|~.*|.*~|.*\.(?:bak|swp|tmp|lock)|readme(?:\..*)?|icon\r?")
TEMPLATE = ".md.j2"
FOLDERS = (*REPORT_KINDS, "schemas")


def unread_files(root: Path, report_ids: Collection[str]) -> Iterator[Finding]:
    """Go through the files of a workspace that no command reads, each with what it seems to be and what to do."""
    for path in _files(root / "evidence"):
        shown = path.relative_to(root).as_posix()
        told = _evidence(path, path.relative_to(root / "evidence").parts, report_ids)
        if told:
            yield _finding(shown, told)
    for path in _files(root / "templates" / "letters"):
        name = composed(path.name)
        if not name.startswith("_") and name.removesuffix(TEMPLATE) not in report_ids:
            shown = path.relative_to(root).as_posix()
            yield _finding(shown, _misnamed(name, TEMPLATE, report_ids, "report"))


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and not OF_SYSTEMS.fullmatch(path.name))


def _evidence(path: Path, parts: tuple[str, ...], report_ids: Collection[str]) -> str | None:
    """Tell what a file among evidence is, None if it is read."""
    name = composed(path.name)
    if len(parts) == 1:
        return (
            None
            if name.removesuffix(SUFFIX) in SHARED_KINDS and name.endswith(SUFFIX)
            else _misnamed(name, SUFFIX, SHARED_KINDS, "kind of evidence")
        )
    folder = parts[0]
    if folder == "schemas":
        return None
    if folder not in FOLDERS or len(parts) > 2:  # noqa: PLR2004 - folder and file
        return f"No command reads this folder. {did_you_mean(folder, FOLDERS)} Move the file there."
    stem = name.removesuffix(SUFFIX)
    if folder == "reports" and name.endswith(SUFFIX):
        of = copies_of_reports(path.parent).get(stem)
        return None if of is None else _copy(f"{of}{SUFFIX}")
    return None if stem in report_ids and name.endswith(SUFFIX) else _misnamed(name, SUFFIX, report_ids, "report")


def _misnamed(name: str, suffix: str, known: Collection[str], what: str) -> str:
    """Tell what a file with a name that none has seems to be."""
    stem = name.removesuffix(suffix)
    if name.endswith(suffix):
        of = copied_from(stem, known)
        return _copy(f"{of}{suffix}") if of else f"There is no {what} '{stem}'. {did_you_mean(stem, known)}"
    bare = name.partition(".")[0]
    if bare in known or suffix in name or name.lower().endswith((".yml", ".yaml")):
        return f"Only files that end in '{suffix}' are read. Rename it to '{bare}{suffix}'."
    return f"Only files that end in '{suffix}' are read. Take over what is in it, and move it elsewhere."


def _copy(of: str) -> str:
    return f"It seems to be a copy of {of}. Take over what is new in it, and delete it."


def _finding(shown: str, told: str) -> Finding:
    return Finding("unread", Severity.WARNING, "This file", f"It is not read. {told}", Place(shown))
