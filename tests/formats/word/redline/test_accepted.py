"""A file with every change in it accepted."""

from tests.builders import letter, paragraph, parts, word_file
from tests.edits import EditedDraft
from tests.formats.word.redline.redlines import marked, read


def test_changes_pending_in_the_new_file_are_taken_as_made():
    data = word_file(letter(paragraph("There were 22 stops.")))
    file = EditedDraft(data)
    file.replace("22", "23", tracked=True)
    line = read(marked(data, file.to_bytes())).lines[0]
    assert (line.text, line.original) == ("There were 23 stops.", "There were 22 stops.")
    assert {piece.inserted.author for piece in line.pieces if piece.inserted} == {"letterkit"}


def test_comments_are_left_out_whole():
    data = word_file(letter(paragraph("There were 22 stops.")))
    file = EditedDraft(data)
    file.comment("22", "Sure?")
    both = parts(marked(data, file.to_bytes()))
    assert not [name for name in both if "comment" in name]
    assert b"comment" not in b"".join(both.values())
