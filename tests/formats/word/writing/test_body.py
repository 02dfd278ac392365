"""The text of a letter in Word: lists, tables, lines that stay together."""

import io
import re

import docx
from docx.oxml.ns import qn

from letterkit.letter import Heading, List, ListItem, Role, Span
from tests.builders import (
    document_xml,
    letter,
    paragraph,
    parts,
    table,
    word_file,
)


def opened(composed):
    return docx.Document(io.BytesIO(word_file(composed)))


def test_each_numbered_list_begins_at_one():
    two = [List(ordered=True, items=(ListItem((Span("a"),)), ListItem((Span("b"),)))) for _ in range(2)]
    data = word_file(letter(two[0], paragraph("Between."), two[1]))
    numbers = set(re.findall(r'<w:numId w:val="(\d+)"/>', document_xml(data)))
    assert len(numbers) == 2
    numbering = parts(data)["word/numbering.xml"].decode()
    for number in numbers:
        assert re.search(rf'<w:num w:numId="{number}">.*?<w:startOverride w:val="1"/>', numbering, re.DOTALL)


def test_a_line_that_introduces_something_stays_with_it():
    document = opened(
        letter(paragraph("Action taken:"), List(ordered=False, items=(ListItem((Span("a"),)),)), paragraph("End."))
    )
    assert document.paragraphs[0].paragraph_format.keep_with_next
    assert not document.paragraphs[-1].paragraph_format.keep_with_next


def test_the_closing_never_stands_alone_on_a_page():
    document = opened(letter(paragraph("Last words."), paragraph("Yours sincerely,", role=Role.CLOSE)))
    assert document.paragraphs[0].paragraph_format.keep_with_next


def test_a_table_names_itself_and_gives_long_words_room():
    document = opened(letter(table(["Recommendation", "Due"], ["7.1", "2024"], caption="What is open")))
    properties = document.tables[0]._tbl.tblPr
    assert properties.find(qn("w:tblCaption")).get(qn("w:val")) == "What is open"
    first, second = (int(column.get(qn("w:w"))) for column in document.tables[0]._tbl.tblGrid)
    assert first > second
    assert first >= 2200


def test_headings_keep_their_levels():
    document = opened(
        letter(
            Heading(1, (Span("Subject"),)), Heading(2, (Span("Part"),)), Heading(1, (Span("Annex"),), begins_annex=True)
        )
    )
    assert [line.style.name for line in document.paragraphs] == ["Heading 1", "Heading 2", "Annex Heading"]
