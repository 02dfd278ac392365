"""A file that came back: which report it answers, and the record of how it was made."""

from codecs import BOM_UTF8
from collections import defaultdict
from collections.abc import Container
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import ValidationError

from letterkit.coverage import is_checklist
from letterkit.errors import UsageError
from letterkit.evidence import load_evidence
from letterkit.files import MOST_BYTES, read_whole
from letterkit.formats.returned_text import READERS, read_plain_file
from letterkit.formats.word.reading import read_draft
from letterkit.language import did_you_mean
from letterkit.letter import BESIDE, IN_DRAFTS, IN_FILE, INSTEAD, NOWHERE, DraftLetter, DraftRecord, Reference
from letterkit.workspace.folder import Workspace


@dataclass(frozen=True, slots=True)
class Returned:
    """A draft with the report that it answers; `recorded` says where its record was found."""

    draft: DraftLetter
    report_id: str
    recorded: str


def open_returned(workspace: Workspace, path: Path, *, report_id: str | None) -> Returned:
    """Read a Word, text or Markdown file that people edited; raises UnreadableDraft, UsageError, OSError.

    The report is the one given, else the one that the file's record names, else the one that its name begins
    with. A file that lost its record has the one beside it, or the one in `drafts/`. These also go before a record in
    the file that says something else of the same making.
    """
    data = read_whole(path, most=MOST_BYTES)
    draft = _read(path, data)
    if draft.record and not any(draft.record.letter.plain_blocks()):
        draft = replace(draft, record=None)  # it remembers nothing
    inside = draft.record
    report = report_id or (inside.report if inside else None) or _named_by(workspace, path)
    if report not in workspace.report_ids():
        remedy = did_you_mean(str(report), workspace.report_ids())
        raise UsageError(f"{path.name} does not say which report it answers. Name it with --report. {remedy}")
    if inside and not _answers(workspace, inside, report):
        told = f"{path.name} was generated as the letter on {inside.report}, not on {report}."
        raise UsageError(f"{told} Leave --report out.")
    if inside and is_checklist(inside.letter):
        raise UsageError(f"{path.name} is a checklist, which is made anew with its letter. Name the letter's file.")
    beside, in_drafts = path.with_suffix(".record.json"), workspace.drafts / f"{report}.record.json"
    if inside is None:
        for place, where in ((beside, BESIDE), (in_drafts, IN_DRAFTS)):
            kept = _record_at(place)
            if kept and _answers(workspace, kept, report):
                return Returned(_read(path, data, kept), report, where)
        return Returned(draft, report, NOWHERE)
    for place in (workspace.drafts / f"{inside.report}.record.json", beside):
        own = _record_at(place)
        if own and own.is_of_the_same_making(inside):
            altered = not own.says_the_same(inside)
            return Returned(_read(path, data, own) if altered else draft, report, INSTEAD if altered else IN_FILE)
    return Returned(draft, report, IN_FILE)


def values_elsewhere(workspace: Workspace, own: Container[str]) -> dict[tuple[Reference, ...], list[tuple[str, str]]]:
    """Return what the drafts on other reports were generated with: the printed values by reference, and the report."""
    found: defaultdict[tuple[Reference, ...], list[tuple[str, str]]] = defaultdict(list)
    for path in sorted(workspace.drafts.glob("*.record.json")):
        record = _record_at(path)
        if record is None or record.report in own:
            continue
        for span in record.spans:
            assert span.origin
            found[span.origin.references].append((record.report, span.text))
    return found


def _read(path: Path, data: bytes, beside: DraftRecord | None = None) -> DraftLetter:
    if path.suffix.lower() in READERS:
        return read_plain_file(data, shown_as=path.name, suffix=path.suffix.lower(), beside=beside)
    return read_draft(data, shown_as=path.name, beside=beside)


def _record_at(path: Path) -> DraftRecord | None:
    """Return the record in a file, if there is one; some programs put a mark before its text."""
    try:
        return DraftRecord.model_validate_json(read_whole(path, most=MOST_BYTES).removeprefix(BOM_UTF8))
    except (OSError, ValidationError):
        return None


def _answers(workspace: Workspace, record: DraftRecord, report: str) -> bool:
    """Tell whether a record is that of the letter that answers a report, perhaps with others."""
    return record.report == report or record.report in load_evidence(workspace.root, [report]).together_with(report)


def _named_by(workspace: Workspace, path: Path) -> str | None:
    matching = [report_id for report_id in workspace.report_ids() if path.stem.startswith(report_id)]
    return max(matching, key=len, default=None)
