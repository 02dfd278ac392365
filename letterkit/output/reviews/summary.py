"""A review as a summary in the terminal."""

from collections import Counter

from letterkit.output.words import claims, counted
from letterkit.review import Review

MOST_SHOWN = 100
"""How many findings a person reads in a terminal; the gravest come first."""
Line = tuple[str, str]
"""A line and its style: bold, a colour or none."""


def summary(found: Review) -> list[Line]:
    """Return the summary of a review: what became of the values, the coverage and the findings."""
    counts = Counter(one.verdict for one in found.comparison.verdicts)
    told = ", ".join(f"{count} {verdict}" for verdict, count in counts.items()) or "no sourced value in it"
    lines: list[Line] = [
        (found.file, "bold"),
        (f"{len(found.comparison.places)} sourced values: {told}. Record: {found.recorded}.", ""),
        (claims(found.claims), ""),
    ]
    if found.foreign:
        lines.append(("It is not made from the letter as composed now, so its claims alone were judged.", ""))
    for standing in found.standings:
        done, total = standing.coverage.answered, len(standing.coverage.items)
        lines.append((f"{standing.coverage.report.title}: {done} of {total} items answered.", ""))
    waiting, comments = found.manuscript.pending_changes, found.manuscript.open_comments
    unsettled = [counted(waiting, "tracked change"), counted(len(comments), "comment")]
    if any(unsettled):
        lines.append((f"Not settled yet: {', '.join(filter(None, unsettled))}.", ""))
    if found.manuscript.not_read:
        lines.append((f"Not read: {'; '.join(found.manuscript.not_read)}.", ""))
    findings = found.findings()
    lines += [(str(finding), finding.severity.colour) for finding in findings[:MOST_SHOWN]]
    if len(findings) > MOST_SHOWN:
        more = f"{len(findings) - MOST_SHOWN:,} more findings, none graver than these; --format json has them all."
        lines.append((more, "bold"))
    if not findings:
        read = "what could be read of " if found.manuscript.not_read else ""
        lines.append((f"Nothing to look at: {read}the draft says what the evidence says.", ""))
    return lines
