"""A review in every form: page, JSON, JUnit."""

import json
from dataclasses import replace

from lxml import etree
from lxml import html as lxml_html

from letterkit.cli.parts import part
from tests.edits import AUTHOR, WHEN
from tests.reviews import REPORT, reviewed


def test_json_has_everything_a_program_needs(drafted):
    found = reviewed(
        drafted,
        lambda file: file.replace("1,433", "1,533", tracked=True),
        lambda file: file.comment("6,466", "Sure?"),
    )
    data = json.loads(part("review --format json")(found))
    (edited,) = [verdict for verdict in data["verdicts"] if verdict["verdict"] == "edited"]
    assert edited == {
        "reference": "statistics.stop_search_not_stated.count",
        "verdict": "edited",
        "record": "1,433",
        "draft": "1,533",
        "evidence": "1,433",
        "tracked": True,
        "author": AUTHOR,
        "date": WHEN,
        "place": 'paragraph 3 under "Stop and search records"',
    }
    assert len(data["verdicts"]) == len(found.comparison.places)
    assert {finding["check"] for finding in data["findings"]} == {"edited", "arithmetic", "comment"}
    assert set(data["findings"][0]) == {"check", "severity", "subject", "message", "place", "reference"}
    assert (data["comments"][0]["text"], data["comments"][0]["anchor"]) == ("Sure?", "6,466")
    assert (data["coverage"][0]["answered"], data["not_read"], data["report"]) == (6, [], REPORT)


def test_junit_has_a_case_for_each_value_and_finding(drafted):
    found = reviewed(drafted, lambda file: file.replace("1,433", "1,533"))
    suite = etree.fromstring(part("review --format junit")(found).encode())[0]
    assert (suite.get("tests"), suite.get("failures")) == (str(len(found.comparison.places) + 1), "2")


def test_the_page_escapes_whatever_is_in_the_file(drafted):
    hostile = "<script>alert('1 & 2')</script> \"{{ 7*7 }}\" {% if %}"
    found = reviewed(
        drafted,
        lambda file: file.add_paragraph("The report is welcome", hostile),
        lambda file: file.comment("6,466", hostile),
        lambda file: file.replace("1,433", hostile, tracked=True),
    )
    page = lxml_html.document_fromstring(part("review --format html")(replace(found, file=hostile)))
    assert len(page.xpath("//script")) == 1
    assert page.xpath("//h1/text()") == [f"Review of {hostile}"]
    assert hostile in [paragraph.text_content() for paragraph in page.xpath("//article/p")]
    assert "".join(page.xpath("//article//ins//text()")) == hostile
    assert hostile in page.xpath("string(//li[starts-with(@id, 'c')])")


def test_the_page_shows_what_was_struck_hidden_and_deleted(drafted):
    found = reviewed(
        drafted,
        lambda file: file.strike("February 2023"),
        lambda file: file.replace("1,433", "1,533", tracked=True),
        lambda file: file.comment("6,466", "Sure?", reply="Yes."),
    )
    page = lxml_html.document_fromstring(part("review --format html")(found))
    letter = page.get_element_by_id("letter")
    assert letter.xpath(".//s[@title='struck through']/text()") == ["February 2023"]
    assert letter.xpath(".//del/text()") == ["1,433"]
    assert letter.xpath("string(.//del/@title)").startswith(f"deleted by {AUTHOR} on ")
    assert letter.xpath(".//a[@class='value edited']/text()") == ["1,533"]
    assert len(letter.xpath(".//a[@class='comment']")) == 1
    for link in page.xpath("//a/@href"):
        assert len(page.xpath(f"//*[@id='{link[1:]}']")) == 1


def test_the_findings_of_a_page_are_in_words(drafted):
    """N15."""
    found = reviewed(drafted, lambda file: file.swap("45.3%", "31.6%"))
    page = lxml_html.fromstring(part("review --format html")(found))
    findings = " ".join(page.xpath("//section[@id='findings']")[0].text_content().split())
    assert "it is ethnic minority recruits, value (statistics)" in findings
    assert "statistics." not in findings.replace("statistics.yaml", "")
    assert "bound" not in page.xpath("//header")[0].text_content()
