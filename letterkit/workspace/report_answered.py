"""Which report a file that came back answers, where it holds no record that says so."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from letterkit.errors import EvidenceError, UsageError
from letterkit.evidence import InspectionReport, load_evidence, readable_reports
from letterkit.findings import Finding, Severity
from letterkit.formats.word.opc import Package
from letterkit.formats.word.reading import control_references
from letterkit.language import composed, normal_form
from letterkit.letter import DraftLetter, Heading, text_of
from letterkit.workspace.folder import Workspace

LEAST_OF_A_TITLE = 3
"""How many words a part of a title has that stands for the whole in a subject line: Getting a grip."""

CONTROLS, SUBJECT, TEXT = "its controls say", "its subject line says", "its text says"
BETWEEN_WORDS = re.compile(r"[\W_]+")


def named_by(workspace: Workspace, path: Path) -> str | None:
    """Return the report that the name of a file begins with, else the one that it has in it."""
    reports = {report_id: _words(report_id) for report_id in workspace.report_ids()}
    name = _words(path.stem)
    for fits in (str.startswith, str.__contains__):
        found = [report_id for report_id, words in reports.items() if fits(name, words)]
        if found:
            return max(found, key=len)
    return None


def _words(name: str) -> str:
    return f" {BETWEEN_WORDS.sub(' ', composed(name)).strip()} ".lower()


def find_report(workspace: Workspace, name: str, draft: DraftLetter, package: Package | None) -> tuple[str, Finding]:
    """Return the report that a file answers by its controls, subject line or text, and a note of how it was found.

    Raises UsageError where none or more than one fits.
    """
    fits: set[str] = set()
    for told_by, found in _fitting(workspace, draft, package):
        fits = (fits & found) or fits or found
        if len(fits) > 1:
            fits = _in_one_letter(workspace, fits)
        if len(fits) == 1:
            (report_id,) = fits
            what = f"{name} holds no record of its making; {told_by} that it answers '{report_id}'."
            return report_id, Finding("report", Severity.NOTE, report_id, f"{what} If not, name the report: --report.")
    if fits:
        told = " or ".join(f"'{report_id}'" for report_id in sorted(fits))
        raise UsageError(f"{name} may answer {told}. Say which with --report.")
    raise UsageError(f"{name} does not say which report it answers. Name it with --report.")


def _fitting(workspace: Workspace, draft: DraftLetter, package: Package | None) -> Iterator[tuple[str, set[str]]]:
    """Go through what speaks for reports, the surest first, each with the reports that it speaks for."""
    if package:
        references, known = list(control_references(package)), set(workspace.report_ids())
        for kind in ("responses", "reports"):
            yield CONTROLS, {one[1] for one in references if one.kind == kind and len(one) > 1} & known
    reports = dict(readable_reports(workspace.root, workspace.report_ids()))
    titles = {report_id: [normal_form(report.title)] for report_id, report in reports.items()}
    parts = {report_id: list(_parts(report.title)) for report_id, report in reports.items()}
    headings = [text_of(block.spans) for block in draft.letter.plain_blocks() if isinstance(block, Heading)]
    lines = [line.text for line in draft.manuscript.lines]
    subjects = [*headings, draft.letter.title, *(line for line in lines if not line.rstrip().endswith("."))]
    named = [_first_named(titles, subjects), _first_named(parts, subjects), _first_named(titles, lines)]
    yield from zip((SUBJECT, SUBJECT, TEXT), named, strict=True)
    yield TEXT, _published(reports, lines) & set().union(*named)


def _parts(title: str) -> Iterator[tuple[str, ...]]:
    """Go through the parts of a title, before and after its colon, that can stand for the whole."""
    for part in title.split(":"):
        words = normal_form(part)
        if len(words) >= LEAST_OF_A_TITLE:
            yield words


def _first_named(titles: Mapping[str, Sequence[tuple[str, ...]]], lines: Iterable[str]) -> set[str]:
    """Return the reports whose titles stand in the first line that has one, without those within a longer title."""
    for line in lines:
        text = _joined(normal_form(line))
        found = {report_id: words for report_id, own in titles.items() for words in own if _joined(words) in text}
        longest = {
            report_id
            for report_id, words in found.items()
            if not any(other != words and _joined(words) in _joined(other) for other in found.values())
        }
        if longest:
            return longest
    return set()


def _joined(words: Iterable[str]) -> str:
    return f" {' '.join(words)} "


def _published(reports: Mapping[str, InspectionReport], lines: Iterable[str]) -> set[str]:
    """Return the reports whose day of publication stands in the letter."""
    said = {word for line in lines for word in normal_form(line)}
    return {report_id for report_id, report in reports.items() if report.published.isoformat() in said}


def _in_one_letter(workspace: Workspace, reports: set[str]) -> set[str]:
    """Return the report after which one letter on all of these is named, or the reports as they are."""
    try:
        pack = load_evidence(workspace.root, sorted(reports))
    except EvidenceError:
        return reports
    main = pack.main_of(min(reports))
    return {main} if reports <= set(pack.together_with(main)) else reports
