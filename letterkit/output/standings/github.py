"""Findings as GitHub Actions annotations."""

from collections.abc import Sequence

from letterkit.coverage import Standing
from letterkit.findings import Finding, Severity

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def write(standings: Sequence[Standing]) -> str:
    """Return a workflow command a line for each finding."""
    return "".join(_command(finding) + "\n" for standing in standings for finding in standing.findings())


def _command(finding: Finding) -> str:
    place = finding.place
    where = [f"title={_property(finding.subject)}"]
    if place:
        where += [f"file={_property(place.file)}", f"line={place.line or 1}"]
    return f"::{LEVELS[finding.severity]} {','.join(where)}::{_data(f'{finding.message} [{finding.check}]')}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
