"""What stands elsewhere than it did is found: under another heading, in another answer, F1, U10 and U11."""

import pytest
from lxml import etree

from letterkit.findings import Severity
from letterkit.formats.word.namespaces import w
from letterkit.workspace.commands.coverage_of_draft import coverage_of_draft
from letterkit.workspace.commands.draft import draft
from letterkit.workspace.commands.review import review
from tests.edited_drafts import TODAY
from tests.edits import EditedDraft, _text

REPORT = "peel-legitimacy-2017"
FIRST, SECOND = "Recommendation 1", "Recommendation 2"
LAST_OF_FIRST = "What training police staff need"
AFTER_BOTH = "Further findings to welcome"


@pytest.fixture(scope="module")
def generated(tmp_path_factory, leicestershire):
    folder = tmp_path_factory.mktemp("drafts")
    draft(leicestershire, [REPORT], out=folder)
    return (folder / f"{REPORT}.docx").read_bytes()


@pytest.fixture
def edited(generated, leicestershire, tmp_path):
    """Edit the draft; return what the review tells of order, and the coverage of the two items."""

    def apply(edit):
        file = EditedDraft(generated)
        edit(file)
        path = tmp_path / f"{REPORT}-edited.docx"
        path.write_bytes(file.to_bytes())
        found = review(leicestershire, path, report_id=None, today=TODAY).findings()
        (standing,) = coverage_of_draft(leicestershire, path, report_id=None, today=TODAY)
        return [finding for finding in found if finding.check == "moved"], standing.coverage.items

    return apply


def _of(file, first, last):
    """Return the paragraphs from the one that begins so up to, but without, another."""
    paragraphs = list(file.body.iterchildren(w("p")))
    starts = [next(at for at, one in enumerate(paragraphs) if _text(one).startswith(text)) for text in (first, last)]
    return paragraphs[slice(*starts)]


def _swap(file, one, other):
    """Let two stretches of paragraphs change places."""
    mark, its = etree.Element("mark"), etree.Element("mark")
    one[0].addprevious(mark)
    other[0].addprevious(its)
    for place, moved in ((mark, other), (its, one)):
        for paragraph in moved:
            place.addprevious(paragraph)
        place.getparent().remove(place)


def swap_answers(file):
    _swap(file, _of(file, FIRST, SECOND)[1:], _of(file, SECOND, AFTER_BOTH)[1:])


def swap_headings(file):
    _swap(file, _of(file, FIRST, SECOND)[:1], _of(file, SECOND, AFTER_BOTH)[:1])


def swap_sections(file):
    _swap(file, _of(file, FIRST, SECOND), _of(file, SECOND, AFTER_BOTH))


def swap_quoted_items(file):
    _swap(file, _of(file, FIRST, SECOND)[1:2], _of(file, SECOND, AFTER_BOTH)[1:2])


def raise_second_heading(file):
    _of(file, FIRST, SECOND)[0].addnext(_of(file, SECOND, AFTER_BOTH)[0])


@pytest.mark.parametrize("swap", [swap_answers, swap_headings, swap_quoted_items])
def test_what_came_under_another_heading_is_told_with_both(edited, swap):
    moved, _ = edited(swap)
    assert [finding.severity for finding in moved] == [Severity.WARNING] * 2
    told = " ".join(finding.message for finding in moved)
    assert f"stood under '{FIRST}'" in told.replace("It and 4 more after it ", "").replace("It ", "")
    assert f"under '{SECOND}' now" in told


def test_two_sections_that_changed_places_are_told(edited):
    (moved,), items = edited(swap_sections)
    assert moved.severity is Severity.WARNING
    assert [item.where for item in items] == [(FIRST,), (SECOND,)]


def test_coverage_judges_the_words_where_they_stand_now(edited):
    _, items = edited(swap_answers)
    assert [item.where for item in items] == [(FIRST,), (SECOND,)]
    _, (first, second) = edited(raise_second_heading)
    assert (first.in_letter, second.in_letter, second.where) == (False, True, (SECOND,))


def test_an_order_that_changed_within_an_answer_is_a_note(edited):
    (moved,), _ = edited(lambda file: file.move_paragraph(LAST_OF_FIRST, before="Guidance has been written"))
    assert moved.severity is Severity.NOTE


@pytest.mark.parametrize("tracked", [False, True])
def test_a_heading_that_was_joined_is_told(edited, tracked):
    moved, _ = edited(lambda file: file.join_paragraphs(LAST_OF_FIRST, tracked=tracked))
    assert any("It is no heading any more" in finding.message for finding in moved)
    assert tracked == any("Policy officer" in finding.message for finding in moved)


def test_a_heading_in_the_style_of_text_is_told(edited):
    moved, _ = edited(lambda file: file.restyle(SECOND, "BodyText"))
    assert any(finding.subject == f"'{SECOND}'" and "no heading any more" in finding.message for finding in moved)


def test_a_row_that_moved_is_a_note(edited):
    def move(file):
        rows = list(next(file.body.iter(w("tbl"))).iter(w("tr")))
        rows[1].addprevious(rows[3])

    (moved,), _ = edited(move)
    assert moved.severity is Severity.NOTE
    assert "stands after 'Question Grade' now" in moved.message
