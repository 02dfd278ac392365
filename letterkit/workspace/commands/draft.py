"""`letterkit draft`: evidence and template to a letter on the letterhead."""

from collections.abc import Callable, Sequence
from pathlib import Path

from letterkit.errors import OverwriteRefused, UnreadableDraft, UnsafeOutput, UsageError
from letterkit.files import MOST_BYTES, read_whole, save_together
from letterkit.findings import Finding
from letterkit.formats import html, text
from letterkit.formats.word.reading import read_draft
from letterkit.formats.word.writing import write_letter
from letterkit.letter import Letter
from letterkit.workspace.folder import Workspace
from letterkit.workspace.letterheads import Letterheads
from letterkit.workspace.loaded import LoadedWorkspace

Form = Callable[[Letterheads, LoadedWorkspace, str, Letter], dict[str, bytes]]
"""A form a letter can be written in: its files by name."""


def as_word(letterheads: Letterheads, loaded: LoadedWorkspace, report_id: str, letter: Letter) -> dict[str, bytes]:
    """Return the letter, its record and checklists as Word files, by name; raises InputError, UnsafeOutput."""
    stationery, imprint = letterheads.stationery(report_id), letterheads.imprint(report_id, letter)
    data, finished = write_letter(letter, stationery, loaded.record(report_id, letter), imprint)
    _refuse_unlike(letter, data, f"{report_id}.docx")
    files = {f"{report_id}.docx": data, f"{report_id}.record.json": finished.to_json(indent=1).encode() + b"\n"}
    for each in loaded.pack.together_with(report_id):
        listed = loaded.checklist(each, letter)
        data, _ = write_letter(listed, stationery.as_wide(), loaded.record(report_id, listed), imprint)
        _refuse_unlike(listed, data, f"{each}-checklist.docx")
        files[f"{each}-checklist.docx"] = data
    return files


def _refuse_unlike(letter: Letter, data: bytes, name: str) -> None:
    """Refuse to save a file that does not read back as the letter meant, value for value."""
    read = read_draft(data, shown_as=name)
    if read.letter != letter or not read.untouched:
        raise UnsafeOutput(
            f"{name} was not written: the Word file does not say what the letter says. Please report it."
        )


def as_page(letterheads: Letterheads, loaded: LoadedWorkspace, report_id: str, letter: Letter) -> dict[str, bytes]:
    """Return the letter and its checklists as pages, by name."""
    office, tagline = loaded.pack.office.name, letterheads.letterhead(report_id).tagline
    files = {f"{report_id}.html": html.write(letter, office=office, tagline=tagline).encode()}
    for each in loaded.pack.together_with(report_id):
        page = html.write(loaded.checklist(each, letter), office=office, tagline=tagline, wide=True)
        files[f"{each}-checklist.html"] = page.encode()
    return files


def as_text(_letterheads: Letterheads, _loaded: LoadedWorkspace, report_id: str, letter: Letter) -> dict[str, bytes]:
    """Return the letter as plain text, by name."""
    return {f"{report_id}.txt": text.write(letter).encode()}


def draft(
    workspace: Workspace,
    report_ids: Sequence[str],
    *,
    out: Path,
    write: Form = as_word,
    force: bool = False,
    made: Callable[[Path], object] = str,
) -> list[Finding]:
    """Write the letters that answer the reports into the folder `out`; return what the checks found.

    `write` gives the form, `made` is told of each file once all are in place. Every letter is composed before the
    first is written. Raises OverwriteRefused where people may have edited a draft, unless `force`; the edited draft
    is then kept beside the new one.
    """
    workspace.refuse_among_sources(out)
    loaded = LoadedWorkspace(workspace, report_ids)
    mains = dict.fromkeys(loaded.pack.main_of(report_id) for report_id in report_ids)
    letterheads = Letterheads(loaded)
    letters = {report_id: loaded.letter(report_id) for report_id in mains}
    files: dict[Path, bytes] = {}
    for report_id, letter in letters.items():
        for name, data in write(letterheads, loaded, report_id, letter).items():
            if out / name in files:
                raise UsageError(f"Two letters would be written as {name}. Rename one of the reports.")
            files[out / name] = data
    edited = [
        path for path, data in files.items() if path.suffix != ".json" and path.exists() and not _may_go(path, data)
    ]
    save_together(_kept(edited, force=force) | files)
    for path in files:
        made(path)
    return [finding for report_id, letter in letters.items() for finding in loaded.check(report_id, letter)]


def _kept(edited: Sequence[Path], *, force: bool) -> dict[Path, bytes]:
    """Stand in front of drafts that somebody may have worked on; return what to keep of them under other names."""
    if edited and not force:
        names = ", ".join(path.name for path in edited)
        raise OverwriteRefused(
            f"{names} may have been changed since letterkit wrote it, so it was left alone; nothing was written. "
            "Move it away to keep it, or add --force: the changed file is then kept under another name."
        )
    return {_free_name(path): read_whole(path, most=MOST_BYTES) for path in edited}


def _may_go(path: Path, data: bytes) -> bool:
    """Tell whether nothing is lost with a file: it is as letterkit wrote it, or would be written the same.

    A Word file knows by its record; other forms keep none.
    """
    present = read_whole(path, most=MOST_BYTES)
    if path.suffix != ".docx" or present == data:
        return present == data
    try:
        return read_draft(present, shown_as=path.name).untouched
    except UnreadableDraft:
        return False


def _free_name(path: Path) -> Path:
    number = 1
    while (candidate := path.with_name(f"{path.stem}.edited-{number}{path.suffix}")).exists():
        number += 1
    return candidate
