"""A Strict file (ISO/IEC 29500 part 1), which Word opens, is read as any other (B)."""

import pytest

from letterkit.formats.word.opc.strict import IN_TRANSITIONAL, STRICT, TRANSITIONAL, in_transitional
from letterkit.formats.word.reading import read_draft
from tests.builders import letter, paragraph, parts, table, word_file, zipped

LETTER = letter(paragraph("We made 412 searches."), table(("Question", "Grade"), ("Fair?", "Good")))


def in_strict(package):
    """Name what differs as Strict has it: the inverse of how it is read."""
    names = [(TRANSITIONAL + new, STRICT + old) for old, new in IN_TRANSITIONAL.items()]
    names.append((TRANSITIONAL + b"officeDocument/2006/relationships", STRICT + b"officeDocument/relationships"))
    named = {}
    for name, data in package.items():
        named[name] = data
        for transitional, strict in sorted(names, key=lambda pair: -len(pair[0])):
            for end in (b'"', b"/"):
                named[name] = named[name].replace(transitional + end, strict + end)
    return named


@pytest.fixture
def package():
    return parts(word_file(LETTER))


def test_a_strict_file_is_read_as_any_other(package):
    strict = in_strict(package)
    assert STRICT in strict["word/document.xml"]
    read = read_draft(zipped(strict), shown_as="draft.docx")
    assert read.letter == read_draft(zipped(package), shown_as="draft.docx").letter
    assert read.manuscript.not_read == ()


def test_naming_a_strict_file_in_transitional_gives_back_what_it_was(package):
    assert in_transitional(in_strict(package)) == package


def test_a_package_that_is_not_strict_stays_as_it_is(package):
    assert in_transitional(package) == package


def test_the_mark_of_conformance_goes_and_unknown_names_stay():
    data = b'<w:document xmlns:w="%swordprocessingml/main" w:conformance="strict"/>' % STRICT
    assert (
        in_transitional({"a.xml": data})["a.xml"]
        == b'<w:document xmlns:w="%swordprocessingml/2006/main"/>' % TRANSITIONAL
    )
    odd = b'<x xmlns="%snothing/known"/>' % STRICT
    assert in_transitional({"a.xml": odd, "b.bin": data}) == {"a.xml": odd, "b.bin": data}
