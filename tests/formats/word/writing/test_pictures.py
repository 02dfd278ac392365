"""A picture of a signature."""

import io
import re

import docx

from letterkit.letter import SignatureBlock, Span
from tests.builders import (
    PNG,
    document_xml,
    letter,
    parts,
    word_file,
)


def test_a_signature_picture_has_its_description_and_size():
    data = word_file(
        letter(SignatureBlock((Span("Name"),), (Span("Post"),), "s.png", "Signature of Name")), pictures={"s.png": PNG}
    )
    document = docx.Document(io.BytesIO(data))
    (shape,) = document.inline_shapes
    assert shape._inline.docPr.get("descr") == "Signature of Name"
    assert shape.height.cm <= 2
    assert [part for name, part in parts(data).items() if name.startswith("word/media/")] == [PNG]


def test_two_signatures_keep_their_own_pictures():
    other = PNG + b"more"
    blocks = [SignatureBlock((Span(name),), (Span("Post"),), f"{name}.png", f"Signature of {name}") for name in "ab"]
    data = word_file(letter(*blocks), pictures={"a.png": PNG, "b.png": other})
    media = {name: part for name, part in parts(data).items() if name.startswith("word/media/")}
    assert sorted(media.values()) == sorted([PNG, other])
    identities = re.findall(r'<wp:docPr id="(\d+)"', document_xml(data))
    assert len(set(identities)) == 2
