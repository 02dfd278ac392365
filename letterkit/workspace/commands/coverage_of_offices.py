"""`letterkit coverage --all` in a folder of offices: the coverage of many workspaces, on every core."""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from datetime import date
from functools import partial
from multiprocessing import connection, get_context, parent_process
from threading import Thread

from letterkit.coverage import OfficeCoverage, summed
from letterkit.errors import InputError, LetterkitError, UsageError
from letterkit.workspace.commands.coverage import coverage
from letterkit.workspace.folder import Workspace


def coverage_of_offices(
    workspaces: Sequence[Workspace], *, today: date, judged: Callable[[OfficeCoverage], object] = str
) -> list[OfficeCoverage]:
    """Judge all reports of each workspace; `judged` is told of each office, as it is done.

    An office whose files need mending has its problems and no figures. Raises LetterkitError where a process was
    stopped from outside; one that is interrupted ends the others.
    """
    found = []
    try:
        for office in _on_every_core(workspaces, partial(coverage_of_office, today=today)):
            judged(office)
            found.append(office)
    except BrokenProcessPool:
        left = sorted({workspace.root.name for workspace in workspaces} - {office.name for office in found})
        raise LetterkitError(
            f"A process was stopped from outside, perhaps for want of memory, before {', '.join(left)} "
            "could be judged. Run it again, or one office at a time with --workspace."
        ) from None
    return sorted(found, key=lambda office: office.name)


def coverage_of_office(workspace: Workspace, *, today: date) -> OfficeCoverage:
    """Judge all reports of one workspace."""
    try:
        return summed(workspace.root.name, coverage(workspace, workspace.chosen([], everything=True), today=today))
    except InputError as error:
        return OfficeCoverage(workspace.root.name, problems=tuple(map(str, error.problems)))
    except (UsageError, OSError) as error:
        return OfficeCoverage(workspace.root.name, problems=(str(error),))


def _on_every_core(
    workspaces: Sequence[Workspace], judge: Callable[[Workspace], OfficeCoverage]
) -> Iterator[OfficeCoverage]:
    """Judge each workspace in one of as many processes as there are cores, the first to be done first."""
    processes = min(len(workspaces) or 1, os.cpu_count() or 1)
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_end_with_parent) as pool:
        with _interrupts_left_aside():
            running = [pool.submit(judge, workspace) for workspace in workspaces]
        try:
            for done in as_completed(running):
                yield done.result()
        finally:
            all_done = all(one.done() for one in running)  # then its threads end at once; left alone, they may complain
            pool.shutdown(wait=all_done, cancel_futures=True)


@contextmanager
def _interrupts_left_aside() -> Iterator[None]:
    """Start processes that leave interrupts to the one that people see, from their first moment on."""
    as_before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, as_before)


def _end_with_parent() -> None:
    """End when the process that people see ends, however it does; on Windows, only now leave interrupts to it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent:
        Thread(target=lambda: (connection.wait([parent.sentinel]), os._exit(1)), daemon=True).start()
