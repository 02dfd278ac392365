"""References and items of reports: read as they are printed, whatever the ids are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterkit.letter import ItemRef, Reference, printed_references

steps = st.lists(st.text(min_size=1) | st.sampled_from(["7.1", "items", 'a"b', "[x]", "."]), min_size=1).map(Reference)


@given(steps)
def test_a_reference_reads_as_it_is_printed(reference):
    assert Reference.parse(str(reference)) == reference


@given(st.builds(ItemRef, st.none() | st.from_regex(r"[a-z0-9-]+", fullmatch=True), st.text(min_size=1)))
def test_an_item_reads_as_it_is_printed(item):
    assert ItemRef.parse(str(item)) == item


@pytest.mark.parametrize(
    ("reference", "printed"),
    [
        (Reference.of("statistics", "stop_search", "count"), "statistics.stop_search.count"),
        (Reference.of("reports", "peel-2023", "items", "7.1", "text"), 'reports.peel-2023.items["7.1"].text'),
        (Reference.of("responses", "r", "answers", "1", "action_taken", 0), "responses.r.answers.1.action_taken.0"),
    ],
)
def test_a_reference_is_printed_as_a_template_would_write_it(reference, printed):
    assert str(reference) == printed


@pytest.mark.parametrize("text", ["", ".", "a.", ".a", "a..b", 'a["b"', "a[b]", "a]b", '["a"]b'])
def test_what_is_no_reference_is_refused(text):
    with pytest.raises(ValueError, match="reference"):
        Reference.parse(text)


def test_a_part_is_within_the_whole_and_no_neighbour_is():
    whole = Reference.parse("scrutiny.ethics")
    assert whole.child("name").is_within(whole)
    assert whole.is_within(whole)
    assert not Reference.parse("scrutiny.ethics_panel.name").is_within(whole)


def test_a_part_knows_its_kind_its_name_and_what_it_is_part_of():
    part = Reference.of("reports", "r", "items", "7.1")
    assert (part.kind, part.name, part.parent) == ("reports", "7.1", Reference.of("reports", "r", "items"))


def test_the_references_of_one_value_stand_in_one_line():
    assert printed_references([Reference.of("a", "b"), Reference.of("c")]) == "a.b, c"


@pytest.mark.parametrize(
    ("item", "printed"),
    [
        (ItemRef(None, "7.1"), "7.1"),
        (ItemRef("child-protection-2023", "7.1"), "child-protection-2023:7.1"),
        (ItemRef(None, "AFI: 3"), ":AFI: 3"),
    ],
)
def test_an_item_is_printed_as_templates_name_it(item, printed):
    assert str(item) == printed
