"""`letterkit redline`: what differs between two Word files, or a draft and what was generated, as tracked changes."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from letterkit.errors import OverwriteRefused, Place, Problem, UnreadableDraft, UnsafeOutput, UsageError
from letterkit.files import MOST_BYTES, read_whole, save
from letterkit.findings import Finding
from letterkit.formats.word.integrity import told_faults
from letterkit.formats.word.opc import NotAWordFile, Package, damage_told, open_package
from letterkit.formats.word.reading import read_package
from letterkit.formats.word.redline import is_draft, make_redline, mended
from letterkit.formats.word.writing import write_letter
from letterkit.workspace.folder import Workspace
from letterkit.workspace.letterheads import Letterheads
from letterkit.workspace.returned_drafts import open_returned


class WordFile(NamedTuple):
    """A Word file that somebody named, opened."""

    path: Path
    package: Package

    @classmethod
    def open(cls, path: Path) -> "WordFile":
        """Open a Word file and read it through, which refuses what is none; raises UnreadableDraft, OSError."""
        package = open_package(read_whole(path, most=MOST_BYTES), shown_as=path.name)
        read_package(package, None, shown_as=path.name)
        return cls(path, package)


def redline_files(old: Path, new: Path, *, out: Path, dated: date, force: bool) -> None:
    """Write the redline of two Word files; raises UnreadableDraft, UsageError, OverwriteRefused, OSError."""
    before, after = WordFile.open(old), WordFile.open(new)
    _refuse(out, before, after, force=force)
    save(out, _redline(before.package, after, before, dated=dated))


def redline_draft(
    workspace: Workspace, path: Path, *, report_id: str | None, out: Path, dated: date, force: bool
) -> tuple[Finding, ...]:
    """Write the redline of a draft against what was generated, which its record remembers; raises LetterkitError.

    Returned is what there is to say of how the report was found.
    """
    workspace.refuse_among_sources(out)
    returned = open_returned(workspace, path, report_id=report_id)
    if returned.package is None:
        raise UsageError(f"{path.name} is not a Word file (.docx). Only a Word file can be redlined.")
    record = returned.draft.record
    if record is None:
        raise UsageError(f"{path.name} has lost its record and there is none beside it. Name the older file: OLD NEW.")
    draft = WordFile(path, returned.package)
    _refuse(out, draft, force=force)
    letterheads = Letterheads(returned.loaded)
    stationery, imprint = (
        letterheads.stationery(returned.report_id),
        letterheads.imprint(returned.report_id, record.letter),
    )
    generated, _ = write_letter(record.letter, stationery, record, imprint)
    save(out, _redline(Package.from_bytes(generated), draft, dated=dated))
    return returned.findings


def _redline(old: Package, new: WordFile, *given: WordFile, dated: date) -> bytes:
    """Make the redline; where that fails, say which of the files that were given has what Word would repair."""
    with damage_told(new.path.name):
        try:
            return make_redline(old, new.package, author="letterkit", dated=dated)
        except UnsafeOutput:
            for path, package in (new, *given):
                if found := told_faults(mended(package)):
                    what, remedy = (
                        f"Word would have to repair it ({found}).",
                        "Open it in Word, save it, and try again.",
                    )
                    raise UnreadableDraft([Problem(Place(path.name), what, remedy)]) from None
            raise


def _refuse(out: Path, *compared: WordFile, force: bool) -> None:
    """Stand in front of what a redline may not replace; raises UsageError, OverwriteRefused."""
    for path, _ in compared:
        if out.exists() and out.samefile(path):
            raise UsageError(f"The redline would replace {path.name}, which it is made from. Name another with --out.")
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


def _holds_a_draft(path: Path) -> bool:
    if path.with_suffix(".record.json").exists():
        return True
    try:
        return is_draft(Package.from_bytes(read_whole(path, most=MOST_BYTES)))
    except NotAWordFile:
        return False
