"""The duties of section 55 of the Police Act 1996: the 56 days, the copies, the chief officer's comments."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from letterkit.coverage.working_days import last_working_day
from letterkit.errors import Place
from letterkit.evidence import Addressee, BankHoliday, InspectionReport, Particulars, weekday
from letterkit.evidence import day as printed
from letterkit.findings import Finding, Severity
from letterkit.letter import Reference

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


BOTH_RECIPIENTS = ("inspectors of constabulary", "Secretary of State")


@dataclass(frozen=True, slots=True)
class Clock:
    """Where a response stands in the 56 days: on the day it was sent, else today.

    `working_day` is the last on which offices work: the last lawful day, unless that is a weekend or bank holiday.
    """

    published: date
    last_day: date
    working_day: date
    dated: date
    sent: date | None
    today: date

    @classmethod
    def of(
        cls, report: InspectionReport, letter: Particulars, today: date, holidays: Iterable[BankHoliday] = ()
    ) -> "Clock":
        """Read the clock of the letter that answers a report, on a given day; `holidays` are those of evidence."""
        last_day = last_lawful_day(report.published)
        return cls(report.published, last_day, last_working_day(last_day, holidays), letter.date, letter.sent, today)

    @property
    def day(self) -> int:
        """The number of the day, publication being day 1."""
        return day_number(self.published, self.sent or self.today)

    @property
    def days_left(self) -> int:
        """Days from today to the last lawful day; negative when that has passed."""
        return (self.last_day - self.today).days

    @property
    def late(self) -> bool:
        """Tell whether the last lawful day had passed."""
        return self.day > DAYS_TO_ANSWER

    @property
    def dated_late(self) -> bool:
        """Tell whether a letter that is still to be sent bears a date after the last lawful day."""
        return self.sent is None and self.dated > self.last_day

    @property
    def in_practice(self) -> date | None:
        """The last day before the last lawful day on which offices work, where they do not on that day itself."""
        return None if self.sent or self.late or self.working_day == self.last_day else self.working_day

    def due(self) -> str:
        """Return the last lawful day and, where offices do not work on it, the last before it on which they do."""
        practical = f", in practice {weekday(self.in_practice)}" if self.in_practice else ""
        return f"{weekday(self.last_day)}{practical}"

    def told(self) -> str:
        """Return the clock in a sentence."""
        past = self.sent or self.late
        until = f"the last lawful day, day {DAYS_TO_ANSWER}, {'was' if past else 'is'} {self.due()}"
        if self.sent:
            return f"Sent on {printed(self.sent)}, day {self.day}; {until}."
        days = abs(self.days_left)
        return (
            f"Today is day {self.day}, {days} day{'' if days == 1 else 's'} {'late' if self.late else 'left'}; {until}."
        )


def dated_late(clock: Clock) -> str:
    """Return what is wrong with the date of a letter that is dated after its last lawful day."""
    number, last = day_number(clock.published, clock.dated), weekday(clock.last_day)
    message = f"The letter is dated {printed(clock.dated)}, day {number}; the last lawful day, day {DAYS_TO_ANSWER}, is"
    return f"{message} {last} (s.55(5A)). Send it by then, with the date of that day or before."


def duty_findings(
    report_id: str,
    letter: Particulars,
    clock: Clock,
    addressees: Mapping[str, Addressee],
    places: Mapping[Reference, Place],
) -> Iterator[Finding]:
    """Go through the duties that are not met, or not recorded as met.

    What can still be put right is an error until the letter is sent, and a warning afterwards. Where the
    office answers of its own will (basis: voluntary), the duty is advice and each finding a note.
    """
    reference = Reference.of("responses", report_id, "letter")
    open_still = Severity.WARNING if letter.sent else Severity.ERROR
    unrecorded = Severity.NOTE if letter.sent else Severity.WARNING

    def finding(check: str, severity: Severity, message: str) -> Finding:
        advice = letter.basis == "voluntary"
        told = f"{message} Answered voluntarily, so this is advice." if advice else message
        return Finding(
            check,
            Severity.NOTE if advice else severity,
            report_id,
            told,
            places.get(reference) or places.get(reference.parent),
            str(reference),
        )

    if clock.late:
        yield finding("clock", open_still, f"{clock.told()} (s.55(5A))")
    elif clock.dated_late:
        yield finding("clock", open_still, dated_late(clock))
    comments = letter.chief_constable
    if comments.invited is None:
        message = "It is not recorded when the chief constable was invited to comment (s.55(4))."
        yield finding("chief-constable", unrecorded, f"{message} Add 'invited' under 'chief_constable'.")
    if comments.comments_due and comments.received is None and not letter.sent and clock.today > comments.comments_due:
        message = f"The chief constable's comments were due on {printed(comments.comments_due)} (s.55(4))."
        yield finding("chief-constable", Severity.WARNING, f"{message} Ask for them, or record them.")
    if comments.received and not comments.enclosed:
        message = "The chief constable's comments are received but not enclosed (s.55(5))."
        yield finding("chief-constable", open_still, f"{message} Enclose them and record 'enclosed: true'.")
    if comments.received and comments.enclosed and comments.reply is None:
        message = "There is no reply to the chief constable's comments (s.55(5))."
        yield finding("chief-constable", Severity.NOTE, f"{message} Record it as 'reply', or that there is none.")
    reached = {addressees[name].statutory_recipient for name in (letter.addressee, *letter.copies)}
    for recipient in BOTH_RECIPIENTS:
        if recipient not in reached:
            message = f"Nobody gets the copy for the {recipient} (s.55(6)). Add one to 'copies'."
            yield finding("copies", open_still, message)
