"""A file is read whole, and nothing is that is none."""

import os
from pathlib import Path

import pytest

from letterkit.files import CannotOpen, read_whole


def test_only_a_file_of_some_size_is_opened(tmp_path):
    (tmp_path / "letter.txt").write_bytes(b"Dear")
    assert read_whole(tmp_path / "letter.txt", most=4) == b"Dear"
    with pytest.raises(CannotOpen, match="more than 3 bytes"):
        read_whole(tmp_path / "letter.txt", most=3)
    with pytest.raises(CannotOpen, match="it is a folder"):
        read_whole(tmp_path, most=9)
    with pytest.raises(FileNotFoundError):
        read_whole(tmp_path / "none.txt", most=9)


@pytest.mark.skipif(os.name == "nt", reason="has no such devices")
def test_a_device_is_not_read(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path in (Path("/dev/zero"), tmp_path / "pipe"):
        with pytest.raises(CannotOpen, match="a device or a pipe"):
            read_whole(path, most=9)


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="has no such file")
def test_a_file_that_fails_while_it_is_read_is_named():
    with pytest.raises(OSError) as failed:
        read_whole(Path("/proc/self/mem"), most=9)
    assert failed.value.filename == "/proc/self/mem"
