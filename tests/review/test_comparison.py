"""Each sourced value in three versions: as generated, in the draft, in evidence today."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterkit.formats.word.reading import read_draft
from letterkit.review import Verdict
from letterkit.review.comparison import compare
from tests.builders import letter, paragraph, span, table, word_file
from tests.edits import AUTHOR, EditedDraft

REFERENCE = "statistics.stops.count"


def stops(count="1,433", *, before="In the year there were ", after=" stops of people in the area."):
    value = count.replace(",", "")
    return letter(
        paragraph("The report was read with great care by the whole office."),
        paragraph(before, span(count, REFERENCE, kind="int", value=value), after),
        paragraph("The panel met ", span("twice", "scrutiny.panel.frequency"), " and was content with what it saw."),
    )


def verdicts(generated, *edits, today=None, tags=True):
    file = EditedDraft(word_file(generated))
    for edit in edits:
        edit(file)
    if not tags:
        file.strip(keep_record=True)
    draft = read_draft(file.to_bytes(), shown_as="draft.docx")
    return compare(draft.record.letter, draft.manuscript, today or generated).verdicts


def one(generated, *edits, today=None, tags=True, reference=REFERENCE):
    (found,) = [each for each in verdicts(generated, *edits, today=today, tags=tags) if each.reference == reference]
    return found


def typing(old, new):
    return lambda file: file.replace(old, new)


@pytest.mark.parametrize("tags", [True, False], ids=["tags", "stripped"])
@pytest.mark.parametrize(
    ("typed", "today", "verdict"),
    [
        (None, None, Verdict.SAME),
        ("one thousand four hundred and thirty-three", None, Verdict.EQUIVALENT),
        ("1,533", None, Verdict.EDITED),
        (None, "1,500", Verdict.STALE),
        ("1,533", "1,500", Verdict.CONFLICT),
        ("1,500", "1,500", Verdict.SAME),
        ("", None, Verdict.MISSING),
    ],
)
def test_a_verdict_follows_from_record_draft_and_evidence(tags, typed, today, verdict):
    edits = [] if typed is None else [typing("1,433", typed)] if typed else [lambda file: file.delete("1,433")]
    found = one(stops(), *edits, today=stops(today) if today else None, tags=tags)
    assert (found.verdict, found.record, found.evidence) == (verdict, "1,433", today or "1,433")
    assert found.draft == (None if typed == "" else typed or "1,433")


def test_a_value_that_evidence_prints_no_more_is_not_stale():
    assert one(stops(), today=letter(paragraph("Nothing."))).evidence is None
    assert one(stops(), today=letter(paragraph("Nothing."))).verdict is Verdict.SAME


def test_who_tracked_an_edit_is_told_and_a_silent_one_has_nobody():
    tracked = one(stops(), lambda file: file.replace("1,433", "1,533", tracked=True))
    silent = one(stops(), typing("1,433", "1,533"))
    assert (tracked.change.author, silent.change) == (AUTHOR, None)


def test_an_edit_beside_somebody_elses_tracked_change_is_silent():
    found = one(stops(), typing("1,433", "1,533"), lambda file: file.insert_after("1,533", " recorded", tracked=True))
    assert (found.verdict, found.change) == (Verdict.EDITED, None)


def test_a_unit_typed_after_a_figure_makes_it_another():
    assert one(stops(), lambda file: file.insert_after("1,433", " thousand")).draft == "1,433 thousand"


def test_a_value_in_a_rewritten_sentence_is_found_by_its_control():
    rewritten = [
        typing("In the year there were ", "All told, officers carried out "),
        typing(" stops of people in the area.", " searches."),
    ]
    assert one(stops(), *rewritten).verdict is Verdict.SAME
    assert one(stops(), *rewritten, tags=False).verdict is Verdict.SAME


def test_a_value_moved_within_its_sentence_is_the_same():
    moved = [lambda file: file.delete("1,433"), lambda file: file.insert_after("people in the area", ", namely 1,433")]
    assert one(stops(), *moved).verdict is Verdict.SAME


def test_the_same_value_twice_is_told_apart_by_its_neighbours():
    twice = letter(
        paragraph("Of the men, ", span("12", "statistics.men.count"), " complained about what was done."),
        paragraph("Of the women, ", span("12", "statistics.women.count"), " complained about what was done."),
    )
    file = EditedDraft(word_file(twice))
    file.replace("12", "13", within="women")
    draft = read_draft(file.to_bytes(), shown_as="d")
    told = {each.reference: each.verdict for each in compare(draft.record.letter, draft.manuscript, twice).verdicts}
    assert told == {"statistics.men.count": Verdict.SAME, "statistics.women.count": Verdict.EDITED}


def test_cells_that_exchanged_their_values_are_swapped():
    cells = letter(table(["Group", "Share"], ["Men", "16%"], ["Women", "22%"]))
    rows = cells.blocks[0].rows
    sourced = [(row[0], (span(row[1][0].text, f"statistics.{row[0][0].text.lower()}"),)) for row in rows]
    generated = letter(type(cells.blocks[0])((), cells.blocks[0].header, tuple(sourced)))
    found = verdicts(generated, lambda file: file.swap("16%", "22%"))
    assert [each.verdict for each in found] == [Verdict.SWAPPED, Verdict.SWAPPED]
    assert [each.other for each in found] == ["statistics.women", "statistics.men"]


def test_a_figure_that_is_part_of_a_word_is_compared_with_the_whole():
    generated = letter(paragraph("It fell by ", span("10", REFERENCE), "% in the year, as the office has said before."))
    assert one(generated, lambda file: file.replace("%", " per cent")).verdict is Verdict.EQUIVALENT
    assert one(generated, lambda file: file.replace("10", "12")).draft == "12%"
    today = letter(paragraph("It fell by ", span("11", REFERENCE), "% in the year."))
    assert one(generated, today=today).verdict is Verdict.STALE


def test_a_quotation_must_stand_word_for_word():
    generated = letter(paragraph("It says: ", span("four officers and a dog", "quotations.dog.text"), ", which is so."))
    found = one(generated, typing("four officers", "4 officers"), reference="quotations.dog.text")
    assert found.verdict is Verdict.EDITED


def test_a_control_copied_elsewhere_is_told():
    generated = stops()
    file = EditedDraft(word_file(generated))
    file.copy_paragraph("In the year", after="The panel met")
    draft = read_draft(file.to_bytes(), shown_as="d")
    found = compare(draft.record.letter, draft.manuscript, generated).verdicts
    assert [each.verdict for each in found if each.reference == REFERENCE] == [Verdict.SAME, Verdict.COPIED]


@pytest.mark.parametrize("sign", ["-", "\N{MINUS SIGN}", "<", "~"])
def test_a_sign_before_a_figure_makes_it_another(sign):
    assert one(stops(), typing("1,433", f"{sign}1,433")).verdict is Verdict.EDITED


@pytest.mark.parametrize("typed", ["Leicestershire Police Authority", "Leicestershire Police and others"])
def test_words_joined_to_a_name_make_it_another(typed):
    generated = letter(paragraph("The force, ", span("Leicestershire Police", REFERENCE), ", has done well this year."))
    assert one(generated, typing("Leicestershire Police", typed)).draft == typed


def test_a_value_that_evidence_lost_or_changed_without_printing_it_is_stale():
    generated = stops()
    file = EditedDraft(word_file(generated))
    draft = read_draft(file.to_bytes(), shown_as="d")
    today = letter(paragraph("Nothing."))
    for still, verdict in ((True, Verdict.SAME), (False, Verdict.STALE), (None, Verdict.STALE)):
        found = compare(generated, draft.manuscript, today, lambda _span, still=still: still).verdicts
        assert {each.verdict for each in found} == {verdict}


def test_a_value_in_a_recast_sentence_is_found_by_what_it_says():
    generated = letter(
        paragraph(
            "Even so, in ", span("February 2023", "statistics.v.end"), " there were ", span("37.5%", "statistics.v.value"),
            " fewer victims than in ", span("2018", "statistics.v.start"), ", which bears this out as before.",
        )
    )  # fmt: skip
    recast = (
        "Even so, the number of victims fell by 37.5% between 2018 and February 2023, which bears this out as before."
    )
    for tags in (True, False):
        found = verdicts(generated, lambda file: retype(file, "Even so", recast), tags=tags)
        assert {each.reference: each.verdict for each in found} == {
            "statistics.v.end": Verdict.SAME, "statistics.v.value": Verdict.SAME, "statistics.v.start": Verdict.SAME,
        }  # fmt: skip


def retype(file, holding, text):
    """Type a whole paragraph anew, controls and all."""
    file.add_paragraph(holding, text)
    file.delete_paragraph(holding)


filler = st.text("abcdefghij ", min_size=5, max_size=40).map(lambda text: f" {text.strip() or 'words'} ")
values = st.lists(st.integers(min_value=100, max_value=99999).map(str), min_size=1, max_size=6, unique=True).filter(
    lambda numbers: not any(one in other for one, other in permutations(numbers, 2))
)


@given(values, st.data())
def test_one_changed_value_is_told_and_no_other(numbers, data):
    """The inverse: whatever one value becomes, its own verdict changes and all others stay."""
    parts = []
    for number, value in enumerate(numbers):
        parts += [data.draw(filler), span(value, f"statistics.v{number}", kind="int")]
    generated = letter(paragraph("The letter begins."), paragraph("So", *parts, " in all."))
    changed = data.draw(st.integers(min_value=0, max_value=len(numbers) - 1))
    new = data.draw(st.integers(min_value=100_000, max_value=999_999).map(str))
    tags = data.draw(st.booleans())
    found = verdicts(generated, lambda file: file.replace(numbers[changed], new), tags=tags)
    expected = [Verdict.EDITED if number == changed else Verdict.SAME for number in range(len(numbers))]
    assert [each.verdict for each in found] == expected
    assert found[changed].draft == new
