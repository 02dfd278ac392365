"""What the checks find in a letter."""

import pytest

from letterkit import checks
from letterkit.checks import CHECKS, TEMPLATE_CHECKS
from letterkit.findings import Severity
from letterkit.workspace.loaded import LoadedWorkspace

REPORT = "getting-a-grip-2023"


def findings(workspace, report=REPORT):
    loaded = LoadedWorkspace(workspace, [report])
    return checks.check_letter(loaded.letter(report), loaded.pack, report, shown_as=loaded.template_of(report))


def test_a_panel_that_was_superseded_is_told_with_its_successor(workspace):
    workspace.edit(
        "evidence/scrutiny.yaml",
        "  name: Ethics and Transparency Panel\n",
        "  name: Ethics and Transparency Panel\n  until: 2023-06-30\n  superseded_by: hate_crime_scrutiny_panel\n",
    )
    (found,) = findings(workspace)
    assert (found.check, found.severity, found.subject) == (
        "superseded", Severity.ERROR, "scrutiny.ethics_and_transparency_panel",
    )  # fmt: skip
    assert "Use 'hate_crime_scrutiny_panel', which superseded it." in found.message
    assert found.place.line == workspace.line_of("evidence/scrutiny.yaml", "ethics_and_transparency_panel:") + 1


def test_a_panel_that_was_there_on_the_day_is_not_told(workspace):
    workspace.edit(
        "evidence/scrutiny.yaml",
        "  name: Ethics and Transparency Panel\n",
        "  name: Ethics and Transparency Panel\n  since: 2023-08-24\n  until: 2023-08-24\n",
    )
    assert findings(workspace) == []


def test_a_figure_typed_into_a_template_is_told_with_its_words(workspace):
    workspace.edit(
        f"templates/letters/{REPORT}.md.j2", "They reflect a progressive,", "They reflect 43 forces and a progressive,"
    )
    (found,) = findings(workspace)
    assert (found.check, found.subject) == ("unsourced", "'43'")
    assert "They reflect 43 forces" in found.message


def test_every_check_has_a_name_of_its_own():
    for name, check in (TEMPLATE_CHECKS | CHECKS).items():
        assert check.__module__.endswith(f".{name.replace('-', '_')}")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("They reflect forty-three forces and a progressive,", "This count is typed into the template"),
        ("They reflect 22% of forces and a progressive,", "This percentage is typed into the template"),
        ("They reflect March 2023 and a progressive,", "This month is typed into the template"),
        (
            "They reflect \N{LEFT DOUBLE QUOTATION MARK}good\N{RIGHT DOUBLE QUOTATION MARK} work and a progressive,",
            "This quotation is typed",
        ),
        ("They reflect the Equality Act 2010 and a progressive,", "This statute is typed into the template"),
        ("They reflect 12 {{ statistics.emergency_calls_target.unit }} and a progressive,", "This duration is typed"),
    ],
)
def test_what_is_typed_into_a_template_is_told_in_digits_and_in_words(workspace, typed, told):
    workspace.edit(f"templates/letters/{REPORT}.md.j2", "They reflect a progressive,", typed)
    assert any(told in found.message for found in findings(workspace))


def test_one_by_itself_is_no_figure(workspace):
    workspace.edit(f"templates/letters/{REPORT}.md.j2", "They reflect a progressive,", "They reflect one progressive,")
    assert findings(workspace) == []


def test_a_fact_that_was_good_until_an_earlier_day_is_told_with_its_line(workspace):
    workspace.edit("evidence/peel.yaml", "\ncycle_2021_22:\n", "\ncycle_2021_22:\n  valid_until: 2023-08-23\n")
    (found,) = findings(workspace)
    assert (found.check, found.severity, found.reference) == ("expired", Severity.ERROR, "peel.cycle_2021_22")
    assert found.place.line == workspace.line_of("evidence/peel.yaml", "valid_until: 2023-08-23")
    workspace.edit("evidence/peel.yaml", "valid_until: 2023-08-23", "valid_until: 2023-08-24")
    assert findings(workspace) == []


def test_a_quotation_that_is_never_closed_is_told_with_its_words(workspace):
    template = f"templates/letters/{REPORT}.md.j2"
    workspace.edit(template, "They reflect a progressive,", 'They reflect a "progressive,')
    assert [found.check for found in findings(workspace)] == ["unbalanced"]
    assert "They reflect a" in findings(workspace)[0].message


TYPED = [
    # what a template cannot know
    ("The Corporate Governance Bored met us.", "unsupported", "Did you mean 'Corporate Governance Board'"),
    ("The Northern Oversight Panel met us.", "unsupported", "Nothing in evidence supports this name"),
    ("We have answered Recommendation 97 before.", "unsupported", "The report has no item '97'"),
    ("The rate is the highest ever.", "unsupported", "Nothing in evidence supports this comparison"),
    ("Its attrition rate is above the national average.", "contradicted", "Evidence says 'below'"),
    # numbers that must agree
    ("Of the stops, 50 of the 200 (24%) were in the city.", "arithmetic", "50 of 200 is 25%"),
    ("The areas: four outstanding, three good and two adequate.", "arithmetic", "has 4 areas graded 'good'"),
    ("It has three duties: to hear; and to answer.", "arithmetic", "2 points follow"),
    ("Under s. 55 it has in 4.5 areas three duties: to hear, e.g. reports; and to answer.", "arithmetic", "2 points"),
    # times that must be in order
    ("The panel met in March 2031 and was content.", "chronology", "told as past"),
    ("The panel will meet by March 2019.", "chronology", "promised for a time before the letter"),
    ("In 2015 Rani Mahal chaired it.", "chronology", "has been the Deputy Commissioner only since 14 December 2022"),
    ("It met on 31/06/2022.", "chronology", "no such day in the calendar"),
    # how the office writes
    ("Her Majesty\N{RIGHT SINGLE QUOTATION MARK}s inspectors came.", "majesty", "'His Majesty'"),
    ("In 1937 Her Majesty\N{RIGHT SINGLE QUOTATION MARK}s inspectors came.", "majesty", "'His Majesty'"),
    ("On 9 May 2023 Her Majesty\N{RIGHT SINGLE QUOTATION MARK}s inspectors came.", "majesty", "'His Majesty'"),
    ("As the Police Act 1996 says, Her Majesty\N{RIGHT SINGLE QUOTATION MARK}s inspectors came.", "majesty", "'His"),
    ("As the 1996 Act says, Her Majesty\N{RIGHT SINGLE QUOTATION MARK}s inspectors came.", "majesty", "'His Majesty'"),
    ("More BAME officers joined.", "terms", "Write 'ethnic minority'"),
    ("The Deputy Commissioner has read it.", "voice", "Rani Mahal signs this letter"),
    ("There were 4 panels.", "number-style", "write 'four'"),
    ("There were twenty-two panels.", "number-style", "write '22'"),
    ("It fell by 15.9 per cent.", "number-style", "write '15.9%'"),
    ("There were 2300 answers.", "number-style", "write '2,300'"),
    ("It met on 03/09/2022.", "date-style", "'3 September 2022'"),
    ("It met on 3rd September.", "date-style", "'3 September'"),
    ("It met in Sept 2022.", "date-style", "'September 2022'"),
]


@pytest.mark.parametrize(("sentence", "check", "told"), TYPED)
def test_a_fault_in_a_sentence_is_told_with_its_remedy(workspace, sentence, check, told):
    workspace.edit(f"templates/letters/{REPORT}.md.j2", "They reflect a", f"{sentence} They reflect a")
    found = [finding for finding in findings(workspace) if finding.check == check]
    assert len(found) == 1, found
    assert told in found[0].message
    assert (
        str(found[0].place)
        == f'templates/letters/{REPORT}.md.j2, paragraph 2 under "Police performance: Getting a grip"'
    )


SOUND = [
    "Of the stops, 50 of the 200 (25%) were in the city.",
    "It has two duties: to hear; and to answer.",
    "The panel met in March 2019 and was content.",
    "The panel will meet by March 2031.",
    "In 2023 Rupert Matthews chaired it.",
    "His Majesty\N{RIGHT SINGLE QUOTATION MARK}s inspectors came.",
    "There were four panels, and 22 boards.",
    "In 2018 Her Majesty\N{RIGHT SINGLE QUOTATION MARK}s inspectors came.",
    "The budget approved for 2031/32 allows it.",
    "Funding was secured up to March 2031.",
    "Twenty-two panels met.",
    "See Chapter 4 (page 5).",
    "It met on 3 September 2022, a Saturday.",
]


@pytest.mark.parametrize("sentence", SOUND)
def test_a_sound_sentence_is_not_told(workspace, sentence):
    workspace.edit(f"templates/letters/{REPORT}.md.j2", "They reflect a", f"{sentence} They reflect a")
    assert [finding for finding in findings(workspace) if finding.check not in TEMPLATE_CHECKS] == []


@pytest.mark.parametrize(
    "time", ["In 1856 Her", "In 1937 His", "In 1953 Her", "From 1990 to 1999 Her", "In July 2022 Her", "By 2030 His"]
)
def test_the_title_of_whoever_reigned_at_that_time_is_not_told(workspace, time):
    sentence = f"{time} Majesty\N{RIGHT SINGLE QUOTATION MARK}s inspectors came."
    workspace.edit(f"templates/letters/{REPORT}.md.j2", "They reflect a", f"{sentence} They reflect a")
    assert "majesty" not in {finding.check for finding in findings(workspace)}


def test_grades_of_a_cycle_are_told_once_a_newer_one_is_out(workspace):
    newer = """
cycle_2022_23:
  name: 2022/23
  inspected_by: hmicfrs
  scale: [outstanding, good]
  areas: {}
  source: peel_2021_22_page
  as_of: 2023-06
"""
    path = workspace.root / "evidence/peel.yaml"
    path.write_text(path.read_text(encoding="utf-8") + newer, encoding="utf-8")
    (found,) = findings(workspace, "race-and-policing-2023")
    assert (found.check, found.subject) == ("outdated-grades", "peel.cycle_2021_22")
    assert "those of 'cycle_2022_23' were out by then" in found.message


def test_a_figure_beyond_the_office_s_limit_is_told_with_its_line(workspace):
    workspace.edit("evidence/office.yaml", "{within: 24, unit: month}", "{within: 1, unit: week}")
    workspace.edit("evidence/statistics.yaml", "as_of: 2023-08-24\nattrition:", "as_of: 2023-08-01\nattrition:")
    (found,) = findings(workspace)
    assert (found.check, found.subject) == ("aged", "statistics.non_emergency_calls_target")
    assert "the office's limit is 1 weeks" in found.message


def test_a_close_that_does_not_fit_the_salutation_is_told(workspace):
    workspace.edit("templates/letters/_base.md.j2", "Yours sincerely,", "Yours faithfully,")
    (found,) = findings(workspace)
    assert (found.check, found.subject) == ("salutation", "'faithfully'")


def test_a_figure_in_two_forms_is_told(workspace):
    workspace.edit(
        f"templates/letters/{REPORT}.md.j2",
        "They reflect a",
        'There were {{ cycle.areas | tally("grade", cycle.scale.0) }}. They reflect a',
    )
    found = {finding.check for finding in findings(workspace)}
    assert found == {"number-style", "two-forms"}


def test_what_a_response_says_is_held_against_evidence(workspace):
    report = "peel-legitimacy-2017"
    path = workspace.root / f"evidence/responses/{report}.yaml"
    reason = "    reason_for_none: We met 412 officers.\n    action_taken:"
    path.write_text(path.read_text(encoding="utf-8").replace("    action_taken:", reason, 1), encoding="utf-8")
    found = findings(workspace, report)
    assert [(finding.check, finding.subject) for finding in found] == [("unsupported", "'412'")]


def test_an_internal_note_in_a_letter_is_told(workspace):
    panel = LoadedWorkspace(workspace, [REPORT]).pack.panels["ethics_and_transparency_panel"]
    note = panel.note
    workspace.edit(f"templates/letters/{REPORT}.md.j2", "They reflect a", f"{note} They reflect a")
    (found,) = (finding for finding in findings(workspace) if finding.check == "withheld")
    assert (found.check, found.reference) == ("withheld", "scrutiny.ethics_and_transparency_panel.note")


@pytest.mark.parametrize(
    ("words", "check", "subject"),
    [("on [insert date]", "place-holders", "'[insert date]'"), ("on ~~no~~ day", "foreign-markup", "'~~no~~'")],
)
def test_a_place_holder_or_foreign_mark_in_a_letter_is_told(workspace, words, check, subject):
    """F16."""
    workspace.edit(f"templates/letters/{REPORT}.md.j2", "I found much in this", f"I found {words} much in this")
    found = [finding for finding in findings(workspace) if finding.check == check]
    assert [(finding.severity, finding.subject) for finding in found] == [(Severity.WARNING, subject)]


def test_a_fault_in_a_table_is_placed_in_its_cell(workspace):
    """N15."""
    workspace.edit(
        "templates/letters/peel-legitimacy-2017.md.j2", "{{ area.question }} |", "{{ area.question }} 43 forces |"
    )
    found = findings(workspace, "peel-legitimacy-2017")
    assert [finding.place.where for finding in found] == [f"table 1, row {row}, column 1" for row in (2, 3, 4)]
