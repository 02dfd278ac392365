"""Pages in a real browser: accessible by axe-core, usable from the keyboard, no network. Needs Chromium."""

import shutil
from datetime import date

import pytest

from letterkit.cli.parts import part
from letterkit.workspace.commands.coverage import coverage
from letterkit.workspace.commands.draft import as_page, draft
from letterkit.workspace.commands.review import review
from letterkit.workspace.commands.status import status
from tests.edits import EditedDraft

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
REPORTS = ["getting-a-grip-2023", "peel-legitimacy-2017"]

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium"),
    pytest.mark.xdist_group("browser"),
    pytest.mark.slow,
]


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
        with playwright.chromium.launch(executable_path=CHROMIUM, args=arguments) as opened:
            yield opened


@pytest.fixture
def pages(workspace):
    """Every page that letterkit makes, of a workspace with something open on it."""
    workspace.edit("evidence/responses/peel-legitimacy-2017.yaml", "  sent: 2018-04-09\n", "")
    today = date(2018, 2, 20)
    draft(workspace, REPORTS, out=workspace.drafts, write=as_page)
    (workspace.drafts / "coverage.html").write_text(
        part("coverage --format html")(coverage(workspace, REPORTS, today=today)), encoding="utf-8"
    )
    (workspace.drafts / "status.html").write_text(
        part("status --format html")(status(workspace, REPORTS, today=today).standings), encoding="utf-8"
    )
    path = workspace.drafts / "race-and-policing-2023.docx"
    draft(workspace, ["race-and-policing-2023"], out=workspace.drafts)
    file = EditedDraft(path.read_bytes())
    file.replace("1,433", "1,533", tracked=True)
    file.swap("45.3%", "31.6%")
    file.comment("6,466", "Sure?", reply="Yes.")
    file.replace("is still making", "is not making")
    file.copy_paragraph("Your report returns", after="In its")
    file.strike("February 2023")
    path.write_bytes(file.to_bytes())
    found = review(workspace, path, report_id=None, today=today)
    (workspace.drafts / "review.html").write_text(part("review --format html")(found), encoding="utf-8")
    return workspace.drafts


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1200, 400])
def test_every_page_passes_axe_and_asks_for_nothing(browser, pages, scheme, width):
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415

    for path in sorted(pages.glob("*.html")):
        context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800}, bypass_csp=True)
        page = context.new_page()
        asked = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.goto(path.as_uri())
        results = Axe().run(page)
        assert results.violations_count == 0, f"{path.name}: {results.generate_report()}"
        assert [url for url in asked if not url.startswith("file:")] == []
        context.close()


def test_the_desk_can_be_used_from_the_keyboard(browser, pages):
    page = browser.new_page()
    page.goto((pages / "status.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to content"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").startswith("PEEL: Police legitimacy")
    page.keyboard.press("Enter")
    page.wait_for_url("**#peel-legitimacy-2017")
    page.close()


@pytest.fixture
def review_page(browser, pages):
    page = browser.new_page(viewport={"width": 1300, "height": 700})
    broken = []
    page.on("console", lambda message: broken.append(message.text))
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.goto((pages / "review.html").as_uri())
    yield page
    assert broken == []  # the policy lets the page's own style and script run, and nothing complained
    page.close()


def test_a_review_is_stepped_through_from_the_keyboard(review_page):
    findings = review_page.locator("#findings li")
    count = findings.count()
    assert count >= 6
    told = []
    for _ in range(count):
        review_page.keyboard.press("j")
        told.append(review_page.locator("li.here").inner_text())
    assert told == findings.all_inner_texts()
    review_page.keyboard.press("k")
    assert review_page.locator("li.here").inner_text() == told[-2]
    assert (
        review_page.evaluate("document.activeElement.id") == review_page.locator("li.here a").get_attribute("href")[1:]
    )
    assert told[-2] in review_page.locator("#told").inner_text()


def test_the_keys_can_be_turned_off_and_findings_filtered(review_page):
    review_page.get_by_label("Keys j and k").uncheck()
    review_page.keyboard.press("j")
    assert review_page.locator("li.here").count() == 0
    review_page.get_by_label("Errors").uncheck()
    assert review_page.locator("li.error:visible").count() == 0
    assert review_page.locator("li.warning:visible").count() > 0
    quiet = review_page.locator(".card.quiet:visible").count()
    review_page.get_by_label("Values that agree").uncheck()
    assert (quiet > 100, review_page.locator(".card.quiet:visible").count()) == (True, 0)


def test_a_value_in_the_letter_leads_to_its_evidence_and_back_by_mouse(review_page):
    review_page.locator("a.value.edited").click()
    card = review_page.locator(":target")
    assert "statistics.stop_search_not_stated.count" in card.inner_text()
    assert "stop and search statistics" in card.inner_text()
    card.locator("a").click()
    assert review_page.locator(":target").inner_text() == "1,533"


def test_a_review_on_paper_has_no_controls(review_page):
    review_page.emulate_media(media="print")
    assert not review_page.locator("fieldset").is_visible()
    assert review_page.locator("#findings").is_visible()
