"""A draft knows how it was made, and whether somebody changed it."""

import json

import pytest

from letterkit.formats.word.opc import RECORD_PART
from letterkit.formats.word.reading import read_draft
from tests.broken_files import with_part
from tests.builders import answer, items, letter, paragraph, parts, references, span, word_file, written, zipped


def test_the_record_comes_back_with_the_letter():
    composed = letter(
        paragraph("In ", span("2023", "report.published", kind="date", value="2023-07-11"), "."), answer("R1")
    )
    data, record = written(composed)
    draft = read_draft(data, shown_as="draft.docx")
    assert draft.record == record
    assert draft.untouched
    (known,) = record.spans
    assert (known.origin.references, known.origin.value, known.text) == (
        references("report.published"),
        "2023-07-11",
        "2023",
    )
    assert record.letter == composed
    assert "POLICE & CRIME COMMISSIONER" in record.margins
    assert record.answers == (items("R1"),)


def test_a_file_whose_words_were_changed_is_not_untouched():
    composed = letter(paragraph("The panel met twice."))
    changed = rewritten(word_file(composed), b"twice", b"thrice")
    assert not read_draft(changed, shown_as="draft.docx").untouched


def rewritten(data: bytes, old: bytes, new: bytes) -> bytes:
    package = parts(data)
    assert old in package["word/document.xml"]
    return zipped({**package, "word/document.xml": package["word/document.xml"].replace(old, new)})


def of_right_types(change):
    """Return the record of the letter with a block that has the right types, and is no letter's."""

    def changed(data):
        end = data.rindex(b"]}}")
        return data[:end] + b"," + json.dumps(change).encode() + data[end:]

    return with_part(RECORD_PART, changed)


def nested_list(levels):
    item = {"spans": [{"text": "x"}]}
    return {"ordered": True, "items": [{**item, "sublist": nested_list(levels - 1)} if levels > 1 else item]}


CELL = [{"text": "x"}]
NO_LETTERS = {
    "a table without cells": {"caption": [], "header": [], "rows": []},
    "a ragged table": {"caption": [], "header": [CELL], "rows": [[CELL, CELL]]},
    "a heading of level 99": {"level": 99, "spans": CELL},
    "lists in each other": nested_list(9),
    "a list without items": {"ordered": True, "items": []},
    "a picture whose name ends in the middle": {"name": CELL, "post": CELL, "picture": "a\0b"},
    "text that XML cannot carry": {"spans": [{"text": "a\0b"}]},
}


@pytest.mark.parametrize("fault", NO_LETTERS)
def test_the_record_of_what_no_letter_is_is_no_record(fault):
    assert read_draft(of_right_types({"spans": CELL}), shown_as="x").record
    assert read_draft(of_right_types(NO_LETTERS[fault]), shown_as="x").record is None


@pytest.mark.parametrize(("old", "new"), [(b'"format":2', b'"format":3'), (b'"report":"', rb'"report":"a\nb')])
def test_a_record_of_another_format_is_no_record(old, new):
    data = with_part(RECORD_PART, lambda record: record.replace(old, new))
    assert read_draft(data, shown_as="x").record is None
