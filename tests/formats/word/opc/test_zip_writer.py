"""Files put into a zip: any zip program reads them back."""

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from letterkit.formats.word.opc.zip_reader import unpack
from letterkit.formats.word.opc.zip_writer import pack

NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0/\\:"), min_size=1, max_size=30)


@given(st.dictionaries(NAMES, st.binary(max_size=2000), min_size=1, max_size=6))
def test_what_is_packed_is_unpacked_the_same(files):
    data = pack(files)
    assert unpack(data) == files
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == list(files)


def test_the_same_files_always_give_the_same_bytes_and_tell_no_time():
    files = {"word/document.xml": b"<w:p/>" * 100, "word/media/image1.png": bytes(range(256))}
    assert pack(files) == pack(dict(files))
    with zipfile.ZipFile(io.BytesIO(pack(files))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
