"""The Word file: what Word, a screen reader and an office that changes its letterhead need."""

import io
import re
from itertools import pairwise

import docx
import pytest
from docx.oxml.ns import qn

from letterkit.errors import LetterheadError
from letterkit.formats.word.controls import ALIAS_LIMIT, control_alias
from letterkit.formats.word.writing import open_letterhead
from letterkit.letter import Heading, List, ListItem, Role, SignatureBlock, Span
from letterkit.workspace.loaded import LoadedWorkspace
from tests.builders import LETTERHEAD, PNG, answer, document_xml, letter, paragraph, parts, span, table, word_file
from tests.test_word_round_trip import zipped

REPORTS = ["getting-a-grip-2023", "peel-legitimacy-2017", "race-and-policing-2023", "state-of-policing-2024"]


def opened(composed):
    return docx.Document(io.BytesIO(word_file(composed)))


@pytest.fixture(scope="module")
def shipped(request):
    from letterkit.workspace import Workspace  # noqa: PLC0415
    from tests.builders import ROOT  # noqa: PLC0415

    desk = LoadedWorkspace(Workspace(ROOT), REPORTS)
    return {report_id: opened(desk.letter(report_id)) for report_id in REPORTS}


@pytest.mark.parametrize("report_id", REPORTS)
def test_a_shipped_letter_is_accessible(shipped, report_id):
    document = shipped[report_id]
    assert document.core_properties.title.startswith("Response to ")
    assert document.core_properties.language == "en-GB"
    assert all("".join(line._p.itertext()).strip() for line in document.paragraphs)
    levels = [int(line.style.name[-1]) for line in document.paragraphs if line.style.name.startswith("Heading")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for grid in document.tables:
        assert grid.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


@pytest.mark.parametrize("report_id", REPORTS)
def test_a_shipped_letter_has_everything_a_letter_needs(shipped, report_id):
    styles = [line.style.name for line in shipped[report_id].paragraphs]
    order = [
        "Date",
        "Recipient",
        "Salutation",
        "Heading 1",
        "Body Text",
        "Closing",
        "Signature",
        "Signatory Post",
        "Copies",
    ]
    assert [style for style in dict.fromkeys(styles) if style in order] == order


def test_a_letter_has_a_first_page_and_continuation_pages():
    section = opened(letter(paragraph("Text."))).sections[0]
    assert section.different_first_page_header_footer
    assert "Leicestershire & Rutland" in "".join(line.text for line in section.first_page_header.paragraphs)
    footer = section.footer._element.xml
    assert "NUMPAGES" in footer
    assert "PAGE" in footer


def test_a_sourced_value_stands_in_a_hidden_control_that_can_be_deleted():
    xml = document_xml(word_file(letter(paragraph("In ", span("22%", "statistics.stops.percentage")))))
    assert '<w:tag w:val="lk.0"/>' in xml
    assert '<w:alias w:val="statistics.stops.percentage [lk.0]"/>' in xml
    assert '<w15:appearance w15:val="hidden"/>' in xml
    assert "<w:lock" not in xml
    assert "<w:dataBinding" not in xml


def test_the_title_of_a_control_keeps_its_tag_within_the_limit_of_word():
    alias = control_alias("programmes.diversity_and_inclusion_strategy.points.success_understanding, more", 1234)
    assert len(alias) <= ALIAS_LIMIT
    assert alias.endswith("… [lk.1234]")


def test_an_answer_stands_between_the_ends_of_a_hidden_bookmark():
    xml = document_xml(word_file(letter(paragraph("Before."), answer("R1"), paragraph("After."))))
    before, inside, after = re.split(
        r'<w:bookmarkStart w:id="0" w:name="_lk_answer_0"/>|<w:bookmarkEnd w:id="0"/>', xml
    )
    assert ("Before." in before, "We have done this." in inside, "After." in after) == (True, True, True)


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


def test_the_same_letter_always_gives_the_same_bytes():
    composed = letter(paragraph("In ", span("2023", "r")), answer("R1"), table(["A"], ["1"]))
    assert word_file(composed) == word_file(composed)


def test_no_user_is_named_in_the_properties():
    properties = opened(letter(paragraph("Text."))).core_properties
    assert properties.author == "Office of the Police and Crime Commissioner"
    assert properties.last_modified_by == ""


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


def test_headings_keep_their_levels():
    document = opened(
        letter(
            Heading(1, (Span("Subject"),)), Heading(2, (Span("Part"),)), Heading(1, (Span("Annex"),), begins_annex=True)
        )
    )
    assert [line.style.name for line in document.paragraphs] == ["Heading 1", "Heading 2", "Annex Heading"]
