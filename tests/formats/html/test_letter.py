"""A letter as an HTML page."""

from lxml import html as lxml_html

from letterkit.formats import html
from letterkit.letter import Heading, List, ListItem, Role, SignatureBlock, Span
from tests.builders import answer, letter, paragraph, span, table

HOSTILE = '<script>alert("x")</script> & \' " {{ 7*7 }} {% if %} {#'


def page(*blocks, **options):
    return lxml_html.document_fromstring(html.write(letter(*blocks, **options), office="Office & Co", tagline="<b>"))


def test_everything_in_a_page_is_escaped():
    found = page(paragraph(span(HOSTILE, "r<>")), answer('"><b>'), title=HOSTILE)
    assert found.xpath("//script") == []
    assert found.xpath("string(//main//p[@class='body'])") == HOSTILE
    assert found.xpath("string(//title)") == HOSTILE
    assert found.xpath("//section/@data-answers") == ['"><b>']
    assert found.xpath("//span/@data-source") == ["r<>"]


def test_a_page_needs_nothing_from_anywhere_else():
    found = page(paragraph("Text."))
    policy = found.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'")
    assert found.xpath("//@src | //@href") == []


def test_a_page_is_accessible():
    found = page(
        Heading(1, (Span("Subject"),)),
        table(["Area", "Grade"], ["A", "Good"], caption="Grades"),
        Heading(1, (Span("Annex"),), begins_annex=True),
    )
    assert found.get("lang") == "en-GB"
    assert [heading.tag for heading in found.xpath("//h1 | //h2")] == ["h1", "h2"]
    assert found.xpath("//th/@scope") == ["col", "col", "row"]
    assert found.xpath("string(//caption)") == "Grades"


def test_a_page_has_every_block():
    inner = List(ordered=True, items=(ListItem((Span("inner"),)),))
    found = page(
        paragraph("The force should act.", role=Role.QUOTATION),
        List(ordered=False, items=(ListItem((Span("outer"),), inner),)),
        paragraph(span("a\nb", strong=True), span("c", emphasis=True)),
        SignatureBlock((Span("Name"),), (Span("Post"),)),
    )
    assert found.xpath("string(//blockquote)") == "The force should act."
    assert found.xpath("//ul/li/ol/li/text()") == ["inner"]
    assert found.xpath("//strong/br")
    assert found.xpath("//em/text()") == ["c"]
    assert found.xpath("//p[@class='signature tight']/text()") == ["Name"]
