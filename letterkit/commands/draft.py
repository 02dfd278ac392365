"""`letterkit draft`: evidence and template to a letter on the letterhead."""

from collections.abc import Callable, Sequence
from pathlib import Path

from letterkit.desk import Desk
from letterkit.drafts import read_draft
from letterkit.errors import OverwriteRefused, UnreadableDraft
from letterkit.findings import Finding
from letterkit.letter import Letter
from letterkit.saving import save
from letterkit.workspace import Workspace
from letterkit.writers import html, text, word

FORMATS = ("docx", "html", "txt")


def draft(
    workspace: Workspace,
    report_ids: Sequence[str],
    *,
    out: Path,
    form: str = "docx",
    force: bool = False,
    made: Callable[[Path], object] = str,
) -> list[Finding]:
    """Write the letters that answer the reports into the folder `out`; return what the checks found.

    `made` is told of each file. Every letter is composed before the first is written. Raises
    OverwriteRefused where people may have edited a draft, unless `force`; the edited draft is then
    kept beside the new one.
    """
    desk = Desk(workspace, report_ids)
    letters = {report_id: desk.letter(report_id) for report_id in report_ids}
    files = [_files(desk, report_id, letter, out, form) for report_id, letter in letters.items()]
    for parts in files:
        for path, data in parts.items():
            _refuse_or_keep(path, data, force=force)
    for parts in files:
        for path, data in parts.items():
            save(path, data)
            made(path)
    return [finding for report_id, letter in letters.items() for finding in desk.findings(report_id, letter)]


def _files(desk: Desk, report_id: str, letter: Letter, out: Path, form: str) -> dict[Path, bytes]:
    """Return the files of one letter; a Word letter comes with its record."""
    target = out / f"{report_id}.{form}"
    if form == "html":
        head = desk.pack.letterhead_on(desk.pack.responses[report_id].letter.date)
        page = html.write(letter, office=desk.pack.office.name, tagline=head.tagline if head else "")
        return {target: page.encode()}
    if form == "txt":
        return {target: text.write(letter).encode()}
    data, record = word.write(
        letter, desk.stationery(report_id), desk.record(report_id, letter), desk.imprint(report_id, letter)
    )
    return {target: data, out / f"{report_id}.record.json": record.model_dump_json(indent=1).encode() + b"\n"}


def _refuse_or_keep(path: Path, data: bytes, *, force: bool) -> None:
    """Stand in front of a draft that somebody may have worked on."""
    if path.suffix == ".json" or not path.exists() or _may_go(path, data):
        return
    if not force:
        raise OverwriteRefused(
            f"{path.name} may have been changed since letterkit wrote it, so it was left alone; nothing was written. "
            "Move it away to keep it, or add --force: the changed file is then kept under another name."
        )
    save(_free_name(path), path.read_bytes())


def _may_go(path: Path, data: bytes) -> bool:
    """Tell whether nothing is lost with a file: it is as letterkit wrote it, or would be written the same.

    A Word file knows by its record; other forms keep none.
    """
    present = path.read_bytes()
    if path.suffix != ".docx":
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
