"""Pages in a real browser: accessible by axe-core, usable from the keyboard, no network. Needs Chromium."""

import shutil
from datetime import date

import pytest

from letterkit.commands.coverage import coverage_of_reports
from letterkit.commands.draft import draft
from letterkit.commands.status import status
from letterkit.desk import Desk
from letterkit.reports import COVERAGE_REPORTS, STATUS_REPORTS

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
REPORTS = ["getting-a-grip-2023", "peel-legitimacy-2017"]

pytestmark = [pytest.mark.skipif(CHROMIUM is None, reason="no Chromium"), pytest.mark.xdist_group("browser")]


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
        with playwright.chromium.launch(executable_path=CHROMIUM, args=arguments) as opened:
            yield opened


@pytest.fixture
def pages(workspace):
    """Every page that letterkit makes, of a desk with something open on it."""
    workspace.edit("evidence/responses/peel-legitimacy-2017.yaml", "  sent: 2018-04-09\n", "")
    desk, today = Desk(workspace, REPORTS), date(2018, 2, 20)
    draft(workspace, REPORTS, out=workspace.drafts, form="html")
    (workspace.drafts / "coverage.html").write_text(
        COVERAGE_REPORTS["html"](coverage_of_reports(desk, REPORTS, today=today)), encoding="utf-8"
    )
    (workspace.drafts / "status.html").write_text(
        STATUS_REPORTS["html"](status(workspace, REPORTS, today=today)), encoding="utf-8"
    )
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
    assert page.url.endswith("#peel-legitimacy-2017")
    page.close()
