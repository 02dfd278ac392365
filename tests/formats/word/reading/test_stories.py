"""Text boxes, notes, headers and footers."""

from letterkit.formats.word.reading import read_draft
from letterkit.letter import Story
from tests.builders import letter, paragraph, word_file
from tests.edits import EditedDraft


def test_text_boxes_notes_and_margins_are_lines_of_their_own():
    file = EditedDraft(word_file(letter(paragraph("The panel met."), paragraph("More."))))
    file.add_text_box("The panel met", "Not for release")
    file.add_footnote("More", "See the minutes.")
    found = read_draft(file.to_bytes(), shown_as="draft.docx").manuscript
    assert [line.text for line in found.of(Story.TEXT_BOX)] == ["Not for release"]
    assert [(line.text, line.place) for line in found.of(Story.FOOTNOTE)] == [("See the minutes.", "footnote 1")]
    assert "Your Communities - Your Commissioner" in found.margins
    assert [line.text for line in found.of(Story.BODY)] == ["The panel met.", "More."]
