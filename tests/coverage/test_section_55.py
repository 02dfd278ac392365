"""The 56 days of section 55(5A), its clock and its duties, each told with its subsection."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterkit.coverage.section_55 import Clock, day_number, duty_findings, last_lawful_day
from letterkit.evidence import Addressee, Particulars
from letterkit.evidence.models.responses import ChiefConstableComments
from letterkit.findings import Severity
from tests.builders import SOURCE, inspection_report


@pytest.mark.parametrize(
    ("published", "last", "sent", "day"),
    [
        (date(2017, 12, 12), date(2018, 2, 5), date(2018, 4, 9), 119),
        (date(2023, 7, 11), date(2023, 9, 4), date(2023, 8, 24), 45),
        (date(2023, 8, 25), date(2023, 10, 19), date(2023, 10, 10), 47),
        (date(2024, 7, 19), date(2024, 9, 12), date(2024, 9, 13), 57),
    ],
)
def test_the_days_of_the_four_letters(published, last, sent, day):
    assert last_lawful_day(published) == last
    assert day_number(published, sent) == day


@given(st.dates(date(1996, 1, 1), date(2200, 1, 1)))
def test_the_last_lawful_day_is_day_56_and_publication_day_1(published):
    assert day_number(published, published) == 1
    assert day_number(published, last_lawful_day(published)) == 56
    assert day_number(published, last_lawful_day(published) + timedelta(days=1)) == 57


PUBLISHED = date(2023, 7, 11)
ADDRESSEES = {
    "inspector": Addressee(posts=("HM Inspector",), statutory_recipient="inspectors of constabulary", **SOURCE),
    "secretary": Addressee(posts=("Secretary of State",), statutory_recipient="Secretary of State", **SOURCE),
    "panel": Addressee(posts=("Police and Crime Panel",), **SOURCE),
}
COMPLETE = ChiefConstableComments(
    invited=date(2023, 7, 12), received=date(2023, 8, 1), enclosed=True, reply="I agree with the chief constable."
)


def particulars(**changes):
    known = {
        "date": date(2023, 8, 24), "addressee": "inspector", "signatory": "s", "copies": ("secretary",),
        "basis": "s55", "chief_constable": COMPLETE,
    }  # fmt: skip
    return Particulars(**{**known, **changes})


def found(on=date(2023, 8, 24), **changes):
    given = particulars(**changes)
    clock = Clock.of(inspection_report(published=PUBLISHED), given, on)
    return [
        (finding.check, finding.severity, finding.message)
        for finding in duty_findings("r", given, clock, ADDRESSEES, {})
    ]


def test_a_complete_response_in_time_has_no_finding():
    assert found() == []


@pytest.mark.parametrize(("day", "late"), [(56, False), (57, True)])
def test_day_57_is_late(day, late):
    on = PUBLISHED + timedelta(days=day - 1)
    assert bool(found(on)) is late


def test_late_is_an_error_until_it_is_sent_and_then_a_warning():
    ((check, severity, message),) = found(date(2023, 9, 5))
    assert (check, severity) == ("clock", Severity.ERROR)
    assert (
        message == "Today is day 57, 1 day late; the last lawful day, day 56, was Monday 4 September 2023. (s.55(5A))"
    )
    ((_, severity, message),) = found(date(2026, 1, 1), sent=date(2023, 9, 6))
    assert severity is Severity.WARNING
    assert message.startswith("Sent on 6 September 2023, day 58;")


def test_a_letter_sent_in_time_is_never_late_afterwards():
    assert found(date(2026, 1, 1), sent=date(2023, 9, 4)) == []


def test_a_voluntary_answer_turns_duties_into_advice():
    findings = found(date(2023, 9, 6), basis="voluntary", copies=())
    assert {severity for _, severity, _ in findings} == {Severity.NOTE}
    assert all(message.endswith("Answered voluntarily, so this is advice.") for *_, message in findings)


def test_an_invitation_not_recorded_is_told():
    ((check, severity, message),) = found(chief_constable=ChiefConstableComments())
    assert (check, severity) == ("chief-constable", Severity.WARNING)
    assert "(s.55(4)). Add 'invited' under 'chief_constable'." in message


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"received": None, "comments_due": date(2023, 8, 1)}, "were due on 1 August 2023 (s.55(4))"),
        ({"enclosed": False}, "received but not enclosed (s.55(5))"),
        ({"reply": None}, "no reply to the chief constable's comments (s.55(5))"),
    ],
)
def test_comments_are_asked_for_enclosed_and_replied_to(changes, told):
    findings = found(chief_constable=COMPLETE.model_copy(update=changes))
    assert told in " ".join(message for *_, message in findings)


@pytest.mark.parametrize(
    ("addressee", "copies", "lacking"),
    [
        ("inspector", (), ["Secretary of State"]),
        ("secretary", (), ["inspectors of constabulary"]),
        ("panel", (), ["inspectors of constabulary", "Secretary of State"]),
        ("secretary", ("inspector",), []),
    ],
)
def test_both_statutory_recipients_have_a_copy(addressee, copies, lacking):
    findings = found(addressee=addressee, copies=copies)
    assert [
        recipient
        for recipient in lacking
        if any(f"copy for the {recipient} (s.55(6))" in message for *_, message in findings)
    ] == lacking
    assert len(findings) == len(lacking)


@pytest.mark.parametrize(
    ("on", "told"),
    [
        (PUBLISHED, "Today is day 1, 55 days left; the last lawful day, day 56, is Monday 4 September 2023."),
        (date(2023, 9, 3), "Today is day 55, 1 day left; the last lawful day, day 56, is Monday 4 September 2023."),
        (date(2023, 9, 4), "Today is day 56, 0 days left; the last lawful day, day 56, is Monday 4 September 2023."),
        (date(2023, 9, 6), "Today is day 58, 2 days late; the last lawful day, day 56, was Monday 4 September 2023."),
    ],
)
def test_the_clock_in_a_sentence(on, told):
    assert Clock.of(inspection_report(published=PUBLISHED), particulars(), on).told() == told


@pytest.mark.parametrize(
    ("published", "due"),
    [
        (date(2027, 1, 31), "Saturday 27 March 2027, in practice Thursday 25 March 2027"),
        (date(2026, 10, 31), "Friday 25 December 2026, in practice Thursday 24 December 2026"),
        (date(2026, 11, 7), "Friday 1 January 2027, in practice Thursday 31 December 2026"),
        (date(2023, 8, 25), "Thursday 19 October 2023"),
    ],
)
def test_a_last_day_on_which_nobody_works_is_told_with_the_one_before_and_does_not_move(published, due):
    """U7."""
    clock = Clock.of(inspection_report(published=published), particulars(), published)
    assert clock.due() == due
    assert clock.told() == f"Today is day 1, 55 days left; the last lawful day, day 56, is {due}."
    assert (clock.last_day, clock.days_left) == (published + timedelta(days=55), 55)
    sent = Clock.of(inspection_report(published=published), particulars(sent=published), published)
    assert "in practice" not in sent.told()


@pytest.mark.parametrize(
    ("dated", "on", "told"),
    [
        (date(2023, 9, 4), date(2023, 8, 24), []),
        (date(2023, 9, 5), date(2023, 8, 24), ["The letter is dated 5 September 2023, day 57"]),
        (date(2024, 8, 24), date(2023, 8, 24), ["The letter is dated 24 August 2024, day 411"]),
        (date(2023, 9, 5), date(2023, 9, 5), ["Today is day 57, 1 day late"]),
    ],
)
def test_a_date_after_the_last_lawful_day_is_told_while_it_can_be_put_right(dated, on, told):
    """N5."""
    clocks = [(severity, message) for check, severity, message in found(on, date=dated) if check == "clock"]
    assert [severity for severity, _ in clocks] == [Severity.ERROR] * len(told)
    assert all(message.startswith(start) for (_, message), start in zip(clocks, told, strict=True))
    assert not found(on, date=dated, sent=date(2023, 8, 24))
