"""What letterkit says in the terminal besides tables, and how each failure is told.

Exit codes: 0 clean, 1 findings at or above --fail-on, 2 bad input or usage, 3 a fault in letterkit.
"""

import errno
import io
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import click

from letterkit.errors import MOST_TOLD, InputError, LetterkitError
from letterkit.language import in_one_line, plainly

CLEAN, FINDINGS, BAD_INPUT, FAULT = 0, 1, 2, 3


STOPPING = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""What a closed window or a system that shuts down sends: letterkit stops as on Ctrl-C, and leaves nothing behind."""

OTHERWISE = "Check that it is not open elsewhere and that you may read and write there."
REMEDIES = {
    errno.ENOENT: "Check its name, and that it has not been moved.",
    errno.ENAMETOOLONG: "Give it a shorter name.",
    errno.ENOSPC: "Make room on the disk.",
    errno.EROFS: "The disk takes no files; write to another.",
    errno.ELOOP: "It is a link that leads back to itself: take it away.",
}


def _from_here(name: object) -> str:
    """Return a file's name as seen from the folder one is in; only what is printed has none."""
    if not isinstance(name, str):
        return "What letterkit has to say cannot be printed"
    try:
        return str(Path(name).relative_to(Path.cwd()))
    except (ValueError, OSError):
        return name


def say(text: str, *, style: str = "", err: bool = False, nl: bool = True) -> None:
    """Print text, with a sign in the place of each character that would steer the terminal.

    `style` is bold or a colour, shown where a terminal has colours and its owner wants them.
    """
    text = plainly(text)
    if style and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb":
        text = click.style(text, bold=True) if style == "bold" else click.style(text, fg=style)
    click.echo(text, err=err, nl=nl)


def _can_be_shown() -> bool:
    """Prepare the console for characters that it may not have; false if there is none."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    return sys.stdout is not None


def failures_told(run: Callable[[], int | None]) -> int:
    """Run a command and return its exit code: the one door for failure, each told in sentences."""
    for name in STOPPING:
        signal.signal(getattr(signal, name), signal.default_int_handler)
    if not _can_be_shown():
        say("There is nowhere to show a result: standard output is closed. Send it to a file.", err=True)
        return BAD_INPUT
    try:
        return run() or CLEAN
    except (click.exceptions.Abort, KeyboardInterrupt):
        say("Stopped.", err=True)
    except click.ClickException as error:
        told = io.StringIO()
        error.show(told)
        say(told.getvalue(), err=True, nl=False)
    except InputError as error:
        for problem in error.problems[:MOST_TOLD]:
            say(str(problem), err=True)
        count, more = len(error.problems), len(error.problems) > MOST_TOLD
        number = f"More than {MOST_TOLD} problems" if more else f"{count} {'problem' if count == 1 else 'problems'}"
        say(f"{number} to mend{', the first of them above' if more else ''}; nothing was written.", err=True)
    except LetterkitError as error:
        say(in_one_line(str(error)), err=True)
    except OSError as error:
        remedy = getattr(error, "remedy", REMEDIES.get(error.errno or 0, OTHERWISE))
        say(in_one_line(f"{_from_here(error.filename)}: {error.strerror or error}. {remedy}"), err=True)
    except Exception as error:  # noqa: BLE001 - the last door: a fault of letterkit itself, told as one
        say(f"This is a fault in letterkit ({type(error).__name__}: {error}).", err=True)
        say("Please report it with what you typed; your files are unharmed.", err=True)
        return FAULT
    return BAD_INPUT
