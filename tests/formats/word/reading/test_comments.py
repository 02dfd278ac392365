"""Who commented on what, and whether it is settled."""

from letterkit.formats.word.namespaces import READ_NAMESPACES
from letterkit.formats.word.reading import read_draft
from tests.builders import letter, paragraph, word_file
from tests.edits import AUTHOR, EditedDraft


def test_a_comment_is_read_with_its_anchor_thread_and_state():
    file = EditedDraft(word_file(letter(paragraph("There were 22 stops."))))
    file.comment("22", "Sure?", reply="Yes.")
    asked, answered = read_draft(file.to_bytes(), shown_as="draft.docx").manuscript.comments
    assert (asked.author, asked.text, asked.anchor, asked.place) == (AUTHOR, "Sure?", "22", "paragraph 1")
    assert (answered.text, answered.parent, asked.resolved) == ("Yes.", asked.id, False)
    assert [comment.text for comment in read_draft(file.to_bytes(), shown_as="d").manuscript.open_comments] == ["Sure?"]


def test_a_comment_without_a_range_stands_on_its_paragraph():
    file = EditedDraft(word_file(letter(paragraph("There were 22 stops."))))
    file.comment("22", "Sure?")
    for mark in list(
        file.body.iter(f"{{{READ_NAMESPACES['w']}}}commentRangeStart", f"{{{READ_NAMESPACES['w']}}}commentRangeEnd")
    ):
        mark.getparent().remove(mark)
    (comment,) = read_draft(file.to_bytes(), shown_as="draft.docx").manuscript.comments
    assert (comment.anchor, comment.place) == ("There were 22 stops.", "paragraph 1")
