"""What each command imports when it is called, and no other."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

import click

PARTS = {
    "validate": "workspace.commands.validate:validate",
    "draft": "workspace.commands.draft:draft",
    "draft --format docx": "workspace.commands.draft:as_word",
    "draft --format html": "workspace.commands.draft:as_page",
    "draft --format txt": "workspace.commands.draft:as_text",
    "coverage REPORT": "workspace.commands.coverage:coverage",
    "coverage DRAFT": "workspace.commands.coverage_of_draft:coverage_of_draft",
    "coverage OFFICES": "workspace.commands.coverage_of_offices:coverage_of_offices",
    "coverage OFFICES --format table": "output.offices:table",
    "coverage OFFICES --format json": "output.offices:write",
    "coverage --format table": "output.standings.terminal:coverage",
    "coverage --format json": "output.standings.data:write",
    "coverage --format junit": "output.standings.junit:write",
    "coverage --format github": "output.standings.github:write",
    "coverage --format markdown": "output.standings.markdown:write",
    "coverage --format html": "output.pages.standings:write_coverage",
    "review": "workspace.commands.review:review",
    "review --format summary": "output.reviews.summary:summary",
    "review --format json": "output.reviews.data:write_json",
    "review --format junit": "output.reviews.data:write_junit",
    "review --format html": "output.pages.review:write_review",
    "redline OLD NEW": "workspace.commands.redline:redline_files",
    "redline NEW": "workspace.commands.redline:redline_draft",
    "status": "workspace.commands.status:status",
    "unread files": "workspace.unread_files:unread_files",
    "status --format table": "output.standings.terminal:status",
    "status --format json": "output.standings.data:write",
    "status --format html": "output.pages.standings:write_status",
    "status --format ics": "output.standings.calendar:write",
    "commitments": "workspace.commands.commitments:commitments_of",
    "commitments --format table": "output.commitments:table",
    "commitments --format json": "output.commitments:write_json",
    "schema": "workspace.commands.schema:schema",
    "console": "cli.console:PlainConsole",
    "progress": "cli.console:progress",
}
"""What each command needs of letterkit, by what people type: imported when it is called, and no other."""


def part(name: str) -> Callable[..., Any]:
    """Import a part of letterkit."""
    module, _, function = PARTS[name].partition(":")
    found: Callable[..., Any] = getattr(import_module(f"letterkit.{module}"), function)
    return found


def forms(command: str) -> "click.Choice[str]":
    """Return the forms in which a command tells what it found, the first by default."""
    start = f"{command} --format "
    return click.Choice([name.removeprefix(start) for name in PARTS if name.startswith(start)])
