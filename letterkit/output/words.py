"""The words in which every report tells the same things."""

import re
from collections.abc import Mapping

from letterkit.coverage import Standing

REFERENCE = re.compile(
    r"(?<![\w/])(addressees|office|peel|programmes|quotations|reports|responses|scrutiny|sources|statistics|wellbeing)"
    r"(?!\.ya?ml\b)((?:\.[\w-]+|\[\"[^\"]*\"\])+)"
)
STEP = re.compile(r"\.([\w-]+)|\[\"([^\"]*)\"\]")
OF_ONE_REPORT = {"reports": "the report", "responses": "the response to"}
CLAIMS = {"bound": "printed from evidence"}
DEPTHS = ("in evidence", "in the letter", "in substance")


def told(depth: bool | None) -> str:  # noqa: FBT001 - the depth itself
    """Return a depth of coverage in a word."""
    return {True: "yes", False: "no", None: "not judged"}[depth]


def counted(count: int, thing: str) -> str:
    """Return how many of a thing there are, nothing if there are none."""
    return f"{count} {thing}{'' if count == 1 else 's'}" if count else ""


def urgency(standing: Standing) -> str:
    """Return how pressing a report is: sent, days left or days late, and a letter dated after the last lawful day."""
    clock = standing.clock
    if clock.sent:
        late = (clock.sent - clock.last_day).days
        return f"sent on day {clock.day}" + (f", {counted(late, 'day')} late" if clock.late else "")
    days = counted(abs(clock.days_left), "day") or "0 days"
    told_of = f"{days} {'late' if clock.late else 'left'}"
    return f"{told_of}, dated too late" if clock.dated_late and not clock.late else told_of


def urgency_style(standing: Standing) -> str:
    """Return what a report's row looks like: one that is late, or will be, is red; one sent late is yellow."""
    clock = standing.clock
    if clock.sent:
        return "yellow" if clock.late else ""
    return "red" if clock.late or clock.dated_late else ""


def plainly_named(text: str) -> str:
    """Return a text with the values that it refers to named in words: female recruits, value (statistics)."""
    return REFERENCE.sub(_named, text)


def _named(reference: re.Match[str]) -> str:
    kind, steps = reference[1], [one or other for one, other in STEP.findall(reference[2])]
    of = f"{OF_ONE_REPORT[kind]} {steps.pop(0)}" if kind in OF_ONE_REPORT else kind
    return f"{', '.join(step.replace('_', ' ') for step in steps)} ({of})" if steps else of


def claims(counts: Mapping[str, int]) -> str:
    """Tell how many claims of a draft stand how to evidence, in one sentence."""
    told_of = ", ".join(f"{count} {CLAIMS.get(standing, standing)}" for standing, count in counts.items() if count)
    return f"{counted(sum(counts.values()), 'claim') or 'No claim'}: {told_of}." if told_of else "No claim."
