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
"""Seconds after which a process that holds a folder is taken to be hanging."""

PAUSE = 0.02


@contextmanager
def alone_in(folder: Path) -> Iterator[bool]:
    """Hold a folder while files in it are written; gives whether no other process can be writing there."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        yield False
        return
    try:
        yield _held(handle)
    finally:
        os.close(handle)


def _held(handle: int) -> bool:
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
    return False
