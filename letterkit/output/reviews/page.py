"""A review as one HTML page (WCAG 2.2 AA) to keep open beside Word: letter, findings and evidence side by side."""

from collections import Counter
from collections.abc import Iterator
from html import escape

from letterkit.findings import Finding, Severity
from letterkit.formats.page_shell import page
from letterkit.output.reviews.letter_view import CLASSES, letter_view
from letterkit.output.words import claims
from letterkit.review import Compared, Review, Verdict

STYLE = """
:root { color-scheme: light dark; --ink: #16242f; --paper: #fff; --soft: #eef3f4; --line: #b3c4c8; --link: #005a8c;
  --bad: #a4161a; --warn: #7a4d00; --note: #33516b; --good: #00656b; --hand: #fdf0c4;
  --wrong: #fbe3e1; --old: #fbead0; --other: #e3ebf5; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eef0; --paper: #12191e; --soft: #1d272d; --line: #4a5b60;
  --link: #7cc4f0; --bad: #ff9a94; --warn: #f0c060; --note: #a9c3dc; --good: #5cc2c6; --hand: #4a3d10;
  --wrong: #4d1f1f; --old: #4a3413; --other: #243448; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 Arial, Helvetica, sans-serif; }
a { color: var(--link); } h1 { font-size: 1.5rem; margin: 0 0 .5rem; } h2 { font-size: 1.2rem; margin: 1.5rem 0 .5rem; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; z-index: 2; }
header { padding: 1.25rem; border-bottom: 1px solid var(--line); } header p { margin: .25rem 0; }
meter { width: 8rem; } fieldset { border: 1px solid var(--line); margin: .75rem 0 0; padding: .25rem .75rem .5rem; }
label { display: inline-block; margin-right: 1rem; padding: .15rem 0; } input { margin: 0 .35rem 0 0; }
.columns { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); }
#letter, #side { padding: 0 1.25rem 2rem; max-height: 100vh; overflow-y: auto; box-sizing: border-box; }
#side { background: var(--soft); } #letter > * { max-width: 46rem; }
.value { color: inherit; text-decoration: underline dotted var(--good); text-underline-offset: .2em; }
.equivalent-form { text-decoration: underline dashed var(--note); background: var(--other); }
.edited, .conflict, .swapped { text-decoration: underline wavy var(--bad); background: var(--wrong); }
.stale { text-decoration: underline wavy var(--warn); background: var(--old); }
.edited, .conflict, .swapped, .stale { font-weight: bold; }
.copied { text-decoration: underline double var(--note); background: var(--other); }
.by-hand { background: var(--hand); }
ins { text-decoration-color: var(--good); } del { color: var(--bad); } .spot:focus { outline: none; }
.comment { font-size: .8rem; margin-left: .15rem; border: 1px solid var(--note); padding: 0 .25rem; }
.here { outline: 3px solid var(--link); outline-offset: 2px; } :target { background: var(--hand); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
ol, ul { padding-left: 1.25rem; } li { margin-bottom: .6rem; overflow-wrap: anywhere; }
.error b { color: var(--bad); } .warning b { color: var(--warn); } .note b { color: var(--note); }
.card { border-top: 1px solid var(--line); padding: .5rem 0; overflow-wrap: anywhere; }
.card h3 { font-size: 1rem; margin: 0; } dl { margin: .25rem 0; display: grid; grid-template-columns: 6rem 1fr; }
dt { color: var(--note); } dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; } td { border: 1px solid var(--line); padding: .3rem .5rem; vertical-align: top; }
.scroll { overflow-x: auto; }
body:has(#show-error:not(:checked)) li.error, body:has(#show-warning:not(:checked)) li.warning,
body:has(#show-note:not(:checked)) li.note, body:has(#show-same:not(:checked)) .card.quiet { display: none; }
body:has(#show-same:not(:checked)) .value.same, body:has(#show-same:not(:checked)) .value.equivalent-form {
  text-decoration: none; }
@media (max-width: 60rem) { .columns { display: block; } #letter, #side { max-height: none; overflow: visible; } }
@media print { .columns { display: block; } #letter, #side { max-height: none; overflow: visible; }
  fieldset, .skip { display: none; } .card.quiet { display: none; } }
"""
SCRIPT = """
const steps = { j: 1, k: -1 };
const keys = document.getElementById("keys");
let at = -1;
document.addEventListener("keydown", (event) => {
  const step = steps[event.key];
  if (!step || !keys.checked || event.ctrlKey || event.metaKey || event.altKey) return;
  const shown = [...document.querySelectorAll("#findings li")].filter((item) => item.offsetParent !== null);
  if (!shown.length) return;
  at = (at + step + shown.length + (at < 0 && step < 0 ? 1 : 0)) % shown.length;
  document.querySelectorAll(".here").forEach((item) => item.classList.remove("here"));
  const item = shown[at], link = item.querySelector("a");
  item.classList.add("here");
  item.scrollIntoView({ block: "nearest" });
  const spot = link && document.querySelector(link.getAttribute("href"));
  if (spot) { spot.scrollIntoView({ block: "center" }); spot.focus({ preventScroll: true }); }
  document.getElementById("told").textContent = `${at + 1} of ${shown.length}: ${item.textContent}`;
});
"""
SHOWN = [verdict for verdict in Verdict if verdict is not Verdict.MISSING]
QUIET = (Verdict.SAME, Verdict.EQUIVALENT)
GRAVEST_FIRST = sorted(Severity, reverse=True)


def write_review(review: Review) -> str:
    """Return the page."""
    body = (
        '<a class="skip" href="#findings">Skip to findings</a>\n'
        f'{_header(review)}\n<main class="columns">\n'
        '<article id="letter" tabindex="0" aria-label="The draft"><h2>The draft as it stands</h2>\n'
        f"{letter_view(review)}\n"
        f'</article>\n<section id="side" tabindex="0" aria-label="Findings and evidence">\n'
        f"{_findings(review)}{_comments(review)}{_evidence(review)}</section>\n</main>\n"
        '<div id="told" class="skip" role="status"></div>'
    )
    return page(f"Review of {review.file} - letterkit", STYLE, body, script=SCRIPT)


def _header(review: Review) -> str:
    counts = Counter(one.verdict for one in review.comparison.verdicts)
    told = ", ".join(f"{count} {verdict}" for verdict, count in counts.items()) or "none"
    coverage = "".join(
        f'<p>{escape(standing.coverage.report.title)}: <meter min="0" max="{len(standing.coverage.items) or 1}" '
        f'value="{standing.coverage.answered}" aria-hidden="true"></meter> '
        f"{standing.coverage.answered} of {len(standing.coverage.items)} items answered</p>"
        for standing in review.standings
    )
    unread = f"<p>Not read: {escape('; '.join(review.manuscript.not_read))}.</p>" if review.manuscript.not_read else ""
    boxes = "".join(
        f'<label><input type="checkbox" id="show-{severity.label}" checked>{severity.label.capitalize()}s</label>'
        for severity in GRAVEST_FIRST
    )
    legend = ", ".join(f'<span class="value {CLASSES[verdict]}">{verdict}</span>' for verdict in SHOWN)
    legend += ', <span class="by-hand">written by hand</span>, <ins>inserted</ins>, <del>deleted</del>'
    return (
        f"<header><h1>Review of {escape(review.file)}</h1>{coverage}"
        f"<p>Sourced values: {told}. Record: {review.recorded}. {escape(claims(review.claims))} "
        f"Tracked changes not settled: {review.manuscript.pending_changes}.</p>{unread}"
        f"<fieldset><legend>Show</legend>{boxes}"
        '<label><input type="checkbox" id="show-same" checked>Values that agree</label>'
        '<label><input type="checkbox" id="keys" checked>Keys j and k step through the findings</label>'
        f"</fieldset><p>In the letter: {legend}.</p></header>"
    )


def _findings(review: Review) -> str:
    numbered = {id(note.finding): number for number, note in enumerate(review.notes) if note.start is not None}
    lines = "".join(_finding(finding, numbered.get(id(finding))) for finding in review.findings())
    told = f"<ol>{lines}</ol>" if lines else "<p>Nothing to look at: the draft says what the evidence says.</p>"
    return f'<section id="findings" tabindex="-1" aria-label="Findings"><h2>Findings</h2>{told}</section>'


def _finding(finding: Finding, number: int | None) -> str:
    place = escape(str(finding.place)) if finding.place else ""
    subject = escape(finding.subject)
    linked = f'<a href="#n{number}">{subject}</a>' if number is not None else subject
    severity = finding.severity.label
    return (
        f'<li class="{severity}"><b>{severity.capitalize()}</b> ({finding.check}) {linked}: '
        f"{escape(finding.message)} <small>{place}</small></li>"
    )


def _comments(review: Review) -> str:
    if not review.manuscript.comments:
        return ""
    lines = "".join(
        f'<li id="c{escape(comment.id)}"><b>{escape(comment.author)}</b> on \N{LEFT SINGLE QUOTATION MARK}'
        f"{escape(comment.anchor)}\N{RIGHT SINGLE QUOTATION MARK}, {escape(comment.place)}: {escape(comment.text)} "
        f"({'reply' if comment.parent else 'resolved' if comment.resolved else 'open'})</li>"
        for comment in review.manuscript.comments
    )
    return f"<h2>Comments</h2><ul>{lines}</ul>"


def _evidence(review: Review) -> str:
    cards = "".join(_cards(review))
    return f"<h2>Evidence behind each value</h2>{cards}" if cards else ""


def _cards(review: Review) -> Iterator[str]:
    verdicts = enumerate(review.comparison.verdicts)
    for number, one in sorted(verdicts, key=lambda pair: pair[1].verdict in QUIET):
        quiet = " quiet" if one.verdict in QUIET else ""
        linked = one.draft is not None and one.end > one.start
        shown = escape(one.draft if one.draft is not None else one.record)
        title = f'<a href="#v{number}">{shown}</a>' if linked else shown
        rows = "".join(f"<dt>{name}</dt><dd>{escape(text)}</dd>" for name, text in _rows(review, one) if text)
        yield f'<div class="card{quiet}" id="e{number}"><h3>{title}</h3><dl>{rows}</dl></div>'


def _rows(review: Review, one: Compared) -> Iterator[tuple[str, str]]:
    yield "Verdict", str(one.verdict)
    if one.verdict not in QUIET:
        yield "Generated", one.record
        yield "Evidence", one.evidence or "does not print it now"
    if one.change:
        yield "Changed by", f"{one.change.author}, {one.change.date}"
    yield "Reference", one.reference
    yield "Source", review.sources.get(one.references[0], "")
