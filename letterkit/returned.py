"""A file that came back: which report it answers, and the record of how it was made."""

from collections import defaultdict
from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from letterkit.drafts import Draft, read_draft
from letterkit.errors import UsageError
from letterkit.evidence import load_evidence
from letterkit.letter import Letter, Paragraph, Role
from letterkit.nearest import did_you_mean
from letterkit.opening import read_whole
from letterkit.plain_files import READERS, read_plain_file
from letterkit.record import BESIDE, IN_DRAFTS, IN_FILE, NOWHERE, DraftRecord
from letterkit.unpacking import MOST_BYTES
from letterkit.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Returned:
    """A draft with the report that it answers; `recorded` says where its record was found."""

    draft: Draft
    report_id: str
    recorded: str


def open_returned(workspace: Workspace, path: Path, *, report_id: str | None) -> Returned:
    """Read a Word, text or Markdown file that people edited; raises UnreadableDraft, UsageError, OSError.

    The report is the one given, else the one that the file's record names, else the one that its name begins
    with. A file that lost its record has the one beside it, or the one in `drafts/`.
    """
    data = read_whole(path, most=MOST_BYTES)
    draft = _read(path, data)
    report = report_id or (draft.record.report if draft.record else None) or _named_by(workspace, path)
    if report not in workspace.report_ids():
        remedy = did_you_mean(str(report), workspace.report_ids())
        raise UsageError(f"{path.name} does not say which report it answers. Name it with --report. {remedy}")
    made_for = draft.record.report if draft.record else report
    if made_for != report and made_for not in load_evidence(workspace.root, [report]).together_with(report):
        raise UsageError(f"{path.name} was generated as the letter on {made_for}, not on {report}. Leave --report out.")
    if draft.record and not _is_letter(draft.record.letter):
        raise UsageError(f"{path.name} is a checklist, which is made anew with its letter. Name the letter's file.")
    if draft.record:
        return Returned(draft, report, IN_FILE)
    in_drafts = workspace.drafts / f"{report}.record.json"
    for beside, where in ((path.with_suffix(".record.json"), BESIDE), (in_drafts, IN_DRAFTS)):
        try:
            record = DraftRecord.model_validate_json(read_whole(beside, most=MOST_BYTES))
        except (OSError, ValidationError):
            continue
        return Returned(_read(path, data, record), report, where)
    return Returned(draft, report, NOWHERE)


def values_elsewhere(workspace: Workspace, own: Container[str]) -> dict[tuple[str, ...], list[tuple[str, str]]]:
    """Return what the drafts on other reports were generated with: the printed values by reference, and the report."""
    found: defaultdict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
    for path in sorted(workspace.drafts.glob("*.record.json")):
        try:
            record = DraftRecord.model_validate_json(read_whole(path, most=MOST_BYTES))
        except (OSError, ValidationError):
            continue
        for span in record.spans if record.report not in own else ():
            assert span.origin
            found[span.origin.references].append((record.report, span.text))
    return found


def _read(path: Path, data: bytes, beside: DraftRecord | None = None) -> Draft:
    if path.suffix.lower() in READERS:
        return read_plain_file(data, shown_as=path.name, suffix=path.suffix.lower(), beside=beside)
    return read_draft(data, shown_as=path.name, beside=beside)


def _is_letter(composed: Letter) -> bool:
    return any(isinstance(block, Paragraph) and block.role is Role.SALUTATION for block in composed.plain_blocks())


def _named_by(workspace: Workspace, path: Path) -> str | None:
    matching = [report_id for report_id in workspace.report_ids() if path.stem.startswith(report_id)]
    return max(matching, key=len, default=None)
