"""The words in which every report tells the same things."""

import pytest

from letterkit.output.words import claims, plainly_named


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("it is statistics.female_recruits.value", "it is female recruits, value (statistics)"),
        ("says '45.3' in statistics.female_recruits.value.", "says '45.3' in female recruits, value (statistics)."),
        ('reports.peel-2023.items["7.1"].text', "items, 7.1, text (the report peel-2023)"),
        ("responses.race-2023.letter.date is", "letter, date (the response to race-2023) is"),
        ("office.posts.commissioner, peel.cycle_1.name", "posts, commissioner (office), cycle 1, name (peel)"),
        ("(evidence/statistics.yaml:80)", "(evidence/statistics.yaml:80)"),
        ("evidence/reports/peel-2023.yaml:3", "evidence/reports/peel-2023.yaml:3"),
        ("the statistics. The office. Reports", "the statistics. The office. Reports"),
    ],
)
def test_a_reference_is_told_in_words(text, told):
    """N15."""
    assert plainly_named(text) == told


def test_claims_are_told_without_words_of_the_house():
    """N15."""
    assert claims({"bound": 12, "supported": 1}) == "13 claims: 12 printed from evidence, 1 supported."
    assert claims({"bound": 0}) == "No claim."
