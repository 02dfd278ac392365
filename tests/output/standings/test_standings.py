"""Standings in every form: terminal, page, JSON, JUnit, GitHub, Markdown, calendar."""

import json
from dataclasses import replace
from datetime import date

import pytest
from icalendar import Calendar
from lxml import etree
from lxml import html as lxml_html
from rich.console import Console

from letterkit.cli.parts import part
from letterkit.output.standings import terminal
from letterkit.workspace.commands.status import status

REPORTS = ["getting-a-grip-2023", "peel-legitimacy-2017", "race-and-policing-2023", "state-of-policing-2024"]
HOSTILE = '</td><script>alert("1")</script> | & %0A ::error:: {{ 7*7 }} {%'


@pytest.fixture
def standings(workspace):
    """A desk with a letter unsent, an item unanswered and a title made to break what shows it."""
    workspace.edit("evidence/responses/peel-legitimacy-2017.yaml", "  sent: 2018-04-09\n", "")
    workspace.edit("evidence/reports/getting-a-grip-2023.yaml", '"Police performance: Getting a grip"', f"'{HOSTILE}'")
    path = workspace.root / "evidence/responses/peel-legitimacy-2017.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index('  "2":')], encoding="utf-8")
    return status(workspace, REPORTS, today=date(2018, 1, 29))


def test_the_most_urgent_report_comes_first(standings):
    assert standings[0].report_id == "peel-legitimacy-2017"
    assert standings[0].draft is None


def test_json_holds_everything(standings):
    first = json.loads(part("coverage --format json")(standings))["reports"][0]
    assert (first["report"], first["last_lawful_day"], first["days_left"], first["late"]) == (
        "peel-legitimacy-2017", "2018-02-05", 7, False,
    )  # fmt: skip
    assert [(item["id"], item["in_evidence"], item["in_letter"]) for item in first["items"]] == [
        ("1", True, None),
        ("2", False, None),
    ]
    assert first["findings"][0]["severity"] == "error"
    assert first["findings"][0]["place"].startswith("evidence/responses/peel-legitimacy-2017.yaml:")


def test_junit_fails_where_there_is_an_error(standings):
    root = etree.fromstring(part("coverage --format junit")(standings).encode())
    failed = [case.get("name") for case in root.iter("testcase") if case.find("failure") is not None]
    assert failed == ["Recommendation 2"]
    assert [suite.get("failures") for suite in root] == ["1", "0", "0", "0"]


def test_github_annotates_file_and_line(standings):
    lines = part("coverage --format github")(standings).splitlines()
    assert any(
        line.startswith("::error title=Recommendation 2,file=evidence/responses/peel-legitimacy-2017.yaml,line=")
        for line in lines
    )
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)


def test_markdown_has_a_table_a_report(standings):
    told = part("coverage --format markdown")(standings)
    assert "| Recommendation 2 | no | not judged | not judged |  |" in told
    assert "<script>" not in told


def test_markdown_takes_nothing_of_anybodys_for_a_format(standings):
    coverage = replace(standings[0].coverage.items[0], where=("![x](http://a.test/p.png) @all `b` *c*",))
    standing = replace(standings[0], coverage=replace(standings[0].coverage, items=(coverage,)))
    told = part("coverage --format markdown")([standing])
    assert r"\!\[x\](http://a.test/p.png) &#64;all \`b\` \*c\*" in told


@pytest.mark.parametrize("write", [part("coverage --format html"), part("status --format html")])
def test_a_page_escapes_everything_and_needs_nothing(standings, write):
    page = lxml_html.document_fromstring(write(standings))
    assert page.xpath("//script | //@src | //@onclick") == []
    assert HOSTILE in page.xpath("//h2/text()")
    assert page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0].startswith("default-src 'none'")
    assert page.get("lang") == "en-GB"
    for link in page.xpath("//a/@href"):
        assert page.xpath(f"//*[@id='{link[1:]}']")


def test_the_calendar_has_the_deadlines_of_unsent_letters(standings):
    calendar = Calendar.from_ical(part("status --format ics")(standings))
    (event,) = calendar.walk("VEVENT")
    assert event["dtstart"].dt == date(2018, 2, 5)
    assert "PEEL: Police legitimacy" in event["summary"]


def test_the_terminal_tells_items_and_findings(standings):
    console = Console(width=200, no_color=True)
    with console.capture() as capture:
        console.print(terminal.coverage(standings))
        console.print(terminal.status(standings))
    told = capture.get()
    assert "1 of 2 items answered" in told
    assert "error: Recommendation 2: It is not answered in evidence." in told
    assert "7 days left" in told
