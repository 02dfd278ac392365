"""A letterhead can be made for any office: letters can be written on it, and its design shows."""

import io
import re
from datetime import date

import docx
import pytest
from docx.shared import Pt, RGBColor

from letterkit.formats.word.integrity import told_faults
from letterkit.formats.word.letterhead_maker import Fonts, HeaderLine, Page, TableHead, make_letterhead
from letterkit.formats.word.opc import Package
from letterkit.formats.word.reading import read_draft
from letterkit.formats.word.styles import REQUIRED_STYLES
from letterkit.formats.word.writing import open_letterhead
from letterkit.letter import Heading, List, ListItem, Span
from tests.builders import answer, letter, paragraph, parts, span, table, word_file
from tests.formats.word.letterhead_maker.designs import OFFICE, design, rule

LETTER = letter(
    Heading(1, (Span("Police performance: Getting a grip"),)),
    paragraph("It fell by ", span("22%", "statistics.stops.percentage"), "."),
    answer("R1", blocks=[paragraph("We have done this."), List(ordered=True, items=(ListItem((Span("First"),)),))]),
    table(("Kind", "Cases"), ("Theft", "12"), caption="Cases by kind"),
)


def opened(data):
    return docx.Document(io.BytesIO(data))


def styles_of(data):
    return {style.name.lower(): style for style in opened(data).styles}


def test_a_letter_on_it_reads_back_as_the_same_letter():
    written = word_file(LETTER, letterhead=make_letterhead(design()))
    assert read_draft(written, shown_as="letter.docx").letter.blocks == LETTER.blocks


def test_it_has_every_style_that_letters_need_and_no_name_twice():
    names = re.findall(r'<w:name w:val="([^"]+)"', parts(make_letterhead(design()))["word/styles.xml"].decode())
    assert {name.lower() for name in names} >= REQUIRED_STYLES
    assert len(names) == len({name.lower() for name in names})


def test_it_can_be_opened_and_prints_wordmark_continuation_and_address():
    stationery = open_letterhead(make_letterhead(design()), shown_as="warwickshire.docx")
    assert stationery.margins[:3] == ("Police & Crime Commissioner", "for Warwickshire", OFFICE)
    assert "3 Northgate Street, Warwick CV34 4SP" in stationery.margins


def test_its_address_stands_on_the_first_page_only():
    section = opened(make_letterhead(design())).sections[0]
    first, others = (
        [line.text for line in footer.paragraphs] for footer in (section.first_page_footer, section.footer)
    )
    assert first == ["3 Northgate Street, Warwick CV34 4SP", "01926 000000", "Page 1 of 1"]
    assert others == ["Page 1 of 1"]


def test_its_colours_are_those_of_the_design():
    data = make_letterhead(design())
    assert styles_of(data)["wordmark area"].font.color.rgb == RGBColor.from_string("3F5B1B")
    assert b'<a:dk2><a:srgbClr val="4A1942"/></a:dk2>' in parts(data)["word/theme/theme1.xml"]


def test_its_fonts_are_those_of_the_design():
    data = make_letterhead(design(fonts=Fonts(text="Calibri", headings="Gill Sans MT")))
    assert styles_of(data)["heading 1"].font.name == "Gill Sans MT"
    assert b'<a:minorFont><a:latin typeface="Calibri"/>' in parts(data)["word/theme/theme1.xml"]
    assert re.findall(rb'<w:font w:name="([^"]+)"', parts(data)["word/fontTable.xml"]) == [
        b"Calibri", b"Gill Sans MT", b"Arial",
    ]  # fmt: skip


def test_a_line_of_the_wordmark_looks_as_designed():
    line = HeaderLine(
        "Crest", "For safety", after=12, size=10.5, small_capitals=True, letter_spacing=0.6, rule=rule(side="left")
    )
    style = styles_of(make_letterhead(design(wordmark=(line,))))["crest"]
    assert (style.font.size, style.font.small_caps, style.paragraph_format.space_after) == (Pt(10.5), True, Pt(12))
    assert '<w:left w:val="single" w:sz="12" w:space="6" w:color="8AA35B"' in style.element.xml


def test_the_width_of_text_is_that_of_its_page():
    page = Page(left=1134, right=1134)
    assert open_letterhead(make_letterhead(design(page=page)), shown_as="wide.docx").text_width == 11906 - 2268


@pytest.mark.parametrize("filled", [True, False])
def test_the_head_of_tables_is_filled_where_designed(filled):
    data = make_letterhead(design(table_head=TableHead(filled=filled)))
    assert (b'w:fill="F3ECF2"' in parts(data)["word/styles.xml"]) is filled


def test_it_says_whose_it_is_and_since_when():
    known = opened(make_letterhead(design())).core_properties
    assert (known.title, known.author, known.last_modified_by) == ("Letterhead of Warwickshire", OFFICE, OFFICE)
    assert known.created.date() == date(2025, 5, 1)


def test_names_and_signs_stand_as_they_are():
    names = {"office": 'Mayor\u2019s Office for <Policing> & "Crime"', "title": "Head & tail"}
    data = make_letterhead(design(**names))
    assert (opened(data).core_properties.author, opened(data).core_properties.title) == (*names.values(),)
    assert told_faults(Package.from_bytes(data)) == ""


def test_the_same_design_gives_the_same_bytes():
    assert make_letterhead(design()) == make_letterhead(design())
