"""What one file of evidence says of another must hold."""

import pytest

from tests.evidence.faults import assert_told_at_its_place

REPORT = "getting-a-grip-2023"


FAULTS = {
    "an addressee that is part of one": (
        f"evidence/responses/{REPORT}.yaml", "addressee: roy_wilsher", "addressee: roy_wilsher.name",
        "There is no 'roy_wilsher.name' in the evidence under addressees. Did you mean 'roy_wilsher'?",
    ),
    "a source that does not exist": (
        "evidence/quotations.yaml", "  source: force_annual_report_2020_21", "  source: force_annual_report_2020",
        "There is no 'force_annual_report_2020' in the evidence under sources. Did you mean 'force_annual_report_2020_21'?",
    ),
    "cited evidence that does not exist": (
        f"evidence/responses/{REPORT}.yaml", "wellbeing.champions,", "wellbeing.champion,",
        "There is no 'wellbeing.champion' in the evidence. Did you mean 'wellbeing.champions'?",
    ),
    "an answer to an item that the report does not have": (
        f"evidence/responses/{REPORT}.yaml", "  retention:\n", "  retentions:\n",
        "This answers 'retentions', but the report has no such item. Did you mean 'retention'?",
    ),
    "an addressee before their time": (
        "evidence/addressees.yaml", "  statutory_recipient: inspectors of constabulary\n  since: 2022-09-08\n  source: letter_2023_08_24",
        "  statutory_recipient: inspectors of constabulary\n  since: 2023-09-01\n  source: letter_2023_08_24",
        "'roy_wilsher' was not in post on the letter's date, 2023-08-24 (in post 2023-09-01 to now).",
    ),
    "a signatory who has left": (
        "evidence/office.yaml", "    since: 2022-12-14\n", "    since: 2022-12-14\n    until: 2023-08-01\n",
        "'rani_mahal' was not in post on the letter's date, 2023-08-24 (in post 2022-12-14 to 2023-08-01).",
    ),
    "no letterhead for the day": (
        "evidence/office.yaml", "    since: 2021-05-13\n\noffice_holders", "    since: 2024-05-13\n\noffice_holders",
        "No letterhead covers 2023-08-24.",
    ),
    "a panel superseded without a last day": (
        "evidence/scrutiny.yaml", "  name: Police and Crime Panel\n",
        "  name: Police and Crime Panel\n  superseded_by: gold_groups\n",
        "'police_and_crime_panel' was superseded but has no last day. Add 'until'",
    ),
    "one thing with two figures": (
        "evidence/statistics.yaml", "female_recruits:\n",
        "women_recruited:\n  what: more recruits who were female\n  value: 54.3\n  unit: percent\n  source: letter_2023_10_10\n"
        "  as_of: 2023-03\n  period: {start: 2022-04, end: 2023-03, form: year ending}\n\nfemale_recruits:\n",
        "'female_recruits' and 'women_recruited' give different figures for the same thing and time.",
    ),
    "a report on a PEEL cycle that is not there": (
        f"evidence/reports/{REPORT}.yaml", "peel_cycle: cycle_2021_22", "peel_cycle: cycle_2021_23",
        "There is no 'cycle_2021_23' in the evidence under peel. Did you mean 'cycle_2021_22'?",
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_at_its_place_with_a_remedy(workspace, fault):
    assert_told_at_its_place(workspace, *FAULTS[fault])
