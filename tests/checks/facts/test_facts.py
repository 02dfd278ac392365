"""What evidence says of a claim."""

from dataclasses import replace
from decimal import Decimal

import pytest

from letterkit.checks import CheckedParagraph, EvidenceIndex
from letterkit.workspace import Workspace
from letterkit.workspace.loaded import LoadedWorkspace
from tests.builders import ROOT, statistic
from tests.other_offices import greater_manchester, of_office, warwickshire

RACE, GRIP, PEEL, STATE = (
    "race-and-policing-2023",
    "getting-a-grip-2023",
    "peel-legitimacy-2017",
    "state-of-policing-2024",
)
REPORTS = (RACE, GRIP, PEEL, STATE)
WORKSPACE = Workspace.find(ROOT)

JUDGED = [
    # figures: the same value about the same subject, another value about it, nothing about it
    (RACE, "There were 45.3% more female recruits.", "supported", "statistics.female_recruits.value", None),
    (RACE, "There were 54.3% more female recruits.", "contradicted", "statistics.female_recruits.value", "45.3"),
    (RACE, "Complaints about parking fell by 12%.", "unsupported", None, None),
    (STATE, "Domestic abuse accounts for 1 in 6 crimes.", "supported", "statistics.domestic_abuse.count", None),
    (STATE, "Officers have less than five years of service.", "supported", "statistics.inexperienced_officers.value", None),
    (GRIP, "Emergency calls are answered in 10 seconds.", "supported", "statistics.emergency_calls_target.value", None),
    (PEEL, "The inspection asked three questions.", "supported", None, None),
    (GRIP, "It had four outstanding areas.", "supported", "peel.cycle_2021_22", None),
    # dates and periods
    (RACE, "It was published on 25 August 2023.", "supported", f"reports.{RACE}.published", None),
    (RACE, "It was published on 26 August 2023.", "unsupported", None, None),
    (RACE, "It was graded in the 21/22 inspection.", "supported", "peel.cycle_2021_22.name", None),
    # grades by area and cycle
    (
        RACE, "Recording data about crime was graded outstanding.",
        "supported", "peel.cycle_2021_22.areas.crime_data_integrity.grade", None,
    ),
    (
        RACE, "Investigating crime was graded outstanding.",
        "contradicted", "peel.cycle_2021_22.areas.investigating_crime.grade", "adequate",
    ),
    # quotations, with elisions
    (
        RACE, "It says \u201cI will work with the Chief Constable [...] All residents in LLR will be treated\u201d.",
        "supported", "quotations.plan_on_diversity.text", None,
    ),
    (RACE, "It says \u201cforces shall ensure that all stop and search records include detail\u201d.", "contradicted", None, None),
    (RACE, "It says \u201call is well here\u201d.", "unsupported", None, None),
    # names
    (RACE, "The Corporate Governance Board met.", "supported", "scrutiny.corporate_governance_board.name", None),
    (RACE, "The Northern Oversight Panel met.", "unsupported", None, None),
    (RACE, "As Mr Wilsher wrote.", "supported", None, None),
    (RACE, "As Sir Humphrey Appleby wrote.", "unsupported", None, None),
    # how often a panel meets
    (
        RACE, "The Corporate Governance Board meets every eight weeks.",
        "supported", "scrutiny.corporate_governance_board.frequency", None,
    ),
    (
        RACE, "The Corporate Governance Board meets monthly.",
        "contradicted", "scrutiny.corporate_governance_board.frequency", "every eight weeks",
    ),
    (
        RACE, "The Corporate Governance Board now usually meets every week.",
        "contradicted", "scrutiny.corporate_governance_board.frequency", "every eight weeks",
    ),
    (RACE, "The Ethics and Transparency Panel meets twice a year.", "unsupported", None, None),
    # labels are no counts, and dates, ids and telephone numbers support none (F11)
    (RACE, "We met in Room 4.", "unsupported", None, None),
    (RACE, "PC 1234 was commended.", "unsupported", None, None),
    (RACE, "Call 101 for advice.", "supported", "the police non-emergency number", None),
    (RACE, "There are 101 sergeants.", "unsupported", None, None),
    (RACE, "There were 999 complaints.", "unsupported", None, None),
    (RACE, "There were 2023 complaints.", "unsupported", None, None),
    (RACE, "There were 24 complaints.", "unsupported", None, None),
    # Acts, items, comparisons
    (RACE, "The Equality Act 2010 says so.", "supported", "office.bodies.equality_act.name", None),
    (RACE, "The Equality Act 2012 says so.", "contradicted", "office.bodies.equality_act.name", "Equality Act 2010"),
    (PEEL, "This answers Recommendation 2.", "supported", None, None),
    (PEEL, "This answers Recommendation 9.", "unsupported", None, None),
    (PEEL, "This answers Recommendations 1 and 2.", "supported", None, None),
    (PEEL, "This answers Recommendations 1 to 2.", "supported", None, None),
    (PEEL, "This answers Recommendations 1, 2, 5 and 6.", "unsupported", None, None),
    (PEEL, "This answers Recommendations 1-3.", "unsupported", None, None),
    (GRIP, "The attrition rate of the Force is below the national average.", "supported", None, None),
]  # fmt: skip


@pytest.fixture(scope="module")
def indexes():
    return {report: EvidenceIndex(LoadedWorkspace(WORKSPACE, [report]).pack, report) for report in REPORTS}


def supports(index, sentence):
    return CheckedParagraph(sentence, index, (), "", 0).supports(0, len(sentence))


@pytest.mark.parametrize(("report", "sentence", "standing", "reference", "value"), JUDGED)
def test_a_claim_is_judged_by_what_evidence_says_of_its_subject(indexes, report, sentence, standing, reference, value):
    judged = [found for found in supports(indexes[report], sentence) if found.backing == standing]
    assert judged, supports(indexes[report], sentence)
    assert reference is None or reference in [found.reference for found in judged]
    assert value is None or value in [found.value for found in judged]


@pytest.mark.parametrize(
    ("sentence", "hint"),
    [
        ("The Corporate Governance Bored met.", "Did you mean 'Corporate Governance Board'"),
        ("As Sir Roy Wilsherr wrote.", "Did you mean"),
        ("This answers Recommendation 97.", "The report has no item '97'."),
    ],
)
def test_what_may_have_been_meant_is_told(indexes, sentence, hint):
    assert any(hint in found.hint for found in supports(indexes[RACE], sentence))


@pytest.mark.parametrize(
    ("office", "area"), [(warwickshire(), "Warwickshire"), (greater_manchester(), "Greater Manchester")]
)
def test_an_office_s_area_says_nothing_of_what_a_sentence_is_about(indexes, office, area):
    pack = indexes[RACE].pack
    known = {
        **pack.shared["statistics"].root,
        "burglaries": statistic(what=f"burglaries solved in {area}", value=Decimal(12)),
    }
    shared = {**pack.shared, "statistics": type(pack.shared["statistics"])(known)}
    index = EvidenceIndex(of_office(replace(pack, shared=shared), office), RACE)
    (found,) = supports(index, f"The fear of burglaries in {area} fell by 30%.")
    assert (found.backing, found.value) == ("unsupported", None)
    (found,) = supports(index, f"The burglaries solved in {area} fell by 30%.")
    assert (found.backing, found.value) == ("contradicted", "12")


def test_the_post_that_signs_and_the_force_say_nothing_of_what_a_sentence_is_about(indexes):
    index = EvidenceIndex(of_office(indexes[RACE].pack, greater_manchester()), RACE)
    assert index.subject_of("The Deputy Mayor asked Greater Manchester Police about cyclists.") == {"ask", "cyclist"}
    assert index.subject_of("Cyclists in Leicestershire") == {"cyclist", "leicestershire"}


def test_what_the_office_answers_is_no_evidence_for_itself(indexes):
    assert not [leaf for leaf in indexes[PEEL].leaves if "answers" in leaf.references[0]]


def test_of_several_items_those_that_the_report_has_not_are_named(indexes):
    """N6."""
    (found,) = supports(indexes[PEEL], "Recommendations 1, 2, 5 and 6 are met.")
    assert (found.claim.text, found.hint) == ("Recommendations 1, 2, 5 and 6", "The report has no item '5' and '6'.")
