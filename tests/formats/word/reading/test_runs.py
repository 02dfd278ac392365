"""The text of a paragraph, in the shapes in which different programs write it."""

import pytest

from tests.builders import letter, paragraph, parts, word_file
from tests.edits import AUTHOR, WHEN
from tests.formats.word.reading.manuscripts import OFFICER, manuscript, run

HIDDEN, NOT_HIDDEN = "<w:rPr><w:vanish/></w:rPr>", '<w:rPr><w:vanish w:val="0"/></w:rPr>'
STRUCK = "<w:rPr><w:strike/></w:rPr>"
BY = f'w:id="7" w:author="{AUTHOR}" w:date="{WHEN}"'


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


def test_what_is_deleted_in_an_equation_is_gone():
    """A6."""
    maths = "<m:r><m:t>{}</m:t></m:r>"
    xml = f"<m:oMath><w:del {BY}>{maths.format(451)}</w:del><w:ins {BY}>{maths.format(547)}</w:ins>{maths.format('x')}</m:oMath>"
    assert views(xml) == ("547x", "451x")
