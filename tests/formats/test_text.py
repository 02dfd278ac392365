"""A letter as plain text."""

from letterkit.formats import text
from letterkit.letter import Heading, List, ListItem, Role, SignatureBlock, Span
from tests.builders import letter, paragraph, table


def test_text_reads_like_a_letter():
    composed = letter(
        paragraph("Roy Wilsher", role=Role.RECIPIENT),
        paragraph("London", role=Role.RECIPIENT),
        paragraph("Dear Mr Wilsher,", role=Role.SALUTATION),
        Heading(1, (Span("Getting a grip"),)),
        Heading(2, (Span("Calls"),)),
        paragraph("The force should act.", role=Role.QUOTATION),
        List(ordered=True, items=(ListItem((Span("one"),), List(ordered=False, items=(ListItem((Span("inner"),)),))),)),
        table(["Area", "Grade"], ["Calls", "Good"], caption="Grades"),
        SignatureBlock((Span("Name"),), (Span("Post"),)),
    )
    assert text.write(composed) == (
        "Roy Wilsher\nLondon\n\nDear Mr Wilsher,\n\nGetting a grip\n==============\n\nCalls\n-----\n\n"
        "    The force should act.\n\n1. one\n   - inner\n\nGrades\n| Area | Grade |\n| Calls | Good |\n\nName\nPost\n"
    )


def test_text_is_wrapped():
    assert max(len(line) for line in text.write(letter(paragraph("word " * 100))).splitlines()) <= 96
