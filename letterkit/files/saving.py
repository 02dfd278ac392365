"""Files written whole or not at all, several of them together."""

import glob
import os
import tempfile
import time
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from pathlib import Path

from letterkit.files.locking import HeldByAnother, alone_in

SUFFIX = ".tmp"
LONGEST_NAME = 100
LEFT_FOR_DEAD = 3600
"""Seconds after which a half-written file is nobody's."""


class NotWrittenAsMeant(OSError):
    """What stands on the disk is not what was to be written."""


class InTheWay(OSError):
    """What has the file's name is no file."""

    remedy = "Move it away, or write somewhere else."


class OpenElsewhere(OSError):
    """Somebody has the file open in Word or LibreOffice, and would save over what is written now."""

    remedy = "Close it there, or take that mark away if nobody has."


def save(path: Path, data: bytes) -> None:
    """Write a file so that, whatever happens, either the old or the new one is there whole.

    Raises OSError; nothing is left behind then.
    """
    save_together({path: data})


def save_together(files: Mapping[Path, bytes]) -> None:
    """Write several files: all are on the disk and read back before the first takes its place.

    Another run that writes into the same folders waits, so that the files of one run stay together. Raises OSError,
    OpenElsewhere, InTheWay; what has not taken its place is not left behind then.
    """
    targets = {path: Path(os.path.realpath(path)) for path in files}  # resolve() raises for a link to itself
    for path, target in targets.items():
        _refuse_open(path, target)
        _refuse_what_is_no_file(path)
    folders = sorted({target.parent for target in targets.values()})
    staged: list[tuple[Path, Path, Path]] = []
    try:
        with ExitStack() as held:
            for path in files:
                targets[path].parent.mkdir(parents=True, exist_ok=True)
            nobody_else = [held.enter_context(alone_in(folder)) for folder in folders]
            for path, data in files.items():
                target = targets[path]
                _sweep(target, alone=all(nobody_else))
                handle, name = tempfile.mkstemp(dir=target.parent, prefix=_prefix(target), suffix=SUFFIX)
                staged.append((Path(name), target, path))
                _write(handle, Path(name), data)
                Path(name).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
            while staged:
                temporary, target, path = staged[0]
                temporary.replace(target)
                del staged[0]
    except OSError as error:
        raise _told_of(path, error) from error
    finally:
        for temporary, *_ in staged:
            temporary.unlink(missing_ok=True)
        for folder in folders:
            _settle(folder)


def _told_of(path: Path, error: OSError) -> OSError:
    """Return an error as one of the file that was meant, not of its temporary name."""
    if isinstance(error, NotWrittenAsMeant | OpenElsewhere | InTheWay | HeldByAnother):
        return error
    return OSError(error.errno, error.strerror or str(error), str(path))


def _write(handle: int, temporary: Path, data: bytes) -> None:
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if temporary.read_bytes() != data:
        raise NotWrittenAsMeant(None, "the disk did not keep what was written", "")


def _refuse_open(path: Path, target: Path) -> None:
    """Look for the files by which Word and LibreOffice mark a document as open, beside a link and what it leads to."""
    for file in (path, target):
        for mark in (f"~${file.name[2:]}", f"~${file.name}", f".~lock.{file.name}#"):
            if file.with_name(mark).exists():
                raise OpenElsewhere(None, f"somebody has it open, as {mark} beside it says", str(path))


def _refuse_what_is_no_file(path: Path) -> None:
    """Look for folders, devices and links to nowhere where a file, or its folder, is to be."""
    if os.path.lexists(path) and not path.is_file():
        raise InTheWay(None, "it is there already, and is no file", str(path))
    for folder in path.parents:
        if os.path.lexists(folder):
            if not folder.is_dir():
                raise InTheWay(None, "it is no folder, so nothing can be written in it", str(folder))
            return


def _prefix(target: Path) -> str:
    return f".{target.name[:LONGEST_NAME]}."


def _sweep(target: Path, *, alone: bool) -> None:
    """Take away what a run that was killed left half written: at once if nobody else can be at it, else when old."""
    for path in target.parent.glob(f"{glob.escape(_prefix(target))}*{SUFFIX}"):
        with suppress(OSError):
            if alone or time.time() - path.stat().st_mtime > LEFT_FOR_DEAD:
                path.unlink()


def _settle(folder: Path) -> None:
    """Have the folder itself written to the disk, where the system can do that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
