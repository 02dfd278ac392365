"""The words in which every report tells the same things."""

from collections.abc import Mapping

from letterkit.coverage import Standing

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


def claims(counts: Mapping[str, int]) -> str:
    """Tell how many claims of a draft stand how to evidence, in one sentence."""
    told_of = ", ".join(f"{count} {standing}" for standing, count in counts.items() if count)
    return f"{counted(sum(counts.values()), 'claim') or 'No claim'}: {told_of}." if told_of else "No claim."
