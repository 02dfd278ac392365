"""`letterkit redline`: what differs between two Word files, or a draft and what was generated, as tracked changes."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from letterkit.errors import OverwriteRefused, Place, Problem, UnreadableDraft, UnsafeOutput, UsageError
from letterkit.files import MOST_BYTES, read_whole, save
from letterkit.formats.word.integrity import told_faults
from letterkit.formats.word.opc import NotAWordFile, Package, damage_told
from letterkit.formats.word.reading import read_draft
from letterkit.formats.word.redline import is_draft, make_redline, mended
from letterkit.formats.word.writing import write_letter
from letterkit.workspace.folder import Workspace
from letterkit.workspace.letterheads import Stationer
from letterkit.workspace.loaded import LoadedWorkspace
from letterkit.workspace.returned_drafts import open_returned


def redline_files(old: Path, new: Path, *, out: Path, dated: date, force: bool) -> None:
    """Write the redline of two Word files; raises UnreadableDraft, UsageError, OverwriteRefused, OSError."""
    _refuse_to_replace(out, old)
    data = read_whole(old, most=MOST_BYTES)
    read_draft(data, shown_as=old.name)  # refuses what is no Word file
    _write(data, new, out=out, dated=dated, force=force, compared={old.name: data})


def redline_draft(
    workspace: Workspace, path: Path, *, report_id: str | None, out: Path, dated: date, force: bool
) -> None:
    """Write the redline of a draft against what was generated, which its record remembers; raises LetterkitError."""
    workspace.refuse_among_sources(out)
    returned = open_returned(workspace, path, report_id=report_id)
    record = returned.draft.record
    if record is None:
        raise UsageError(f"{path.name} has lost its record and there is none beside it. Name the older file: OLD NEW.")
    desk = LoadedWorkspace(workspace, [returned.report_id])
    stationer = Stationer(desk)
    stationery, imprint = stationer.stationery(returned.report_id), stationer.imprint(returned.report_id, record.letter)
    old, _ = write_letter(record.letter, stationery, record, imprint)
    _write(old, path, out=out, dated=dated, force=force, compared={})


def _write(old: bytes, new: Path, *, out: Path, dated: date, force: bool, compared: Mapping[str, bytes]) -> None:
    """Write the redline; `compared` has the older file by its name, if somebody gave one."""
    data = read_whole(new, most=MOST_BYTES)
    read_draft(data, shown_as=new.name)
    _refuse_to_replace(out, new)
    if out.suffix.lower() != ".docx":
        raise UsageError(f"A redline is a Word file: give {out.name} a name that ends in .docx.")
    if around := Workspace.around(out):
        around.refuse_among_sources(out)
    if out.exists() and not force:
        raise OverwriteRefused(
            f"{out.name} is already there and was left alone. Name another with --out, or add --force."
        )
    if out.exists() and _holds_a_draft(out):
        raise OverwriteRefused(f"{out.name} is a draft, which a redline does not replace. Name another with --out.")
    with damage_told(new.name):
        try:
            both = make_redline(old, data, author="letterkit", dated=dated)
        except UnsafeOutput:
            _refuse_faulty({new.name: data, **compared})
            raise
    save(out, both)


def _refuse_to_replace(out: Path, compared: Path) -> None:
    if out.exists() and out.samefile(compared):
        raise UsageError(f"The redline would replace {compared.name}, which it is made from. Name another with --out.")


def _holds_a_draft(path: Path) -> bool:
    if path.with_suffix(".record.json").exists():
        return True
    try:
        return is_draft(read_whole(path, most=MOST_BYTES))
    except NotAWordFile:
        return False


def _refuse_faulty(files: Mapping[str, bytes]) -> None:
    """Say which of the files has what Word would repair; raises UnreadableDraft if one has."""
    for name, data in files.items():
        if found := told_faults(mended(Package.from_bytes(data))):
            what, remedy = f"Word would have to repair it ({found}).", "Open it in Word, save it, and try again."
            raise UnreadableDraft([Problem(Place(name), what, remedy)])
