"""Files read whole: ordinary ones only, and none without limit."""

import stat
from pathlib import Path
from unicodedata import normalize

MOST_BYTES = 100_000_000


class CannotOpen(OSError):
    """What has this name is no file that can be read; `strerror` says what it is."""

    remedy = "Move it away, or name another file."


def as_on_disk(path: Path) -> Path:
    """Return a path with its name as the disk has it: a Mac may take letters and their accents apart."""
    if path.name.isascii() or path.exists() or path.is_symlink() or not path.parent.is_dir():
        return path
    name = normalize("NFC", path.name)
    return next((found for found in path.parent.iterdir() if normalize("NFC", found.name) == name), path)


def read_whole(path: Path, *, most: int) -> bytes:
    """Return the bytes of a file; raises OSError, CannotOpen if it is no ordinary file or has more bytes than `most`.

    A device or a pipe would never end, or wait for ever.
    """
    path = as_on_disk(path)
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise CannotOpen(None, "it is a folder", str(path))
    if not stat.S_ISREG(mode):
        raise CannotOpen(None, "it is a device or a pipe, not a file that somebody saved", str(path))
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        error.filename = error.filename or str(path)  # a fault in the middle of reading has no name
        raise
    if len(data) > most:
        raise CannotOpen(None, f"it has more than {most:,} bytes, far more than letterkit ever needs", str(path))
    return data
