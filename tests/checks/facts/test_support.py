"""A claim in its sentence."""

import pytest

from letterkit.checks import Backing, CheckedLetter
from letterkit.checks.facts.support import REACH, said_in
from letterkit.evidence import load_evidence
from letterkit.language import claims_in
from letterkit.letter import Letter, Span, Table


def test_a_claim_is_judged_by_what_stands_near_it():
    text = "24 August 2023, " * 2000
    lengths = [len(said.sentence) for said in said_in(text, claims_in(text))]
    assert len(lengths) == 2000
    assert max(lengths) < 2 * REACH + 20


@pytest.mark.parametrize(
    ("row", "figure", "backing"),
    [
        ("Share of leavers who took part in the exit interview", "15.9%", Backing.SUPPORTED),
        ("Number of dogs", "15.9%", Backing.UNSUPPORTED),
    ],
)
def test_a_figure_in_a_cell_is_judged_by_the_subject_of_its_row(leicestershire, row, figure, backing):
    """F15: by itself a cell does not say what its figure is about."""
    report = "getting-a-grip-2023"
    table = Table((), ((Span("What"),), (Span("Figure"),)), (((Span(row),), (Span(figure),)),))
    checked = CheckedLetter.composed(Letter("", (table,)), load_evidence(leicestershire.root, [report]), report, "")
    (cell,) = (paragraph for paragraph in checked.paragraphs if paragraph.text == figure)
    assert [found.backing for found in cell.supports(0, len(figure))] == [backing]
