"""What letterkit says in the terminal besides tables, and how each failure is told.

Exit codes: 0 clean, 1 findings at or above --fail-on, 2 bad input or usage, 3 a fault in letterkit.
"""

import io
import sys
from collections.abc import Callable

import click

from letterkit.characters import plainly
from letterkit.errors import InputError, LetterkitError

CLEAN, FINDINGS, BAD_INPUT, FAULT = 0, 1, 2, 3


def say(text: str, *, err: bool = False, nl: bool = True) -> None:
    """Print text, with a sign in the place of each character that would steer the terminal."""
    click.echo(plainly(text), err=err, nl=nl)


def failures_told(run: Callable[[], int | None]) -> int:
    """Run a command and return its exit code: the one door for failure, each told in sentences."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a console that cannot show a character shows another
    try:
        return run() or CLEAN
    except click.exceptions.Abort:
        say("Stopped.", err=True)
    except click.ClickException as error:
        told = io.StringIO()
        error.show(told)
        say(told.getvalue(), err=True, nl=False)
    except InputError as error:
        for problem in error.problems:
            say(str(problem), err=True)
        count = len(error.problems)
        say(f"{count} {'problem' if count == 1 else 'problems'} to mend; nothing was written.", err=True)
    except LetterkitError as error:
        say(str(error), err=True)
    except OSError as error:
        remedy = getattr(error, "remedy", "Check that it is not open elsewhere and that you may write there.")
        say(f"{error.filename or 'A file'}: {error.strerror or error}. {remedy}", err=True)
    except Exception as error:  # noqa: BLE001 - the last door: a fault of letterkit itself, told as one
        say(f"This is a fault in letterkit ({type(error).__name__}: {error}).", err=True)
        say("Please report it with what you typed; your files are unharmed.", err=True)
        return FAULT
    return BAD_INPUT
