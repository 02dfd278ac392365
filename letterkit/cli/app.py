"""The commands and their flags, each to one call, what it found to the terminal and an exit code."""

import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from letterkit.cli.failures import BAD_INPUT, CLEAN, FINDINGS, failures_told, say
from letterkit.cli.parts import forms, part
from letterkit.errors import LetterkitError
from letterkit.findings import Finding, Severity
from letterkit.workspace import Workspace

SEVERITIES = {severity.label: severity for severity in Severity}


def _read_day(_context: click.Context, _option: click.Parameter, value: str | None) -> date:
    """Read a day, or say how to write it; none named is today, where the office is."""
    try:
        return date.fromisoformat(value) if value else date.today()  # noqa: DTZ011 - the office's own day
    except ValueError:
        raise click.BadParameter(f"'{value}' is not a day. Write it as 2026-11-22.") from None


workspace_option = click.option(
    "--workspace", "folder", type=click.Path(path_type=Path, exists=True, file_okay=False), default=Path(),
    help="The folder that holds 'evidence'; found from where you are if not named.",
)  # fmt: skip
all_option = click.option("--all", "everything", is_flag=True, help="Every report in evidence/reports/.")
fail_on_option = click.option(
    "--fail-on", type=click.Choice([*SEVERITIES, "never"]), default="error", show_default=True,
    help="The least severity of a finding that makes the exit code 1.",
)  # fmt: skip

today_option = click.option(
    "--today", callback=_read_day, metavar="YYYY-MM-DD",
    help="The day to judge on.  [default: today]",
)  # fmt: skip


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="letterkit", prog_name="letterkit")
def letterkit() -> None:
    """Letters from a policing body to HMICFRS, every fact merged from checked evidence."""


def _complete_reports(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    """Return the reports of the workspace one is in, for the shell to complete."""
    try:
        return [report_id for report_id in Workspace.find(Path()).report_ids() if report_id.startswith(begun)]
    except LetterkitError:
        return []


@letterkit.command()
@click.argument("reports", nargs=-1, shell_complete=_complete_reports)
@all_option
@workspace_option
@fail_on_option
def validate(reports: Sequence[str], folder: Path, fail_on: str, *, everything: bool) -> int:
    """Check evidence, templates and letterheads of REPORTS (of all, if none is named)."""
    workspace = Workspace.find(folder)
    return tell(part("validate")(workspace, workspace.chosen(reports, everything=everything)), fail_on)


@letterkit.command()
@click.argument("reports", nargs=-1, shell_complete=_complete_reports)
@all_option
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="The folder for the letters.  [default: drafts]"
)
@click.option("--format", "form", type=forms("draft"), default="docx", show_default=True, help="What to write.")
@click.option("--force", is_flag=True, help="Draft anew even where people changed the draft; theirs is kept beside it.")
@workspace_option
@fail_on_option
def draft(
    reports: Sequence[str], out: Path | None, form: str, folder: Path, fail_on: str, *, everything: bool, force: bool
) -> int:
    """Draft the letters that answer REPORTS, on the letterhead of their date."""
    if not reports and not everything:
        raise click.UsageError("Name a report, or say --all.")
    workspace = Workspace.find(folder)
    chosen = workspace.chosen(reports, everything=everything)
    write = part(f"draft --format {form}")
    found = part("draft")(workspace, chosen, out=out or workspace.drafts, write=write, force=force, made=_say_made)
    return tell(found, fail_on)


@letterkit.command()
@click.argument("targets", nargs=-1, metavar="[REPORT | DRAFT.docx]...", shell_complete=_complete_reports)
@all_option
@click.option("--report", "report_id", help="The report that DRAFT.docx answers, if the file does not say.")
@click.option("--format", "form", type=forms("coverage"), default="table", show_default=True,
              help="How to tell it.")  # fmt: skip
@today_option
@workspace_option
@fail_on_option
def coverage(
    targets: Sequence[str],
    report_id: str | None,
    form: str,
    today: date,
    folder: Path,
    fail_on: str,
    *,
    everything: bool,
) -> int:
    """Is every item of REPORT answered: in evidence, in the letter, in substance?

    For a Word file that people edited, name the file. With --all in a folder that holds the folders of several
    offices: how each office stands.
    """
    if not targets and not everything:
        raise click.UsageError("Name a report or a Word file, or say --all.")
    offices = [] if targets else Workspace.inside(folder)
    if offices:
        return _coverage_of_offices(offices, form, today, fail_on)
    workspace = Workspace.find(folder)
    files = [Path(target) for target in targets if Path(target).is_file() or target.lower().endswith(".docx")]
    named = [target for target in targets if Path(target) not in files]
    standings: list[Any] = []
    if named or everything:
        chosen = workspace.chosen(named, everything=everything)
        standings += part("coverage REPORT")(workspace, chosen, today=today)
    for path in files:
        standings += part("coverage DRAFT")(workspace, path, report_id=report_id, today=today)
    show("coverage", form, standings)
    return _code((finding.severity for standing in standings for finding in standing.findings()), fail_on)


def _coverage_of_offices(offices: Sequence[Workspace], form: str, today: date, fail_on: str) -> int:
    """Tell how each of several offices stands; problems in one leave the others as they are."""
    if form not in forms("coverage OFFICES").choices:
        raise click.UsageError(f"Several offices are told as {' or '.join(forms('coverage OFFICES').choices)}.")
    with part("progress")("offices", len(offices)) as judged:
        found = part("coverage OFFICES")(offices, today=today, judged=judged)
    show("coverage OFFICES", form, found)
    problems = [f"{office.name}: {problem}" for office in found for problem in office.problems]
    for problem in problems:
        say(problem, err=True)
    return BAD_INPUT if problems else _code([each for office in found for each in office.findings], fail_on)


@letterkit.command()
@click.argument("path", metavar="DRAFT", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--report", "report_id", help="The report that DRAFT answers, if the file does not say.")
@click.option("--format", "form", type=forms("review"), default="summary", show_default=True,
              help="How to tell it.")  # fmt: skip
@today_option
@workspace_option
@fail_on_option
def review(path: Path, report_id: str | None, form: str, today: date, folder: Path, fail_on: str) -> int:
    """Hold DRAFT, a Word, text or Markdown file that people edited, against its record and the evidence."""
    found = part("review")(Workspace.find(folder), path, report_id=report_id, today=today)
    show("review", form, found)
    return _code((finding.severity for finding in found.findings()), fail_on)


@letterkit.command()
@click.argument("paths", nargs=-1, required=True, metavar="[OLD.docx] NEW.docx",
                type=click.Path(path_type=Path, exists=True, dir_okay=False))  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False),
              help="The file to write.  [default: beside NEW.docx, as NEW-redline.docx]")  # fmt: skip
@click.option("--report", "report_id", help="The report that NEW.docx answers, if the file does not say.")
@click.option("--force", is_flag=True, help="Write over a file that is already there, unless it is a draft.")
@today_option
@workspace_option
def redline(
    paths: Sequence[Path], out: Path | None, report_id: str | None, today: date, folder: Path, *, force: bool
) -> int:
    """Write what differs between OLD.docx and NEW.docx as tracked changes, word by word.

    With one file: what differs from the letter that letterkit generated.
    """
    if len(paths) > 2:  # noqa: PLR2004 - one or two
        raise click.UsageError("Name one draft, or an older and a newer Word file.")
    out = out or paths[-1].with_name(f"{paths[-1].stem}-redline.docx")
    if len(paths) == 1:
        workspace = Workspace.find(folder)
        tell(part("redline NEW")(workspace, paths[0], report_id=report_id, out=out, dated=today, force=force), "never")
    else:
        part("redline OLD NEW")(*paths, out=out, dated=today, force=force)
    _say_made(out)
    return CLEAN


@letterkit.command()
@click.option("--format", "form", type=forms("status"), default="table", show_default=True,
              help="How to tell it.")  # fmt: skip
@today_option
@workspace_option
def status(form: str, today: date, folder: Path) -> int:
    """Show the desk: every report with its due day, coverage, open findings and draft, the most urgent first."""
    workspace = Workspace.find(folder)
    desk = part("status")(workspace, workspace.chosen([], everything=True), today=today)
    show("status", form, desk.standings)
    for report_id, why in desk.not_judged.items():
        say(f"{report_id}: {why}", style="yellow", err=True)
    tell(part("unread files")(workspace.root, workspace.report_ids()), "never")
    return CLEAN


@letterkit.command()
@click.argument("reports", nargs=-1, shell_complete=_complete_reports)
@click.option("--format", "form", type=forms("commitments"), default="table",
              show_default=True, help="How to tell it.")  # fmt: skip
@today_option
@workspace_option
def commitments(reports: Sequence[str], form: str, today: date, folder: Path) -> int:
    """List what the office has undertaken in answer to REPORTS (to all, if none is named), the most urgent first."""
    workspace = Workspace.find(folder)
    found = part("commitments")(workspace, workspace.chosen(reports, everything=False), today=today)
    show("commitments", form, found)
    return CLEAN


@letterkit.command()
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="The folder.  [default: evidence/schemas]"
)
@workspace_option
def schema(out: Path | None, folder: Path) -> int:
    """Write JSON Schemas, by which editors complete and check evidence while you type."""
    part("schema")(out or Workspace.find(folder).root / "evidence" / "schemas", made=_say_made)
    return CLEAN


def _say_made(path: Path) -> None:
    try:
        shown = path.absolute().relative_to(Path.cwd())
    except ValueError:
        shown = path
    say(str(shown))


def show(command: str, form: str, found: Any) -> None:
    """Tell what a command found: in the terminal, or as data for other programs."""
    told = part(f"{command} --format {form}")(found)
    if isinstance(told, str):
        say(told, nl=False)
    elif isinstance(told, list):
        for line, style in told:
            say(line, style=style)
    else:
        part("console")().print(told)


def tell(findings: Iterable[Finding], fail_on: str) -> int:
    """Print findings, the gravest first, and return the exit code."""
    findings = sorted(findings, key=lambda finding: -finding.severity)
    for finding in findings:
        say(str(finding), style=finding.severity.colour, err=True)
    return _code((finding.severity for finding in findings), fail_on)


def _code(found: Iterable[Severity], fail_on: str) -> int:
    failing = fail_on != "never" and any(severity >= SEVERITIES[fail_on] for severity in found)
    return FINDINGS if failing else CLEAN


def main() -> None:
    """Run the command line."""
    sys.exit(failures_told(_run))


def _run() -> int | None:
    if "" in sys.argv[1:]:
        raise click.UsageError("A name or option is empty. In a script: a variable in it has no value.")
    try:
        Path.cwd()
    except OSError:
        raise click.UsageError("The folder you are in has been taken away. Go to another.") from None
    code: int | None = letterkit.main(standalone_mode=False)
    return code
