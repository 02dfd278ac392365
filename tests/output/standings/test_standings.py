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
from letterkit.output.words import urgency, urgency_style
from letterkit.workspace.commands.draft import draft
from letterkit.workspace.commands.status import status
from letterkit.workspace.commands.validate import validate

REPORTS = ["getting-a-grip-2023", "peel-legitimacy-2017", "race-and-policing-2023", "state-of-policing-2024"]
HOSTILE = '</td><script>alert("1")</script> | & %0A ::error:: {{ 7*7 }} {%'


@pytest.fixture
def standings(workspace):
    """A desk with a letter unsent, an item unanswered and a title made to break what shows it."""
    workspace.edit("evidence/responses/peel-legitimacy-2017.yaml", "  sent: 2018-04-09\n", "")
    workspace.edit("evidence/responses/peel-legitimacy-2017.yaml", "  date: 2018-04-09", "  date: 2018-02-01")
    workspace.edit("evidence/reports/getting-a-grip-2023.yaml", '"Police performance: Getting a grip"', f"'{HOSTILE}'")
    path = workspace.root / "evidence/responses/peel-legitimacy-2017.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index('  "2":')], encoding="utf-8")
    return status(workspace, REPORTS, today=date(2018, 1, 29)).standings


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


def test_a_row_that_is_late_or_will_be_looks_so(workspace):
    """N5."""
    desk = status(workspace, REPORTS, today=date(2026, 11, 22)).standings
    clocks = {found.report_id: (urgency(found), urgency_style(found)) for found in desk}
    assert clocks == {
        "getting-a-grip-2023": ("sent on day 45", ""),
        "peel-legitimacy-2017": ("sent on day 119, 63 days late", "yellow"),
        "race-and-policing-2023": ("sent on day 47", ""),
        "state-of-policing-2024": ("sent on day 57, 1 day late", "yellow"),
    }


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2018, 1, 29), ("7 days left, dated too late", "red")),
        (date(2018, 2, 5), ("0 days left, dated too late", "red")),
        (date(2018, 2, 6), ("1 day late", "red")),
    ],
)
def test_a_letter_unsent_with_a_date_after_its_last_day(workspace, today, told):
    """N5."""
    workspace.edit("evidence/responses/peel-legitimacy-2017.yaml", "  sent: 2018-04-09\n", "")
    (found,) = status(workspace, ["peel-legitimacy-2017"], today=today).standings
    assert (urgency(found), urgency_style(found)) == told
    if today.day == 29:
        assert "dated 9 April 2018, day 119" in part("status --format html")([found])
        (finding,) = [one for one in validate(workspace, ["peel-legitimacy-2017"]) if one.check == "clock"]
        assert str(finding.place) == "evidence/responses/peel-legitimacy-2017.yaml:4:9"
        assert draft(workspace, ["peel-legitimacy-2017"], out=workspace.drafts).count(finding) == 1


def test_a_last_day_on_which_nobody_works_is_told_everywhere(workspace):
    """U7."""
    workspace.edit("evidence/reports/peel-legitimacy-2017.yaml", "published: 2017-12-12", "published: 2027-01-31")
    workspace.edit("evidence/responses/peel-legitimacy-2017.yaml", "  sent: 2018-04-09\n", "")
    workspace.edit(
        "evidence/office.yaml",
        "\nletterheads:",
        "\nbank_holidays:\n  - {day: 2027-03-25, what: a jubilee}\n\nletterheads:",
    )
    desk = status(workspace, ["peel-legitimacy-2017"], today=date(2027, 2, 1)).standings
    due = "Saturday 27 March 2027, in practice Wednesday 24 March 2027"
    for form in ("status --format html", "coverage --format html", "coverage --format markdown"):
        assert due in part(form)(desk)
    assert json.loads(part("status --format json")(desk))["reports"][0]["last_working_day"] == "2027-03-24"
    (event,) = Calendar.from_ical(part("status --format ics")(desk)).walk("VEVENT")
    assert due in event["description"]
    assert event["dtstart"].dt == date(2027, 3, 27)
    console = Console(width=100, record=True)
    console.print(terminal.status(desk))
    assert "in practice" in console.export_text()
