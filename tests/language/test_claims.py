"""What can be checked in prose, and what its value is."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterkit.language import ClaimKind, claims_in, plain_words

BLANKS = " \N{NO-BREAK SPACE}\N{FIGURE SPACE}\N{THIN SPACE}\N{HAIR SPACE}\N{NARROW NO-BREAK SPACE}"

CLAIMS = [
    *((f"There were 1{blank}433 stops.", "count", "1433") for blank in BLANKS),  # U9
    ("It cost \N{POUND SIGN}1\N{THIN SPACE}250\N{THIN SPACE}000.", "money", "\N{POUND SIGN}1250000"),
    ("It took 1 433.5 hours.", "duration", "1433.5 hour"),
    ("There were 1,433 stops.", "count", "1433"),
    ("There were twenty-two stops.", "count", "22"),
    ("It took over 100 officers.", "threshold", "over 100"),
    ("It fell by 15.9 per cent.", "percentage", "15.9%"),
    ("It cost \N{POUND SIGN}1.25 million.", "money", "\N{POUND SIGN}1250000"),
    ("That is 1 in 6.", "ratio", "1/6"),
    ("On 3rd September 2023 it met.", "date", "2023-09-03"),
    ("It met on 03/09/2023.", "date", "2023-09-03"),
    ("In March 2023 it met.", "month", "2023-03"),
    ("By March 23 it had met.", "month", "2023-03"),
    ("In 21/22 it met.", "period", "2021/22"),
    ("In 2013-14 it met.", "period", "2013/14"),
    ("The plan for 2024-28 says so.", "period", "2024-2028"),
    ("In Q3 of 24/25 it met.", "period", "q3 2024/25"),
    ("In the year ending March 2023 it met.", "period", "year ending 2023-03"),
    ("Since 2018 it has met.", "period", "2018"),
    ("It took 12 months.", "duration", "12 month"),
    ("It meets every eight weeks.", "frequency", "every 8 week"),
    ("It meets twice a year.", "frequency", "2 per year"),
    ("It meets annually.", "frequency", "annual"),
    ("Children aged 10 to 17 came.", "age", "10-17"),
    ("It began at 7pm.", "time", "19:00"),
    ("Call 101 instead.", "number", "101"),
    ("There are 101 sergeants.", "count", "101"),
    ("He sat in Room 4.", "number", "Room4"),
    ("Regulation 3(2)(a) says so.", "statute", "regulation 3(2)(a)"),
    ("It was graded good.", "grade", "good"),
    ("It was 'outstanding'.", "grade", "outstanding"),
    ("He said 'we will act'.", "quotation", "we will act"),
    ("The Corporate Governance Board met.", "name", "Corporate Governance Board"),
    ("As Lord Willy Bach wrote, it met.", "name", "Lord Willy Bach"),
    ("The Equality Act 2010 says so.", "statute", "Equality Act 2010"),
    ("See section 55(5B) for that.", "statute", "section 55(5b)"),
    ("The Equality Act says so.", "statute", "Equality Act"),
    ("As annex A says.", "crossref", "annex a"),
    ("Every month it meets.", "frequency", "every month"),
    ("As Recommendation 5 says.", "crossref", "recommendation 5"),
    ("It is lower than two years ago.", "comparison", "lower than"),
    ("It is below the national average.", "comparison", "below the national average"),
    ("There were several of them.", "vague", "several"),
    ("Nine of them came.", "count", "9"),
    ("Two thirds of them came.", "ratio", "2/3"),
    ("It runs 24/7.", "frequency", "24/7"),
    ("It took nearly 30 years.", "duration", "nearly 30 year"),
    ("In the third quarter of 2024/25 it met.", "period", "q3 2024/25"),
    ("It was good over the summer.", "period", "the summer"),
    ("The force was rated as adequate.", "grade", "adequate"),
    ("Our ref: OPCC/7298/17", "number", "OPCC/7298/17"),
    ("It met with DWP again.", "name", "DWP"),
    ("It is run with Oscar Kilo here.", "name", "Oscar Kilo"),
]


@pytest.mark.parametrize(("sentence", "kind", "value"), CLAIMS)
def test_a_claim_is_found_with_its_kind_and_value(sentence, kind, value):
    assert (kind, value) in [(str(claim.kind), claim.value) for claim in claims_in(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "1. The force should act.",
        "2) The force should act.",
        "89 Eccleston Square",
        "It is one of them.",
        "One another.",
    ],
)
def test_what_is_no_figure_is_not_taken_for_one(sentence):
    assert [claim for claim in claims_in(sentence) if claim.kind is ClaimKind.COUNT] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "We asked the PCC, her DPCC and the PCCs of the region.",
        "We asked the PFCC, the DPFCC and the DMPC.",
        "We are the Office of the Police and Crime Commissioner.",
        "We are the Office of the Police, Fire and Crime Commissioner.",
        "He is the Northamptonshire Police, Fire and Crime Commissioner.",
        "We are the Mayor's Office for Policing and Crime.",
        "He is the Mayor of West Yorkshire.",
        "She is the Deputy Mayor for Policing and Crime.",
    ],
)
def test_the_posts_that_answer_for_policing_are_no_names_of_bodies(sentence):
    assert [claim.text for claim in claims_in(sentence) if claim.kind is ClaimKind.NAME] == []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("We asked the Police and Crime Panel.", "Police and Crime Panel"),
        (
            "We asked the Northamptonshire Police, Fire and Crime Panel.",
            "Northamptonshire Police, Fire and Crime Panel",
        ),
        ("We asked the Greater Manchester Combined Authority.", "Greater Manchester Combined Authority"),
        ("We asked Mayor Tracy Example there.", "Mayor Tracy Example"),
    ],
)
def test_the_bodies_and_people_beside_them_are_names(sentence, name):
    assert name in [claim.text for claim in claims_in(sentence) if claim.kind is ClaimKind.NAME]


def test_a_percentage_at_the_head_of_a_line_is_no_list_number():
    assert [claim.value for claim in claims_in("96.7% of them came.")][:1] == ["96.7%"]


def test_names_that_evidence_knows_are_found_in_small_letters_too():
    found = claims_in("The police and crime plan says so.", ("Police and Crime Plan",))
    assert [(claim.kind, claim.text) for claim in found] == [(ClaimKind.NAME, "police and crime plan")]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("It went to the Home Office Review Panel.", "Home Office Review Panel"),
        ("The Race Action Plan Board met.", "Race Action Plan Board"),
        ("The Race Action Plan sub-group met.", "Race Action Plan sub-group"),
        ("I wrote to the Regional Home Office.", "Regional Home Office"),
        ("National Race Action Plan money came.", "National Race Action Plan"),
        ("The Leicester Review Board met.", "Leicester Review Board"),
    ],
)
def test_a_known_name_does_not_hide_a_longer_one_that_begins_or_ends_with_it(sentence, name):
    """F3."""
    told = claims_in(sentence, ("Home Office", "Race Action Plan"), ("Leicester",))
    assert [(claim.kind, claim.text) for claim in told] == [(ClaimKind.NAME, name)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Home Office and the Race Action Plan agree.",
        "In May the Home Office wrote of it.",
        "Today Home Office officials came.",
        "The Home Office's Race Action Plan is new.",
        "The Home Office Race Action Plan is new.",
    ],
)
def test_known_names_beside_other_words_stay_what_they_are(sentence):
    names = [claim.text for claim in claims_in(sentence, ("Home Office", "Race Action Plan")) if claim.kind == "name"]
    assert set(names) <= {"Home Office", "Race Action Plan"}
    assert names


def test_a_body_named_after_its_place_is_no_place():
    found = claims_in(
        "Greater Manchester Police is in Greater Manchester.", ("Greater Manchester Police",), ("Greater Manchester",)
    )
    assert [(str(claim.kind), claim.text) for claim in found] == [
        ("name", "Greater Manchester Police"), ("place", "Greater Manchester"),
    ]  # fmt: skip


PIECES = [*"ab 12.,%/\n'\"\N{POUND SIGN}", "March ", "year ending ", "one "]


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_any_text_gives_claims_that_stand_where_they_say_and_do_not_overlap(text):
    found = claims_in(text)
    assert all(text[claim.start : claim.end] == claim.text for claim in found)
    plain = sorted((claim.start, claim.end) for claim in found if claim.kind is not ClaimKind.QUOTATION)
    assert all(end <= start for (_, end), (start, _) in pairwise(plain))


@pytest.mark.parametrize(
    "text",
    [
        "Aaaa Bbbb ",
        "May ",
        "ABCD ",
        "Mr ",
        "one hundred and ",
        "His Majesty ",
        "Police, Fire and Crime ",
        "9",
        "1,",
        '"a ',
        "the of and the ",
    ],
)
def test_hostile_text_is_read_to_its_end(text):
    whole = text * (20_000 // len(text))
    assert all(
        0 <= claim.start < claim.end <= len(whole) for claim in claims_in(whole, ("Corporate Governance Board",))
    )


def test_letters_in_one_are_the_same_words():
    """U3: text copied from a PDF."""
    assert plain_words("o\ufb03cer-de\ufb01ned") == plain_words("officer-defined")
