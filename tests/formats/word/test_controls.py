"""Content controls around values, bookmarks around answers."""

import re

from letterkit.formats.word.controls import ALIAS_LIMIT, control_alias
from tests.builders import answer, document_xml, letter, paragraph, span, word_file


def test_a_sourced_value_stands_in_a_hidden_control_that_can_be_deleted():
    xml = document_xml(word_file(letter(paragraph("In ", span("22%", "statistics.stops.percentage")))))
    assert '<w:tag w:val="lk.0"/>' in xml
    assert '<w:alias w:val="statistics.stops.percentage [lk.0]"/>' in xml
    assert '<w15:appearance w15:val="hidden"/>' in xml
    assert "<w:lock" not in xml
    assert "<w:dataBinding" not in xml


def test_the_title_of_a_control_keeps_its_tag_within_the_limit_of_word():
    alias = control_alias("programmes.diversity_and_inclusion_strategy.points.success_understanding, more", 1234)
    assert len(alias) <= ALIAS_LIMIT
    assert alias.endswith("… [lk.1234]")


def test_an_answer_stands_between_the_ends_of_a_hidden_bookmark():
    xml = document_xml(word_file(letter(paragraph("Before."), answer("R1"), paragraph("After."))))
    before, inside, after = re.split(
        r'<w:bookmarkStart w:id="0" w:name="_lk_answer_0"/>|<w:bookmarkEnd w:id="0"/>', xml
    )
    assert ("Before." in before, "We have done this." in inside, "After." in after) == (True, True, True)
