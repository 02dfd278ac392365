"""A Word file read as it truly stands, in the shapes in which different programs write it."""

import re

import pytest

from letterkit.formats.word.namespaces import READ_NAMESPACES
from letterkit.formats.word.reading import read_draft
from letterkit.letter import Revision, Story
from tests.builders import letter, paragraph, parts, span, table, word_file
from tests.edits import AUTHOR, WHEN, EditedDraft
from tests.test_word_round_trip import zipped

NAMES = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in READ_NAMESPACES.items())
HIDDEN, NOT_HIDDEN = "<w:rPr><w:vanish/></w:rPr>", '<w:rPr><w:vanish w:val="0"/></w:rPr>'
STRUCK = "<w:rPr><w:strike/></w:rPr>"
BY = f'w:id="7" w:author="{AUTHOR}" w:date="{WHEN}"'
OFFICER = Revision(AUTHOR, WHEN)


def manuscript(xml, others=()):
    """The manuscript of a letter whose one paragraph holds this."""
    data = parts(word_file(letter(paragraph("TEXT"))))
    document = data["word/document.xml"].decode()
    document = re.sub(r'<w:r><w:t xml:space="preserve">TEXT</w:t></w:r>', lambda _: xml, document)
    document = document.replace("<w:document ", f"<w:document {NAMES} ", 1) if "xmlns:m=" not in document else document
    data["word/document.xml"] = _with_each_name_once(document).encode()
    return read_draft(zipped({**data, **dict(others)}), shown_as="draft.docx").manuscript


def _with_each_name_once(document):
    head, rest = document.split(">", 2)[1], document
    names = re.findall(r'xmlns:\w+="[^"]*"', head)
    for name in {name for name in names if names.count(name) > 1}:
        rest = rest.replace(name, "", 1)
    return rest


def run(text, properties=""):
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def deleted(text):
    return f'<w:del {BY}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def views(xml):
    line = manuscript(xml).lines[0]
    return line.text, line.original


@pytest.mark.parametrize(
    ("xml", "accepted", "original"),
    [
        (f"{run('In ')}<w:ins {BY}>{run('2023')}</w:ins>{deleted('2022')}.", "In 2023", "In 2022"),
        (f"<w:ins {BY}>{run('new ')}{deleted('gone ')}</w:ins>{run('text')}", "new text", "text"),
        (f"<w:moveFrom {BY}>{run('here ')}</w:moveFrom>{run('or ')}<w:moveTo {BY}>{run('there')}</w:moveTo>",
         "or there", "here or "),
        (f"{run('seen ')}{run('hidden ', HIDDEN)}{run('struck', STRUCK)}",
         "seen ", "seen "),
        (f"{run('not ', NOT_HIDDEN)}{run('hidden')}", "not hidden", "not hidden"),
    ],
)  # fmt: skip
def test_tracked_changes_are_read_both_ways(xml, accepted, original):
    assert views(xml) == (accepted, original)


@pytest.mark.parametrize("look", ['<w:color w:val="FFFFFF"/>', '<w:sz w:val="2"/>', '<w:rStyle w:val="Unseen"/>'])
def test_text_that_nobody_can_see_is_hidden(look):
    style = (
        '<w:style w:type="character" w:styleId="Base"><w:name w:val="Base"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Unseen"><w:name w:val="U"/><w:basedOn w:val="Base"/></w:style>'
    )
    styles = parts(word_file(letter(paragraph("x"))))["word/styles.xml"].replace(
        b"</w:styles>", style.encode() + b"</w:styles>"
    )
    line = manuscript(run("seen ") + run("not seen", f"<w:rPr>{look}</w:rPr>"), {"word/styles.xml": styles}).lines[0]
    assert (line.text, [piece.hidden for piece in line.pieces]) == ("seen ", [False, True])


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


BOUND = '<w:sdt><w:sdtPr><{}:dataBinding w:xpath="/x"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
ELSEWHERE = "a content control whose text comes from elsewhere in the file"


@pytest.mark.parametrize(
    ("xml", "place"),
    [
        (BOUND.format("w", run("x")), " in paragraph 1"),
        (BOUND.format("w15", run("x")), " in paragraph 1"),
        (run("x") + "</w:p>" + BOUND.format("w", f"<w:p>{run('y')}</w:p>") + "<w:p>", " in paragraph 2"),
        (f"{run('x')}</w:p>{BOUND.format('w', '')}<w:p>{run('y')}", ""),
    ],
)
def test_a_control_that_shows_something_else_than_it_holds_is_told(xml, place):
    assert manuscript(xml).not_read == (ELSEWHERE + place,)


def test_a_control_in_a_header_that_shows_something_else_is_told():
    package = parts(word_file(letter(paragraph("x"))))
    header = package["word/header1.xml"].replace(
        b"</w:hdr>", b"<w:p>" + BOUND.format("w", "").encode() + b"</w:p></w:hdr>"
    )
    assert manuscript(run("x"), {"word/header1.xml": header}).not_read == (f"{ELSEWHERE} in the header",)


def test_a_watermark_is_said_not_to_be_read():
    shape = '<w:r><w:pict><v:shape><v:textpath string="CONFIDENTIAL"/></v:shape></w:pict></w:r>'
    assert manuscript(shape + run("x")).not_read == ("word art or a watermark (CONFIDENTIAL) in paragraph 1",)


def test_what_was_deleted_is_not_said_to_be_unread():
    assert manuscript(f"<w:del {BY}><w:r><w:object/></w:r></w:del>{run('x')}").not_read == ()


def test_who_changed_what_is_known():
    first, second = manuscript(f"<w:ins {BY}>{run('new')}</w:ins>{deleted('old')}").lines[0].pieces
    assert (first.inserted, first.deleted, second.inserted, second.deleted) == (OFFICER, None, None, OFFICER)


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        (f'<w:hyperlink r:id="rId1">{run("a link")}</w:hyperlink>', "a link"),
        (f'<w:fldSimple w:instr=" REF x ">{run("a field")}</w:fldSimple>', "a field"),
        ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r>'
         f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("its result")}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
         "its result"),
        ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
         f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("7")}<w:r><w:fldChar w:fldCharType="end"/></w:r>', "#"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('a control')}</w:sdtContent></w:sdt>", "a control"),
        ("<m:oMath><m:r><m:t>22/100</m:t></m:r></m:oMath>", "22/100"),
        (f'<w:r><w:sym w:font="Arial" w:char="00A3"/></w:r>{run("5")}', "£5"),
        (f"{run('two')}<w:r><w:noBreakHyphen/></w:r>{run('fold')}<w:r><w:ptab/></w:r>", "two\N{NON-BREAKING HYPHEN}fold\t"),
        ('<w:r><mc:AlternateContent><mc:Choice Requires="w14"><w:t>x</w:t></mc:Choice></mc:AlternateContent></w:r>'
         f"{run(' and y')}", "x and y"),
        ('<w:r><mc:AlternateContent><mc:Choice Requires="of_nobody" xmlns:of_nobody="urn:nobody"><w:t>x</w:t></mc:Choice>'
         '<mc:Choice Requires="w14 unknown"><w:t>y</w:t></mc:Choice>'
         "<mc:Fallback><w:t>what Word shows</w:t></mc:Fallback></mc:AlternateContent></w:r>", "what Word shows"),
        ('<mc:AlternateContent><mc:Choice Requires="n" xmlns:n="urn:nobody"/></mc:AlternateContent>' + run("x"), "x"),
        (f'<mc:AlternateContent><mc:Choice Requires="w14">{run("chosen")}</mc:Choice><mc:Fallback>{run("not")}'
         "</mc:Fallback></mc:AlternateContent>", "chosen"),
        (f'<w:proofErr w:type="spellStart"/>{run("sp")}<w:proofErr w:type="spellEnd"/>{run("lit")}', "split"),
    ],
)  # fmt: skip
def test_text_is_read_wherever_it_stands(xml, text):
    assert manuscript(xml).lines[0].text == text


def test_a_run_split_in_many_is_one_piece():
    xml = "".join(f'<w:r w:rsidR="00{count}">{run(letter_)[5:]}' for count, letter_ in enumerate("accountable"))
    (piece,) = manuscript(xml).lines[0].pieces
    assert piece.text == "accountable"


def test_text_boxes_notes_and_margins_are_lines_of_their_own():
    file = EditedDraft(word_file(letter(paragraph("The panel met."), paragraph("More."))))
    file.add_text_box("The panel met", "Not for release")
    file.add_footnote("More", "See the minutes.")
    found = read_draft(file.to_bytes(), shown_as="draft.docx").manuscript
    assert [line.text for line in found.of(Story.TEXT_BOX)] == ["Not for release"]
    assert [(line.text, line.place) for line in found.of(Story.FOOTNOTE)] == [("See the minutes.", "footnote 1")]
    assert "Your Communities - Your Commissioner" in found.margins
    assert [line.text for line in found.of(Story.BODY)] == ["The panel met.", "More."]


@pytest.mark.parametrize(
    ("xml", "told"),
    [
        ('<w:r><w:drawing><wp:inline><wp:docPr id="1" name="P" descr="a map"/><a:graphic><a:graphicData><pic:pic/>'
         "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>", "a picture (a map) in paragraph 1"),
        ('<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Chart 1"/><a:graphic><a:graphicData><c:chart/>'
         "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>", "a chart (Chart 1) in paragraph 1"),
        ("<w:r><w:object/></w:r>", "an embedded object in paragraph 1"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "a symbol of the font Wingdings in paragraph 1"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said(xml, told):
    assert manuscript(xml + run("Text.")).not_read == (told,)


def test_a_comment_is_read_with_its_anchor_thread_and_state():
    file = EditedDraft(word_file(letter(paragraph("There were 22 stops."))))
    file.comment("22", "Sure?", reply="Yes.")
    asked, answered = read_draft(file.to_bytes(), shown_as="draft.docx").manuscript.comments
    assert (asked.author, asked.text, asked.anchor, asked.place) == (AUTHOR, "Sure?", "22", "paragraph 1")
    assert (answered.text, answered.parent, asked.resolved) == ("Yes.", asked.id, False)
    assert [comment.text for comment in read_draft(file.to_bytes(), shown_as="d").manuscript.open_comments] == ["Sure?"]


def test_a_comment_without_a_range_stands_on_its_paragraph():
    file = EditedDraft(word_file(letter(paragraph("There were 22 stops."))))
    file.comment("22", "Sure?")
    for mark in list(
        file.body.iter(f"{{{READ_NAMESPACES['w']}}}commentRangeStart", f"{{{READ_NAMESPACES['w']}}}commentRangeEnd")
    ):
        mark.getparent().remove(mark)
    (comment,) = read_draft(file.to_bytes(), shown_as="draft.docx").manuscript.comments
    assert (comment.anchor, comment.place) == ("There were 22 stops.", "paragraph 1")


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
