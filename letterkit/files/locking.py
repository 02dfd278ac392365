"""A folder held by one process of letterkit at a time; the system lets go of it when that process ends.

Windows holds no folders, and some network disks do not either: there nobody waits.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LONGEST_WAIT = 10
"""Seconds that are enough for any other process to write its files."""

PAUSE = 0.02


class HeldByAnother(OSError):
    """Another process of letterkit is writing into the folder, and does not come to its end."""

    remedy = "See whether it hangs; end it, and try again."


@contextmanager
def alone_in(folder: Path) -> Iterator[bool]:
    """Hold a folder while files in it are written; gives whether no other process can be writing there.

    Raises HeldByAnother where one does so for longer than that takes.
    """
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        yield False
        return
    try:
        yield _held(handle, folder)
    finally:
        os.close(handle)


def _held(handle: int, folder: Path) -> bool:
    if sys.platform == "win32":
        return False
    import fcntl  # noqa: PLC0415 - not on Windows

    until = time.monotonic() + LONGEST_WAIT
    while time.monotonic() < until:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(PAUSE)
        except OSError:
            return False
        else:
            return True
    raise HeldByAnother(None, "another run of letterkit is writing there and does not end", str(folder))
