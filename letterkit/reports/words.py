"""The words in which every report tells the same things."""

from letterkit.review import Review
from letterkit.standing import Standing

DEPTHS = ("in evidence", "in the letter", "in substance")


def told(depth: bool | None) -> str:  # noqa: FBT001 - the depth itself
    """Return a depth of coverage in a word."""
    return {True: "yes", False: "no", None: "not judged"}[depth]


def counted(count: int, thing: str) -> str:
    """Return how many of a thing there are, nothing if there are none."""
    return f"{count} {thing}{'' if count == 1 else 's'}" if count else ""


def urgency(standing: Standing) -> str:
    """Return how pressing a report is: sent, days left or days late."""
    clock = standing.clock
    if clock.sent:
        return f"sent on day {clock.day}"
    days = abs(clock.days_left)
    return f"{days} day{'' if days == 1 else 's'} {'late' if clock.late else 'left'}"


def claims(review: Review) -> str:
    """Tell how the claims of a draft stand to evidence, in one sentence."""
    counts = ", ".join(f"{count} {standing}" for standing, count in review.claims.items() if count)
    return f"{counted(sum(review.claims.values()), 'claim') or 'No claim'}: {counts}." if counts else "No claim."
