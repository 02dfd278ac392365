"""A Word file read back as a letter and as tracked text."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letterkit.errors import UnreadableDraft
from letterkit.formats.word.opc import CONTENT_TYPES, Package
from letterkit.formats.word.reading import read_draft
from letterkit.letter import (
    Story,
    text_of,
)
from tests.broken_files import DOCUMENT, DRAFT, RELATIONSHIPS, nested, with_body, with_part, without
from tests.builders import answer, letter, paragraph, parts, span, table, word_file, zipped
from tests.edits import EditedDraft
from tests.formats.word.reading.manuscripts import OFFICER, manuscript, run


def test_a_file_without_its_record_still_reads_as_a_letter():
    composed = letter(paragraph("In ", span("2023", "r"), "."), table(["A", "B"], ["1", "2"], caption="Grades"))
    package = parts(word_file(composed))
    draft = read_draft(zipped({name: data for name, data in package.items() if "item1970" not in name}), shown_as="d")
    assert draft.record is None
    assert draft.letter.blocks[0] == paragraph("In 2023.")
    assert draft.letter.blocks[1] == composed.blocks[1]


def test_answers_that_lost_their_record_stay_in_the_letter():
    package = parts(word_file(letter(paragraph("Before."), answer("R1"), paragraph("After."))))
    draft = read_draft(zipped({name: data for name, data in package.items() if "item1970" not in name}), shown_as="d")
    assert draft.letter.blocks == (paragraph("Before."), paragraph("We have done this."), paragraph("After."))


def test_a_flipped_byte_never_ends_in_anything_but_a_sentence():
    data = word_file(letter(paragraph("Text."), answer("R1")))
    for place in range(0, len(data), max(1, len(data) // 400)):
        damaged = data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]
        try:
            read_draft(damaged, shown_as="draft.docx")
        except UnreadableDraft as refused:
            assert re.search("Ask whoever sent it|Do not open it|Ask for the Word|Open it in Word", str(refused))  # noqa: PT017


ODDITIES = {
    "a table without rows": (b"<w:sectPr", b"<w:tbl><w:tblPr/><w:tblGrid/></w:tbl><w:sectPr"),
    "a list level that is none": (b"</w:pPr>", b'<w:numPr><w:ilvl w:val="x"/><w:numId w:val="1"/></w:numPr></w:pPr>'),
    "a bookmark of a great number": (b'_lk_answer_0"', b"_lk_answer_" + b"9" * 5000 + b'"'),
    "a control of a great number": (b'lk.0"', b"lk." + b"9" * 5000 + b'"'),
}


@pytest.mark.parametrize("oddity", ODDITIES)
def test_odd_files_are_read_as_far_as_they_go(oddity):
    old, new = ODDITIES[oddity]
    data = word_file(letter(answer("R1", blocks=[paragraph("In ", span("2023", "r"), ".")])))
    package = parts(data)
    assert old in package["word/document.xml"]
    odd = zipped({**package, "word/document.xml": package["word/document.xml"].replace(old, new)})
    assert "In 2023." in "".join(text_of(line) for line in read_draft(odd, shown_as="d").letter.lines())


@pytest.mark.parametrize(
    ("inside", "read"),
    [
        ("<w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>mail</w:t></w:r>", "e\N{NON-BREAKING HYPHEN}mail"),
        ("<w:bdo><w:r><w:t>turned</w:t></w:r></w:bdo>", "turned"),
        ("<w:r><w:t>be<!-- x -->fore</w:t></w:r>", "before"),
        ("<w:ins><w:r><w:t>inserted</w:t></w:r></w:ins>", "inserted"),
        ("<w:del><w:r><w:delText>deleted</w:delText></w:r></w:del>", ""),
    ],
)
def test_text_is_read_wherever_word_puts_it(inside, read):
    package = parts(word_file(letter(paragraph("First."))))
    line = f"<w:p>{inside}</w:p>".encode()
    xml = package["word/document.xml"].replace(b"<w:sectPr", line + b"<w:sectPr", 1)
    found = read_draft(zipped({**package, "word/document.xml": xml}), shown_as="d").letter
    assert [text_of(words) for words in found.lines()] == ["First.", *([read] if read else [])]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "The file is empty"),
        (b"Dear Mr Wilsher", "not a Word file"),
        (b"PK\x05\x06" + b"\0" * 18, "without a Word document"),
    ],
)
def test_what_is_no_word_file_is_told(data, told):
    with pytest.raises(UnreadableDraft, match=f"draft.docx: .*{told}"):
        read_draft(data, shown_as="draft.docx")


EXTERNAL = '<Relationship Id="rId990" Type="http://x/{}" Target="http://example.test/{}" TargetMode="External"/>'


def with_content_type(content_type):
    parts = dict(Package.from_bytes(DRAFT).parts)
    usual = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    assert usual in parts[CONTENT_TYPES]
    return {**parts, CONTENT_TYPES: parts[CONTENT_TYPES].replace(usual, content_type)}


BROKEN = {
    "more text than any letter": (
        lambda: with_body("".join(f"<w:p><w:r><w:t>{'a b ' * 250_001}</w:t></w:r></w:p>" for _ in "12")),
        "more text than any letter", "take out what is none of it",
    ),
    "more paragraphs than any letter": (
        lambda: with_body("<w:p/>" * 200_001), "more text than any letter", "take out what is none of it",
    ),
}  # fmt: skip

STYLE = '<w:style w:type="paragraph" w:styleId="s{0}"><w:name w:val="s{0}"/><w:basedOn w:val="s{1}"/></w:style>'
BEGUN = '<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r>'
ENDED = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def with_header_told(times):
    header = '<Relationship Id="x{}" Type="http://x/header" Target="header1.xml"/>'
    parts = dict(Package.from_bytes(DRAFT).parts)
    told = "".join(header.format(number) for number in range(times)).encode()
    parts[RELATIONSHIPS] = parts[RELATIONSHIPS].replace(b"</Relationships>", told + b"</Relationships>")
    lines = b"<w:p><w:r><w:t>Line</w:t></w:r></w:p>" * 1_000
    parts["word/header1.xml"] = parts["word/header1.xml"].replace(b"</w:hdr>", lines + b"</w:hdr>")
    return zipped(parts)


OUT_OF_PROPORTION = {
    "styles based on each other in one chain": lambda: with_part(
        "word/styles.xml",
        lambda data: data.replace(
            b"</w:styles>", "".join(STYLE.format(n, n + 1) for n in range(6_000)).encode() + b"</w:styles>"
        ),
    ),
    "comments that never end over many runs": lambda: with_body(
        "<w:p>"
        + "".join(f'<w:commentRangeStart w:id="{number}"/>' for number in range(20_000))
        + "<w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>b</w:t></w:r>" * 10_000
        + "</w:p>"
    ),
    "fields that never end over many runs": lambda: with_body(
        f"<w:p>{BEGUN * 20_000}{'<w:r><w:t>a</w:t></w:r>' * 20_000}</w:p><w:p>{ENDED * 20_000}</w:p>"
    ),
    "one header told of a thousand times": lambda: with_header_told(1_000),
}

READ = OUT_OF_PROPORTION | {
    "a size that is no number": lambda: with_body('<w:p><w:r><w:rPr><w:sz w:val="²"/></w:rPr></w:r></w:p>'),
    "a size of very many digits": lambda: with_body(
        f'<w:p><w:r><w:rPr><w:sz w:val="{"1" * 5_000}"/></w:rPr></w:r></w:p>'
    ),
    "symbols that no font has": lambda: with_body(
        "".join(
            f'<w:p><w:r><w:sym w:char="{place}"/></w:r></w:p>'
            for place in ("110000", "-5", "FFFFFFFF", "9" * 20, "D800", "0", "²", "")
        )
    ),
    "parts whose names leave the folder": lambda: zipped(
        {**Package.from_bytes(DRAFT).parts, "../../etc/passwd": "x", "/abs": "x", "C:\\x": "x"}
    ),
    "without styles": lambda: without("word/styles.xml"),
    "without relationships": lambda: without(RELATIONSHIPS),
    "relationships to nowhere": lambda: with_part(
        RELATIONSHIPS, lambda data: data.replace(b"styles.xml", b"nowhere.xml")
    ),
    "controls in controls": lambda: nested(60),
    "with macros": lambda: zipped(
        {
            **with_content_type(b"application/vnd.ms-word.document.macroEnabled.main+xml"),
            "word/vbaProject.bin": b"macro",
        }
    ),
}


MANY = {
    "paragraphs": "<w:p><w:r><w:t>Thank you.</w:t></w:r></w:p>" * 100_000,
    "runs": "<w:p>" + "<w:r><w:t>a</w:t></w:r>" * 100_000 + "</w:p>",
    "rows": "<w:tbl>" + "<w:tr><w:tc><w:p/></w:tc></w:tr>" * 30_000 + "</w:tbl>",
    "bookmarks": "<w:p>" + '<w:bookmarkStart w:id="7" w:name="b"/><w:bookmarkEnd w:id="7"/>' * 50_000 + "</w:p>",
}


@pytest.mark.slow
@pytest.mark.parametrize("many", MANY)
def test_a_file_of_very_many_parts_is_read(many):
    data = with_part(DOCUMENT, lambda old: old.replace(b"<w:body>", f"<w:body>{MANY[many]}".encode(), 1))
    found = read_draft(data, shown_as="letter.docx").manuscript
    read = "Police performance: Getting a grip" in [line.text for line in found.lines]
    assert read or any("after the first 20,000 paragraphs" in told for told in found.not_read)


@pytest.mark.parametrize("fault", BROKEN)
def test_a_file_that_cannot_be_read_says_what_it_is(fault):
    make, told, remedy = BROKEN[fault]
    with pytest.raises(UnreadableDraft, match=f"^letter.docx: .*{told}.*{remedy}"):
        read_draft(make(), shown_as="letter.docx")


@pytest.mark.parametrize("fault", READ)
def test_what_can_be_read_is_read(fault):
    draft = read_draft(READ[fault](), shown_as="letter.docx")
    assert "Police performance: Getting a grip" in [line.text for line in draft.manuscript.lines]


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("attachedTemplate", "a template from elsewhere"),
        ("image", "a picture from elsewhere"),
        ("mailMergeSource", "the addresses of a mail merge from elsewhere"),
        ("header", "a header from elsewhere"),
    ],
)
def test_what_a_file_wants_from_elsewhere_is_told_and_not_fetched(kind, told):
    relationship = EXTERNAL.format(kind, "evil").encode()
    data = with_part(RELATIONSHIPS, lambda old: old.replace(b"</Relationships>", relationship + b"</Relationships>"))
    draft = read_draft(data, shown_as="letter.docx")
    assert f"{told}, which was not fetched: http://example.test/evil" in draft.manuscript.not_read


def test_everything_of_one_kind_from_elsewhere_is_told_up_to_a_few():
    pictures = "".join(EXTERNAL.format("image", f"{number}.png") for number in range(5)).encode()
    data = with_part(RELATIONSHIPS, lambda old: old.replace(b"</Relationships>", pictures + b"</Relationships>"))
    assert read_draft(data, shown_as="letter.docx").manuscript.not_read == (
        *(f"a picture from elsewhere, which was not fetched: http://example.test/{number}.png" for number in range(3)),
        "a picture from elsewhere in 2 more places, not fetched either",
    )


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(DRAFT) - 1), st.binary(min_size=1, max_size=8))
def test_a_draft_with_any_bytes_changed_is_read_or_refused(place, patch):
    data = DRAFT[:place] + patch + DRAFT[place + len(patch) :]
    try:
        read = read_draft(data, shown_as="letter.docx")
    except UnreadableDraft:
        return
    assert read.manuscript.lines


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_draft_with_any_xml_changed_is_read_or_refused(data):
    def mangled(part):
        start = data.draw(st.integers(0, len(part) - 1))
        return part[:start] + data.draw(st.binary(max_size=6)) + part[start + data.draw(st.integers(0, 12)) :]

    try:
        read = read_draft(with_part(DOCUMENT, mangled), shown_as="letter.docx")
    except UnreadableDraft:
        return
    assert read.manuscript is not None


@pytest.mark.parametrize(
    "block",
    [
        '<w:customXml w:element="x">{}</w:customXml>',
        '<mc:AlternateContent><mc:Choice Requires="w14">{}</mc:Choice><mc:Fallback/></mc:AlternateContent>',
        '<mc:AlternateContent><mc:Choice Requires="n" xmlns:n="urn:nobody"><w:p/></mc:Choice><mc:Fallback>{}'
        "</mc:Fallback></mc:AlternateContent>",
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:tbl><mc:AlternateContent><mc:Choice Requires="w14"><w:tr><w:tc>{}</w:tc></w:tr></mc:Choice>'
        "</mc:AlternateContent></w:tbl>",
    ],
)
def test_paragraphs_are_read_inside_whatever_holds_them(block):
    xml = run("before") + "</w:p>" + block.format(f"<w:p>{run('inside')}</w:p>") + "<w:p>" + run("after")
    assert [line.text for line in manuscript(xml).of(Story.BODY)] == ["before", "inside", "after"]


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next():
    file = EditedDraft(word_file(letter(paragraph("One "), paragraph("and two."))))
    file.join_paragraphs("One", tracked=True)
    draft = read_draft(file.to_bytes(), shown_as="draft.docx")
    assert [block.spans[0].text for block in draft.letter.blocks] == ["One and two."]
    assert draft.manuscript.lines[0].end_deleted == OFFICER


def test_places_are_told_by_heading_and_by_table():
    data = word_file(letter(paragraph("One."), table(["A", "B"], ["1", "2"])))
    places = {line.text: line.place for line in read_draft(data, shown_as="d").manuscript.of(Story.BODY)}
    assert places == {
        "One.": "paragraph 1",
        "A": "table 1, row 1, column 1",
        "B": "table 1, row 1, column 2",
        "1": "table 1, row 2, column 1",
        "2": "table 1, row 2, column 2",
    }


def test_a_control_pasted_from_another_letter_is_not_taken_for_its_own():
    data = word_file(letter(paragraph("There were ", span("22", "statistics.stops.count"), " stops.")))
    package = parts(data)
    package["word/document.xml"] = package["word/document.xml"].replace(
        b"statistics.stops.count [", b"peel.grades.count ["
    )
    draft = read_draft(zipped(package), shown_as="draft.docx")
    assert [piece.control for piece in draft.manuscript.lines[0].pieces] == [None]
    assert all(found.origin is None for found in draft.letter.spans())


def test_tracked_changes_next_to_each_other_by_one_hand_count_as_one():
    file = EditedDraft(word_file(letter(paragraph("There were 22 stops in the year."))))
    file.replace("22", "23", tracked=True)
    file.delete("in the year", tracked=True)
    assert read_draft(file.to_bytes(), shown_as="d").manuscript.pending_changes == 2


@pytest.mark.parametrize(
    ("inside", "read"),
    [
        ("<w:r><w:t>Before.</w:t></w:r><w:p><w:r><w:t>Inside.</w:t></w:r></w:p><w:r><w:t> After.</w:t></w:r>",
         ["Before. After.", "Inside."]),
        ("<w:r><w:t>Before.</w:t></w:r><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Cell.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
         ["Before.", "Cell."]),
        ("<w:ins><w:p><w:r><w:t>Inside.</w:t></w:r></w:p></w:ins>", ["Inside."]),
    ],
)  # fmt: skip
def test_paragraphs_and_tables_inside_a_paragraph_are_read_after_it(inside, read):
    """A6: against the standard, but Word shows them."""
    package = parts(word_file(letter(paragraph("First."))))
    xml = package["word/document.xml"].replace(b"<w:sectPr", f"<w:p>{inside}</w:p><w:sectPr".encode(), 1)
    lines = read_draft(zipped({**package, "word/document.xml": xml}), shown_as="d").manuscript.lines
    assert [line.text for line in lines if line.text and line.part == "body"] == ["First.", *read]


def test_a_second_body_is_read():
    """A6."""
    package = parts(word_file(letter(paragraph("First."))))
    second = b"</w:body><w:body><w:p><w:r><w:t>Second.</w:t></w:r></w:p></w:body>"
    xml = package["word/document.xml"].replace(b"</w:body>", second, 1)
    found = read_draft(zipped({**package, "word/document.xml": xml}), shown_as="d").letter
    assert [text_of(line) for line in found.lines()] == ["First.", "Second."]


def test_of_a_file_longer_than_any_letter_the_beginning_is_read_and_the_rest_told():
    """E1."""
    data = with_body("<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 25_000)
    found = read_draft(data, shown_as="d").manuscript
    assert len(found.lines) < 21_000
    assert any("more paragraphs, tables and rows, after the first 20,000 paragraphs" in told for told in found.not_read)
