"""A letter follows the letterhead of its office."""

import io

import docx
import pytest

from letterkit.errors import LetterheadError
from letterkit.formats.word.writing import open_letterhead
from tests.builders import (
    LETTERHEAD,
    document_xml,
    letter,
    paragraph,
    parts,
    word_file,
    zipped,
)


def opened(composed):
    return docx.Document(io.BytesIO(word_file(composed)))


def test_a_letter_has_a_first_page_and_continuation_pages():
    section = opened(letter(paragraph("Text."))).sections[0]
    assert section.different_first_page_header_footer
    assert "Leicestershire & Rutland" in "".join(line.text for line in section.first_page_header.paragraphs)
    footer = section.footer._element.xml
    assert "NUMPAGES" in footer
    assert "PAGE" in footer


def test_a_draft_may_serve_as_letterhead():
    draft = word_file(letter(paragraph("Old text.")))
    again = word_file(letter(paragraph("New text.")), letterhead=draft)
    types = parts(again)["[Content_Types].xml"].decode()
    assert types.count("/customXml/item1970.xml") == 1
    assert "Old text." not in document_xml(again)


def test_a_template_or_macro_file_is_no_letterhead():
    package = parts(LETTERHEAD.read_bytes())
    package["[Content_Types].xml"] = package["[Content_Types].xml"].replace(b"document.main+xml", b"template.main+xml")
    with pytest.raises(LetterheadError, match=r"a Word template, or has macros"):
        open_letterhead(zipped(package), shown_as="l.docx")


def test_a_letter_follows_a_letterhead_that_was_changed_in_word():
    letterhead = docx.Document(LETTERHEAD)
    letterhead.styles["Body Text"].font.name = "Verdana"
    letterhead.sections[0].first_page_header.paragraphs[0].text = "Another office"
    letterhead.add_paragraph("A specimen line that goes with the specimen.")
    changed = io.BytesIO()
    letterhead.save(changed)
    document = docx.Document(io.BytesIO(word_file(letter(paragraph("Text.")), letterhead=changed.getvalue())))
    assert document.paragraphs[0].style.font.name == "Verdana"
    assert document.sections[0].first_page_header.paragraphs[0].text == "Another office"
    assert [line.text for line in document.paragraphs] == ["Text."]


def test_a_letterhead_that_lacks_styles_says_which():
    package = parts(LETTERHEAD.read_bytes())
    package["word/styles.xml"] = (
        package["word/styles.xml"].replace(b'"Recipient"', b'"Receiver"').replace(b'"Copies"', b'"CC"')
    )
    with pytest.raises(LetterheadError) as refused:
        open_letterhead(zipped(package), shown_as="templates/letterheads/opcc-2023.docx")
    assert [problem.what for problem in refused.value.problems] == [
        "The letterhead has no style 'copies'.",
        "The letterhead has no style 'recipient'.",
    ]


@pytest.mark.parametrize("part", ["word/numbering.xml", "word/styles.xml"])
def test_a_letterhead_that_lacks_a_part_is_refused(part):
    package = parts(LETTERHEAD.read_bytes())
    del package[part]
    with pytest.raises(LetterheadError, match=r"no styles, no lists or no page set-up|is missing"):
        open_letterhead(zipped(package), shown_as="l.docx")


def test_a_letterhead_that_is_no_word_file_is_refused():
    with pytest.raises(LetterheadError, match=r"l.docx: It is not a Word file .*Save the letterhead again"):
        open_letterhead(b"not a zip", shown_as="l.docx")
