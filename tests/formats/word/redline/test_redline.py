"""A redline: accepting every tracked change gives the new text, rejecting every one the old."""

import re

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


def all_of(data, *, kept):
    """The text of the body with every change accepted (`ins` is kept) or rejected (`del`), as Word leaves it."""
    gone = "del" if kept == "ins" else "ins"
    root = read_root(data)
    for cell in [
        cell for cell in root.iter(w("tc")) if cell.find(f"{w('tcPr')}/{w(f'cell{gone.title()}')}") is not None
    ]:
        cell.getparent().remove(cell)
    for change in [change for change in root.iter(w(gone)) if change.getparent().tag not in (w("rPr"), w("trPr"))]:
        change.getparent().remove(change)
    return root


def rows_of(root):
    return [["".join(cell.itertext()) for cell in row.iter(w("tc"))] for row in root.iter(w("tr"))]


TWO = (["Area", "Grade"], ["One", "good"], ["Two", "adequate"])
THREE_LAST = (["Area", "Grade", "Change"], ["One", "good", "none"], ["Two", "adequate", "better"])
THREE_FIRST = (["No", "Area", "Grade"], ["1", "One", "good"], ["2", "Two", "adequate"])
FOUR = (["No", "Area", "Since", "Grade"], ["1", "One", "2019", "good"], ["2", "Two", "2020", "adequate"])


@pytest.mark.parametrize("more", [THREE_LAST, THREE_FIRST, FOUR])
@pytest.mark.parametrize("turned", [False, True], ids=["came", "went"])
def test_of_a_column_only_its_own_cells_are_marked(more, turned):
    """U14."""
    files = [word_file(letter(table(*rows))) for rows in (TWO, more)]
    old, new = reversed(files) if turned else files
    both = marked(old, new)
    root = read_root(both)
    assert not list(root.iterfind(f".//{w('trPr')}/{w('ins')}")) + list(root.iterfind(f".//{w('trPr')}/{w('del')}"))
    cells = [
        cell
        for cell in root.iter(w("tc"))
        if cell.find(f".//{w('ins')}") is not None or cell.find(f".//{w('del')}") is not None
    ]
    assert len(cells) == 3 * (len(more[0]) - 2)
    assert (rows_of(all_of(both, kept="ins")), rows_of(all_of(both, kept="del"))) == (
        rows_of(read_root(new)), rows_of(read_root(old)),
    )  # fmt: skip


INSTRUCTION = '<w:r><w:fldChar w:fldCharType="begin"{}/></w:r><w:r><w:instrText> {} </w:instrText></w:r>'
RESULT = '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
SENTENCE = "<w:p><w:r><w:t xml:space='preserve'>The panel looked at 45 searches; see page </w:t></w:r>{}<w:r><w:t> of the note.</w:t></w:r></w:p>"


def field(instruction, result, more=""):
    return SENTENCE.format(INSTRUCTION.format(more, instruction) + RESULT.format(result))


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        (field("PAGEREF x", "4"), field("PAGEREF x", "4", ' w:dirty="true"'), 0),
        (field("PAGEREF x", "4"), field("REF y", "4"), 1),
        (field("PAGEREF x", "4"), field("PAGEREF x", "5"), 1),
        (SENTENCE.format("<w:r><w:t>4</w:t></w:r>"), field("PAGEREF x", "4"), 1),
        (field("PAGEREF x", "4"), SENTENCE.format(""), 1),
    ],
)
def test_a_field_is_marked_whole_or_not_at_all(original, old, new, changes):
    """R3."""
    both = marked(changed(original, with_body(old)), changed(original, with_body(new)))
    for kept in ("ins", "del"):
        marks = [mark.get(w("fldCharType")) for mark in all_of(both, kept=kept).iter(w("fldChar"))]
        assert marks in ([], ["begin", "separate", "end"])
    assert read(both).pending_changes == changes


WPS, WP, A, MC = (READ_NAMESPACES[prefix] for prefix in ("wps", "wp", "a", "mc"))
BOX = (
    f'<w:r><mc:AlternateContent xmlns:mc="{MC}"><mc:Choice xmlns:wps="{WPS}" Requires="wps"><w:drawing>'
    f'<wp:inline xmlns:wp="{WP}"><wp:extent cx="{{0}}" cy="9"/><wp:docPr id="{{0}}" name="Box {{0}}"/>'
    f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{WPS}"><wps:wsp><wps:spPr/><wps:txbx><w:txbxContent><w:p><w:r>'
    "<w:t>{1}</w:t></w:r></w:p></w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline>"
    "</w:drawing></mc:Choice></mc:AlternateContent></w:r>"
)


def boxed(number, words):
    return f"<w:p>{BOX.format(number, words)}</w:p>"


def box_text(root):
    return ["".join(box.itertext()) for box in root.iter(w("txbxContent"))]


@pytest.mark.parametrize(
    ("old", "new", "was", "now"),
    [
        (boxed(1, "Call us."), boxed(7, "Call us."), ["Call us."], ["Call us."]),
        (boxed(1, "Call us."), boxed(7, "Write to us."), ["Call us."], ["Write to us."]),
        (boxed(1, "Call us."), "<w:p/>", ["Call us."], []),
        ("<w:p/>", boxed(1, "Call us."), [], ["Call us."]),
    ],
    ids=["only ids differ", "its words differ", "it went", "it came"],
)
def test_a_text_box_comes_back_with_its_words(original, old, new, was, now):
    """R1, R3."""
    both = marked(changed(original, with_body(old)), changed(original, with_body(new)))
    assert (box_text(all_of(both, kept="del")), box_text(all_of(both, kept="ins"))) == (was, now)
    assert (read(both).pending_changes == 0) is (was == now)
    for choice in read_root(both).iter(f"{{{MC}}}Choice"):
        assert choice.nsmap.get(choice.get("Requires")) == WPS


def test_headers_belong_together_by_section_and_kind_whatever_their_parts_are_called(original):
    """R2."""
    package = dict(Package.from_bytes(original).parts)
    headers = sorted(name for name in package if re.fullmatch(r"word/header\d+\.xml", name))
    if len(headers) == 1:
        package["word/header9.xml"] = package.pop(headers[0])
        swapped = {headers[0]: "header9.xml"}
    else:
        package[headers[0]], package[headers[1]] = package[headers[1]], package[headers[0]]
        swapped = {headers[0]: headers[1].rpartition("/")[2], headers[1]: headers[0].rpartition("/")[2]}
    for part in ("word/_rels/document.xml.rels", "[Content_Types].xml"):
        text = package[part].decode()
        for name, other in swapped.items():
            text = text.replace(name.rpartition("/")[2], f"@{other}")
        package[part] = text.replace("@", "").encode()
    assert read(marked(original, Package(package).to_bytes())).pending_changes == 0
