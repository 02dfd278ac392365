"""Files written whole or not at all, several of them together."""

import glob
import os
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

SUFFIX = ".tmp"
LONGEST_NAME = 100
LEFT_FOR_DEAD = 3600
"""Seconds after which a half-written file is nobody's."""


class NotWrittenAsMeant(OSError):
    """What stands on the disk is not what was to be written."""


class OpenElsewhere(OSError):
    """Somebody has the file open in Word or LibreOffice, and would save over what is written now."""

    remedy = "Close it there, or take that mark away if nobody has."


def save(path: Path, data: bytes) -> None:
    """Write a file so that, whatever happens, either the old or the new one is there whole.

    Raises OSError; nothing is left behind then.
    """
    save_together({path: data})


def save_together(files: Mapping[Path, bytes], made: Callable[[Path], object] = str) -> None:
    """Write several files: all are on the disk and read back before the first takes its place.

    `made` is told of each file in its place. Raises OSError, OpenElsewhere; what has not taken its place is not
    left behind then.
    """
    for path in files:
        _refuse_open(path)
    staged: list[tuple[Path, Path, Path]] = []
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            target = Path(os.path.realpath(path))  # resolve() raises for a link to itself
            _sweep(target)
            handle, name = tempfile.mkstemp(dir=target.parent, prefix=_prefix(target), suffix=SUFFIX)
            staged.append((Path(name), target, path))
            _write(handle, Path(name), data)
            Path(name).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        while staged:
            temporary, target, path = staged[0]
            temporary.replace(target)
            del staged[0]
            made(path)
    finally:
        for temporary, *_ in staged:
            temporary.unlink(missing_ok=True)
        for folder in {Path(os.path.realpath(path)).parent for path in files}:
            _settle(folder)


def _write(handle: int, temporary: Path, data: bytes) -> None:
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if temporary.read_bytes() != data:
        raise NotWrittenAsMeant(None, "the disk did not keep what was written", str(temporary))


def _refuse_open(path: Path) -> None:
    """Look for the files by which Word and LibreOffice mark a document as open, wherever it lies."""
    for mark in (f"~${path.name[2:]}", f"~${path.name}", f".~lock.{path.name}#"):
        if path.with_name(mark).exists():
            raise OpenElsewhere(None, f"somebody has it open, as {mark} beside it says", str(path))


def _prefix(target: Path) -> str:
    return f".{target.name[:LONGEST_NAME]}."


def _sweep(target: Path) -> None:
    """Take away what a run that was killed long ago left half written."""
    for path in target.parent.glob(f"{glob.escape(_prefix(target))}*{SUFFIX}"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > LEFT_FOR_DEAD:
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
