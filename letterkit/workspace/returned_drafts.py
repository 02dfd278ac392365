"""A file that came back: which report it answers, and the record of how it was made."""

from codecs import BOM_UTF8
from collections import defaultdict
from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from letterkit.coverage import is_checklist
from letterkit.errors import UsageError
from letterkit.files import MOST_BYTES, read_whole
from letterkit.findings import Finding
from letterkit.formats.returned_text import READERS, read_plain_file
from letterkit.formats.word.opc import Package, open_package
from letterkit.formats.word.reading import find_record, read_package
from letterkit.language import composed
from letterkit.letter import (
    BESIDE,
    IN_DRAFTS,
    IN_FILE,
    INSTEAD,
    NOWHERE,
    DraftLetter,
    DraftRecord,
    Reference,
    in_one_spelling,
)
from letterkit.workspace.folder import Workspace
from letterkit.workspace.loaded import LoadedWorkspace
from letterkit.workspace.report_answered import find_report, named_by


@dataclass(frozen=True, slots=True)
class Returned:
    """A draft, the report that it answers and what its letter is made from.

    `recorded` says where its record was found; `package` is the file opened, where it is a Word file; `findings` tell
    how the report was found where neither its record nor its name says which.
    """

    draft: DraftLetter
    report_id: str
    loaded: LoadedWorkspace
    recorded: str
    package: Package | None
    findings: tuple[Finding, ...] = ()


def open_returned(workspace: Workspace, path: Path, *, report_id: str | None) -> Returned:
    """Read a Word, text or Markdown file that people edited; raises InputError, UsageError, OSError.

    The report is the one given, else the one that the file's record names, else the one in its name, else the one
    that its controls, its subject line or its text tell. A file that lost its record has the one beside it, or the
    one in `drafts/`. These also go before a record in the file that says something else of the same making.
    """
    data, suffix = read_whole(path, most=MOST_BYTES), path.suffix.lower()
    package = None if suffix in READERS else open_package(data, shown_as=path.name)
    inside = find_record(package) if package else None
    if inside and not any(inside.letter.plain_blocks()):
        inside = None  # it remembers nothing

    def read(record: DraftRecord | None) -> DraftLetter:
        if package:
            return in_one_spelling(read_package(package, record, shown_as=path.name))
        return in_one_spelling(read_plain_file(data, shown_as=path.name, suffix=suffix, beside=record))

    report, found_by = report_id or (composed(inside.report) if inside else None) or named_by(workspace, path), None
    if report is None:
        report, found_by = find_report(workspace, path.name, read(None), package)
    (report,) = workspace.chosen([report], everything=False)
    loaded = LoadedWorkspace(workspace, [report])
    if inside and composed(inside.report) not in loaded.pack.together_with(report):
        told = f"{path.name} was generated as the letter on {inside.report}, not on {report}."
        raise UsageError(f"{told} Leave --report out.")
    if inside and is_checklist(inside.letter):
        raise UsageError(f"{path.name} is a checklist, which is made anew with its letter. Name the letter's file.")
    record, recorded = _kept(loaded, path, report) if inside is None else _checked(workspace, path, inside)
    return Returned(read(record), report, loaded, recorded, package, (found_by,) if found_by else ())


def _kept(loaded: LoadedWorkspace, path: Path, report: str) -> tuple[DraftRecord | None, str]:
    """Return the record of a file that has none, and where it is."""
    together = loaded.pack.together_with(report)
    beside, in_drafts = path.with_suffix(".record.json"), loaded.workspace.drafts / f"{report}.record.json"
    for place, where in ((beside, BESIDE), (in_drafts, IN_DRAFTS)):
        record = _record_at(place)
        if record and record.report in together:
            return record, where
    return None, NOWHERE


def _checked(workspace: Workspace, path: Path, inside: DraftRecord) -> tuple[DraftRecord, str]:
    """Return the record inside a file, or the one kept of the same making that says something else."""
    in_drafts, beside = workspace.drafts / f"{inside.report}.record.json", path.with_suffix(".record.json")
    for place in dict.fromkeys((in_drafts, beside)):
        own = _record_at(place)
        if own and own.is_of_the_same_making(inside):
            return (inside, IN_FILE) if own.says_the_same(inside) else (own, INSTEAD)
    return inside, IN_FILE


def values_elsewhere(workspace: Workspace, own: Container[str]) -> dict[tuple[Reference, ...], list[tuple[str, str]]]:
    """Return what the drafts on other reports were generated with: the printed values by reference, and the report."""
    found: defaultdict[tuple[Reference, ...], list[tuple[str, str]]] = defaultdict(list)
    for path in sorted(workspace.drafts.glob("*.record.json")):
        record = None if path.name.removesuffix(".record.json") in own else _record_at(path)
        if record is None or record.report in own:
            continue
        for span in record.spans:
            assert span.origin
            found[span.origin.references].append((record.report, span.text))
    return found


def _record_at(path: Path) -> DraftRecord | None:
    """Return the record in a file, if there is one; some programs put a mark before its text."""
    try:
        return DraftRecord.model_validate_json(read_whole(path, most=MOST_BYTES).removeprefix(BOM_UTF8))
    except (OSError, ValidationError):
        return None
