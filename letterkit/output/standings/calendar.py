"""The last lawful days of unsent answers as a calendar (iCalendar, RFC 5545)."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from letterkit.coverage import Standing

REMIND_BEFORE = timedelta(days=14)


def write(standings: Sequence[Standing]) -> str:
    """Return a calendar with a whole-day event for each answer still to be sent, and a reminder 14 days before."""
    calendar = Calendar()
    calendar.add("prodid", "-//letterkit//status//EN")
    calendar.add("version", "2.0")
    for standing in standings:
        if not standing.clock.sent:
            calendar.add_component(_event(standing))
    written: bytes = calendar.to_ical()
    return written.decode()


def _event(standing: Standing) -> Event:
    clock, coverage = standing.clock, standing.coverage
    event = Event()
    event.add("uid", f"{standing.report_id}@letterkit")
    event.add("dtstamp", datetime.combine(clock.today, time(), UTC))
    event.add("dtstart", clock.last_day)
    event.add("dtend", clock.last_day + timedelta(days=1))
    event.add("summary", f"Last lawful day to answer: {coverage.report.title}")
    event.add(
        "description",
        f"{coverage.answered} of {len(coverage.items)} items answered. {clock.told()} (Police Act 1996, s.55(5A))",
    )
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"{coverage.report.title}: 14 days left")
    alarm.add("trigger", -REMIND_BEFORE)
    event.add_component(alarm)
    return event
