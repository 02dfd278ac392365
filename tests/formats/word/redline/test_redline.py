"""A redline: accepting every tracked change gives the new text, rejecting every one the old."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from letterkit.formats.word.namespaces import NAMESPACES, READ_NAMESPACES, w
from letterkit.formats.word.opc import Package
from letterkit.formats.word.redline import is_draft
from letterkit.letter import Story
from tests.builders import letter, paragraph, table, word_file
from tests.edited_drafts import FAULTS, edited
from tests.edits import EditedDraft
from tests.formats.word.redline.redlines import changed, marked, read, with_body
from tests.strategies import letters

SAID = "Words that only the new file has."
RUN, PARAGRAPH = f"<w:r><w:t>{SAID}</w:t></w:r>", f"<w:p><w:r><w:t>{SAID}</w:t></w:r></w:p>"
CONTROL = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
MATH = f'xmlns:m="{READ_NAMESPACES["m"]}"'


def accepted(data):
    return _paragraphs((line.text, line.end_deleted) for line in read(data).of(Story.BODY, Story.HEADER, Story.FOOTER))


def rejected(data):
    return _paragraphs(
        (line.original, line.end_inserted) for line in read(data).of(Story.BODY, Story.HEADER, Story.FOOTER)
    )


def _paragraphs(lines):
    text = "".join(words if joined else f"{words}\v" for words, joined in lines)
    return [line for line in text.split("\v") if line.strip()]


@pytest.mark.parametrize("name", FAULTS)
def test_what_was_done_to_a_draft_can_be_accepted_and_rejected(original, name):
    new = edited(FAULTS[name], original)
    both = marked(original, new)
    assert accepted(both) == accepted(new)
    assert rejected(both) == accepted(original)


@settings(max_examples=80)
@given(letters, letters)
def test_any_two_letters_can_be_told_apart_and_had_back(one, other):
    old, new = (word_file(each, pictures={"s.png": _picture()}) for each in (one, other))
    both = marked(old, new)
    assert accepted(both) == accepted(new)
    assert rejected(both) == accepted(old)


def _picture():
    from tests.builders import PNG  # noqa: PLC0415

    return PNG


def test_only_the_words_that_differ_are_marked():
    old = word_file(letter(paragraph("The panel met twice in 2023 and was content.")))
    new = word_file(letter(paragraph("The panel met three times in 2023 and was content.")))
    line = read(marked(old, new)).lines[0]
    assert [piece.text for piece in line.pieces if piece.deleted] == ["twice"]
    assert [piece.text for piece in line.pieces if piece.inserted] == ["three times"]
    assert {piece.inserted.author for piece in line.pieces if piece.inserted} == {"letterkit"}


def test_the_same_file_has_nothing_marked():
    data = word_file(letter(paragraph("The panel met."), table(["A"], ["1"])))
    assert read(marked(data, data)).pending_changes == 0


def test_a_row_that_went_is_marked_as_a_row():
    old = word_file(letter(table(["Area", "Grade"], ["One", "good"], ["Two", "adequate"])))
    new = word_file(letter(table(["Area", "Grade"], ["Two", "adequate"])))
    root = read_root(marked(old, new))
    assert len(root.findall(f".//{w('tr')}/{w('trPr')}/{w('del')}")) == 1


@pytest.mark.parametrize("turned", [False, True], ids=["a column came", "a column went"])
def test_rows_of_both_go_over_all_columns_of_the_table(turned):
    files = [
        word_file(letter(table(["Area", "Grade"], ["One", "good"]))),
        word_file(letter(table(["Area", "Grade", "Change"], ["One", "good", "none"]))),
    ]
    old, new = reversed(files) if turned else files
    both = marked(old, new)
    (grid,) = read_root(both).findall(f".//{w('tblGrid')}")
    for row in read_root(both).iter(w("tr")):
        free = row.find(f"{w('trPr')}/{w('gridAfter')}")
        assert len(row.findall(w("tc"))) + (0 if free is None else int(free.get(w("val")))) == len(grid) == 3
    assert accepted(both) == accepted(new)
    assert rejected(both) == accepted(old)


def test_an_equation_comes_back():
    equation = f"<m:oMath {MATH}><m:r><m:t>22/100</m:t></m:r></m:oMath>"
    old, new = (EditedDraft(word_file(letter(paragraph(words)))) for words in ("The share was ", "The portion was "))
    for file in (old, new):
        file.paragraph("was").append(etree.fromstring(equation))
    both = marked(old.to_bytes(), new.to_bytes())
    assert (accepted(both)[0], rejected(both)[0]) == ("The portion was 22/100", "The share was 22/100")


def test_a_text_box_stays_whole_where_the_words_around_it_change():
    old = EditedDraft(word_file(letter(paragraph("The panel met twice."))))
    old.add_text_box("The panel", "Not for release")
    new = EditedDraft(old.to_bytes())
    new.replace("twice", "thrice")
    root = read_root(marked(old.to_bytes(), new.to_bytes()))
    assert [len(paragraph.findall(w("pPr"))) for paragraph in root.iter(w("p"))] == [1, 0]


def test_revisions_have_ids_of_their_own(original):
    root = read_root(marked(original, edited(FAULTS["paragraph-moved"], original)))
    ids = [element.get(w("id")) for element in root.iter(w("ins"), w("del"), w("bookmarkStart"))]
    assert len(ids) == len(set(ids))


@given(st.text(alphabet="ab \t\n", max_size=30), st.text(alphabet="ab \t\n", max_size=30))
def test_blanks_breaks_and_tabs_come_back(one, other):
    old, new = word_file(letter(paragraph(f"x{one}"))), word_file(letter(paragraph(f"x{other}")))
    line = read(marked(old, new)).lines[0]
    assert (line.text, line.original) == (f"x{other}", f"x{one}")


def read_root(data):
    return EditedDraft(data).root


ODDLY_PLACED = {
    "in a control in a control": CONTROL.format(CONTROL.format(PARAGRAPH)),
    "in a control in a control in a paragraph": f"<w:p>{CONTROL.format(CONTROL.format(RUN))}</w:p>",
    "in no paragraph": RUN,
    "in a paragraph in a paragraph": f"<w:p><w:r><w:t>Outer.</w:t></w:r>{PARAGRAPH}</w:p>",
    "in an alternative": f'<mc:AlternateContent xmlns:mc="{NAMESPACES["mc"]}"><mc:Choice Requires="w">{PARAGRAPH}'
    "</mc:Choice></mc:AlternateContent>",
    "in an alternative in a paragraph": f'<w:p><mc:AlternateContent xmlns:mc="{NAMESPACES["mc"]}">'
    f'<mc:Choice Requires="w">{RUN}</mc:Choice></mc:AlternateContent></w:p>',
}


@pytest.mark.parametrize("place", ODDLY_PLACED)
def test_words_are_marked_wherever_they_stand(original, place):
    both = marked(original, changed(original, with_body(ODDLY_PLACED[place])))
    inserted = read_root(both).iterfind(f".//{w('ins')}/{w('r')}/{w('t')}")
    assert SAID in [text.text for text in inserted]


def test_a_row_that_came_has_properties_besides_its_change():
    old = word_file(letter(table(["Area", "Grade"], ["One", "good"])))
    new = word_file(letter(table(["Area", "Grade"], ["One", "good"], ["Two", "adequate"])))
    file = EditedDraft(new)
    for properties in list(file.root.iter(w("trPr"))):
        properties.getparent().remove(properties)
    (change,) = read_root(marked(old, file.to_bytes())).iterfind(f".//{w('trPr')}/{w('ins')}")
    assert change.getprevious().tag == w("gridBefore")


def test_paragraphs_too_long_to_be_compared_are_shown_whole():
    old, new = (word_file(letter(paragraph(" ".join(words * 15_000)))) for words in (["we", "met"], ["met", "not"]))
    line = read(marked(old, new)).lines[0]
    assert [piece.text for piece in line.pieces if piece.deleted] == [line.original]
    assert [piece.text for piece in line.pieces if piece.inserted] == [line.text]


def test_a_redline_is_no_draft(original):
    assert is_draft(Package.from_bytes(original))
    assert not is_draft(Package.from_bytes(marked(original, original)))
