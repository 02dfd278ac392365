"""The clock of section 55 of the Police Act 1996, as amended by the Policing and Crime Act 2017, section 37."""

from datetime import date, timedelta

DAYS_TO_ANSWER = 56


def last_lawful_day(published: date) -> date:
    """Return the last day on which comments may be published.

    s.55(5A): before the end of 56 days beginning with the day of publication, which is day 1. No day is
    left out, none is added for weekends or holidays.
    """
    return published + timedelta(days=DAYS_TO_ANSWER - 1)


def day_number(published: date, day: date) -> int:
    """Return which day a date is, the day of publication being day 1 (s.55(5A))."""
    return (day - published).days + 1
