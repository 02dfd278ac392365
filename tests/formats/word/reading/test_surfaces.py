"""Text is hidden where it has the colour of what it stands on, and seen on any other (A1)."""

import pytest

from tests.builders import letter, paragraph, parts, word_file
from tests.formats.word.reading.manuscripts import manuscript, run


def coloured(colour, more=""):
    return run("It was 387.", f'<w:rPr><w:color w:val="{colour}"/>{more}</w:rPr>')


def shaded(fill, kind="clear", colour="auto"):
    return f'<w:shd w:val="{kind}" w:color="{colour}" w:fill="{fill}"/>'


def is_hidden(xml, others=None):
    return next(
        piece.hidden for line in manuscript(xml, others or {}).lines for piece in line.pieces if "387" in piece.text
    )


BOX = (
    "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:spPr>{fill}</wps:spPr><wps:txbx><w:txbxContent>"
    "<w:p>{run}</w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)
VML = "<w:r><w:pict><v:rect {fill}><v:textbox><w:txbxContent><w:p>{run}</w:p></w:txbxContent></v:textbox></v:rect></w:pict></w:r>"
SOLID = '<a:solidFill><a:srgbClr val="1F3864"/></a:solidFill>'
THEME = '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'
CELL = "</w:p><w:tbl><w:tr><w:tc><w:tcPr>{shd}</w:tcPr><w:p>{run}</w:p></w:tc></w:tr></w:tbl><w:p>"


@pytest.mark.parametrize(
    ("xml", "hidden"),
    [
        (coloured("FFFFFF"), True),
        (coloured("fefefe"), True),
        (coloured("auto"), False),
        (coloured("FF0000"), False),
        (coloured("FFFFFF", shaded("1F3864")), False),
        (coloured("FFFFFF", shaded("auto")), True),
        (coloured("FFFFFF", shaded("auto", "solid", "000000")), False),
        (coloured("FFFFFF", '<w:highlight w:val="black"/>'), False),
        (coloured("FFFFFF", '<w:highlight w:val="white"/>'), True),
        (coloured("000000", shaded("000000")), True),
        (coloured("FFFFFF", '<w:shd w:val="clear" w:fill="auto" w:themeFill="accent1"/>'), False),
        (f"</w:p><w:p><w:pPr>{shaded('000000')}</w:pPr>{coloured('FFFFFF')}", False),
        (CELL.format(shd=shaded("1F3864"), run=coloured("FFFFFF")), False),
        (CELL.format(shd="", run=coloured("FFFFFF")), True),
        (BOX.format(fill=SOLID, run=coloured("FFFFFF")), False),
        (BOX.format(fill=THEME, run=coloured("FFFFFF")), False),
        (BOX.format(fill="<a:noFill/>", run=coloured("FFFFFF")), True),
        (VML.format(fill='fillcolor="#1f3864 [3208]"', run=coloured("FFFFFF")), False),
        (VML.format(fill='filled="f"', run=coloured("FFFFFF")), True),
        (run("It was 387.", '<w:rPr><w:sz w:val="2"/></w:rPr>'), True),
    ],
)
def test_white_is_seen_on_what_is_dark_and_hidden_on_what_is_white(xml, hidden):
    assert is_hidden(xml) is hidden


@pytest.mark.parametrize(("shading", "hidden"), [("", True), ("<w:pPr>{}</w:pPr>", False)])
def test_a_style_may_shade_its_paragraphs(shading, hidden):
    style = f'<w:style w:type="paragraph" w:styleId="Band"><w:name w:val="Band"/>{shading.format(shaded("1F3864"))}</w:style>'
    styles = parts(word_file(letter(paragraph("x"))))["word/styles.xml"].replace(
        b"</w:styles>", f"{style}</w:styles>".encode()
    )
    xml = f'</w:p><w:p><w:pPr><w:pStyle w:val="Band"/></w:pPr>{coloured("FFFFFF")}'
    assert is_hidden(xml, {"word/styles.xml": styles}) is hidden
