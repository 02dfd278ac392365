"""Coverage and the desk as one self-contained HTML page (WCAG 2.2 AA), which needs nothing from anywhere else."""

from collections.abc import Iterator, Sequence
from html import escape

from letterkit.coverage import Standing
from letterkit.evidence import day as printed
from letterkit.formats.page_shell import page
from letterkit.output.words import DEPTHS, told, urgency

STYLE = """
:root { color-scheme: light dark; --ink: #16242f; --paper: #fff; --soft: #eef3f4; --line: #b3c4c8; --link: #005a8c;
  --good: #00656b; --bad: #a4161a; --warn: #7a4d00; --note: #33516b; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eef0; --paper: #12191e; --soft: #1d272d; --line: #4a5b60;
  --link: #7cc4f0; --good: #5cc2c6; --bad: #ff9a94; --warn: #f0c060; --note: #a9c3dc; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 Arial, Helvetica, sans-serif; }
main { max-width: 76rem; margin: 0 auto; padding: 2rem 1.25rem 5rem; } a { color: var(--link); }
h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; margin: 2.5rem 0 .25rem; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
caption { text-align: left; padding-bottom: .5rem; } thead th { border-bottom: 2px solid var(--good); }
th, td { text-align: left; vertical-align: top; padding: .5rem .9rem .5rem 0; border-bottom: 1px solid var(--line); }
td.no, .error, .late { color: var(--bad); font-weight: bold; }
.warning { color: var(--warn); } .note { color: var(--note); }
meter { width: 8rem; margin-right: .25rem; } .tight { white-space: nowrap; }
small { font-weight: normal; font-size: .9rem; }
li { margin-bottom: .35rem; }
.place { font-family: Consolas, Menlo, monospace; font-size: .9rem; }
@media print { main { max-width: none; padding: 0; } .skip { display: none; } section { break-inside: avoid; } }
"""


def write_coverage(standings: Sequence[Standing]) -> str:
    """Return the page on coverage: each report with its items and findings."""
    return _page("Coverage", "".join(_section(standing) for standing in standings))


def write_status(standings: Sequence[Standing]) -> str:
    """Return the desk's page: a row a report, the most urgent first, then each in full."""
    heads = "".join(
        f'<th scope="col">{head}</th>' for head in ("Report", "Last lawful day", "Clock", "Answered", "Open", "Draft")
    )
    rows = "".join(_row(standing) for standing in standings)
    table = (
        '<div class="scroll" tabindex="0" role="region" aria-label="Reports"><table>'
        f"<caption>Reports, the most urgent first</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody>"
        "</table></div>"
    )
    return _page("The desk", table + "".join(_section(standing) for standing in standings))


def _page(title: str, body: str) -> str:
    main = f'<a class="skip" href="#main">Skip to content</a>\n<main id="main">\n<h1>{title}</h1>\n{body}\n</main>'
    return page(f"{title} - letterkit", STYLE, main)


def _row(standing: Standing) -> str:
    late = " late" if standing.clock.late and not standing.clock.sent else ""
    name = escape(standing.report_id)
    return (
        f'<tr><th scope="row"><a href="#{name}">{escape(standing.coverage.report.title)}</a></th>'
        f'<td class="tight">{printed(standing.clock.last_day)}</td>'
        f'<td class="tight{late}">{urgency(standing)}</td>'
        f'<td class="tight">{_bar(standing)}</td><td>{len(standing.findings())}</td>'
        f"<td>{escape(standing.draft or 'none')}</td></tr>"
    )


def _bar(standing: Standing) -> str:
    done, total = standing.coverage.answered, len(standing.coverage.items)
    return f'<meter min="0" max="{total or 1}" value="{done}" aria-hidden="true"></meter> {done} of {total}'


def _section(standing: Standing) -> str:
    name = escape(standing.report_id)
    heads = "".join(
        f'<th scope="col">{head}</th>'
        for head in ("Item", *(depth.capitalize() for depth in DEPTHS), "Where in the letter")
    )
    rows = "".join(_item_rows(standing))
    title = escape(standing.coverage.report.title)
    return (
        f'<section aria-labelledby="{name}"><h2 id="{name}">{title}</h2>'
        f"<p>{_bar(standing)} items answered, judged on {escape(standing.judged)}. {escape(standing.clock.told())}</p>"
        f'<div class="scroll" tabindex="0" role="region" aria-label="Items of {title}">'
        f"<table><caption>Items of the report</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody>"
        "</table></div>"
        f"{_findings(standing)}</section>"
    )


def _item_rows(standing: Standing) -> Iterator[str]:
    for item in standing.coverage.items:
        depths = "".join(
            f'<td class="{told(depth).replace(" ", "-")}">{told(depth)}</td>'
            for depth in (item.in_evidence, item.in_letter, item.in_substance)
        )
        text = escape(item.item.text)
        yield (
            f'<tr><th scope="row">{escape(item.item.label)}<br><small>{text}</small></th>{depths}'
            f"<td>{escape('; '.join(item.where))}</td></tr>"
        )


def _findings(standing: Standing) -> str:
    found = standing.findings()
    if not found:
        return "<p>Nothing is open.</p>"
    lines = "".join(
        f'<li><span class="{finding.severity.label}">{finding.severity.label.capitalize()}</span> '
        f"{escape(finding.subject)}: {escape(finding.message)}"
        + (f' <span class="place">{escape(str(finding.place))}</span>' if finding.place else "")
        + "</li>"
        for finding in found
    )
    return f"<h3>Findings</h3><ul>{lines}</ul>"
