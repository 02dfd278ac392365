"""A redline: accepting every tracked change gives the new text, rejecting every one the old."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from letterkit.errors import UnreadableDraft
from letterkit.formats.word.namespaces import NAMESPACES, READ_NAMESPACES, w
from letterkit.formats.word.opc import CONTENT_TYPES, DOCUMENT_TYPE, Package
from letterkit.formats.word.reading import read_draft
from letterkit.formats.word.redline import is_draft, make_redline
from letterkit.letter import Story
from letterkit.workspace.commands.redline import redline_files
from tests.builders import letter, paragraph, parts, table, word_file
from tests.edited_drafts import FAULTS, TODAY, edited, generated
from tests.edits import EditedDraft
from tests.test_word_round_trip import letters

DOCUMENT, RELATIONSHIPS = "word/document.xml", "word/_rels/document.xml.rels"
SAID = "Words that only the new file has."
RUN, PARAGRAPH = f"<w:r><w:t>{SAID}</w:t></w:r>", f"<w:p><w:r><w:t>{SAID}</w:t></w:r></w:p>"
CONTROL = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
PICTURE = (
    f'<w:p><w:r><w:drawing xmlns:wp="{NAMESPACES["wp"]}" xmlns:a="{NAMESPACES["a"]}" xmlns:r="{NAMESPACES["r"]}">'
    '<wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="7" name="p"/><a:graphic><a:graphicData uri="x">'
    '<a:blip r:embed="rId4444"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
)
BOOKMARK = '<w:bookmarkStart w:id="{0}" w:name="{1}"/><w:bookmarkEnd w:id="{0}"/>'
MATH = f'xmlns:m="{READ_NAMESPACES["m"]}"'


def read(data):
    return read_draft(data, shown_as="draft.docx").manuscript


def accepted(data):
    return _paragraphs((line.text, line.end_deleted) for line in read(data).of(Story.BODY, Story.HEADER, Story.FOOTER))


def rejected(data):
    return _paragraphs(
        (line.original, line.end_inserted) for line in read(data).of(Story.BODY, Story.HEADER, Story.FOOTER)
    )


def _paragraphs(lines):
    text = "".join(words if joined else f"{words}\v" for words, joined in lines)
    return [line for line in text.split("\v") if line.strip()]


def marked(old, new):
    return make_redline(old, new, author="letterkit", dated=TODAY)


@pytest.fixture(scope="module")
def original():
    return generated()


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


def with_body(added):
    def change(parts):
        parts[DOCUMENT] = parts[DOCUMENT].replace(b"<w:body>", b"<w:body>" + added.encode(), 1)

    return change


def with_relationship(kind, target):
    entry = f'<Relationship Id="rId990" Type="{NAMESPACES["r"]}/{kind}" Target="{target}"/></Relationships>'

    def change(parts):
        parts[RELATIONSHIPS] = parts[RELATIONSHIPS].replace(b"</Relationships>", entry.encode())

    return change


def with_parts(**added):
    return lambda parts: parts.update(dict.fromkeys(added.values(), b"<x/>"))


def without(name):
    return lambda parts: parts.pop(name)


def of_type(content_type):
    def change(parts):
        parts[CONTENT_TYPES] = parts[CONTENT_TYPES].replace(DOCUMENT_TYPE.encode(), content_type.encode())

    return change


def with_macros(parts):
    of_type("application/vnd.ms-word.document.macroEnabled.main+xml")(parts)
    parts["word/vbaProject.bin"] = b"macro"
    default = b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    parts[CONTENT_TYPES] = parts[CONTENT_TYPES].replace(b"</Types>", default)
    with_relationship("vbaProject", "vbaProject.bin")(parts)


def changed(original, change):
    package = Package.from_bytes(original)
    change(package.parts)
    return package.to_bytes()


MENDED = {
    "a header that is not there": without("word/header1.xml"),
    "a document without relationships": without(RELATIONSHIPS),
    "a relationship to a header that is not there": with_relationship("header", "nowhere.xml"),
    "a relationship to nothing": with_relationship("image", "NULL"),
    "a relationship to a place in the document": with_relationship("hyperlink", "#there"),
    "a content type for a part that is not there": without("word/fontTable.xml"),
    "a part without a content type": with_parts(odd="word/odd.odd"),
    "a part whose name leaves the folder": with_parts(up="../../evil.xml", root="/etc/evil.xml", on="word/../../e.xml"),
    "a part whose name cannot be shown": with_parts(line="\r\nletter: ok.xml", escape="\x1b[31m.xml"),
    "a part with an endless name": with_parts(name="a" * 60_000 + ".xml"),
    "two parts by one name, but for its capitals": with_parts(name="WORD/DOCUMENT.XML"),
    "a link by a relationship that is not there": with_body(
        f'<w:p><w:hyperlink xmlns:r="{NAMESPACES["r"]}" r:id="rId4444"><w:r><w:t>Linked.</w:t></w:r></w:hyperlink></w:p>'
    ),
    "a picture by a relationship that is not there": with_body(PICTURE),
    "a document to be put in that is not there": with_body(
        f'<w:altChunk xmlns:r="{NAMESPACES["r"]}" r:id="rId4444"/><w:p/>'
    ),
    "a reference to a note that is not there": with_body('<w:p><w:r><w:footnoteReference w:id="77"/></w:r></w:p>'),
    "two pictures by one number": with_body(PICTURE * 2),
    "two bookmarks by one number": with_body(f"<w:p>{BOOKMARK.format(500, 'x')}{BOOKMARK.format(500, 'y')}</w:p>"),
    "two bookmarks by one name": with_body(f"<w:p>{BOOKMARK.format(500, 'x')}{BOOKMARK.format(501, 'x')}</w:p>"),
    "a bookmark that is not closed": with_body('<w:p><w:bookmarkStart w:id="500" w:name="x"/></w:p>'),
    "an element of a namespace that is no whole address": with_body('<w:p><w:r><e:y xmlns:e="../x"/></w:r></w:p>'),
    "a Word template": of_type("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"),
    "macros": with_macros,
}


@pytest.mark.parametrize("fault", MENDED)
def test_what_can_be_mended_in_the_new_file_is_mended(original, fault):
    new = changed(original, MENDED[fault])
    both = marked(original, new)  # which refuses to return what Word would repair
    of_body = [[line.text for line in read(data).of(Story.BODY) if line.text] for data in (both, new)]
    assert of_body[0] == of_body[1]


def test_a_redline_is_a_plain_word_file_without_macros(original):
    both = parts(marked(original, changed(original, with_macros)))
    assert not [name for name in both if "vba" in name]
    assert b"vba" not in both[CONTENT_TYPES] + both[RELATIONSHIPS]
    assert Package(both).content_types()[DOCUMENT] == DOCUMENT_TYPE


def test_neither_file_has_the_header_that_both_relate_to(original):
    data = changed(original, with_relationship("header", "nowhere.xml"))
    assert read(marked(data, data)).pending_changes == 0


REFUSED = {
    "a field that is not ended": (
        with_body('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>'), "a field is begun and not ended",
    ),
    **{
        f"a header that is a {name}": (
            lambda parts, xml=xml: parts.update({"word/header1.xml": xml}), f"word/header1.xml begins with {name}, not with hdr",
        )
        for name, xml in {
            "p": f'<w:p xmlns:w="{w("")[1:-1]}"><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr></w:p>'.encode(),
            "tbl": f'<w:tbl xmlns:w="{w("")[1:-1]}"/>'.encode(),
            "sdt": f'<w:sdt xmlns:w="{w("")[1:-1]}"><w:sdtContent/></w:sdt>'.encode(),
            "r": f'<w:r xmlns:w="{w("")[1:-1]}"/>'.encode(),
        }.items()
    },
}  # fmt: skip


def compared(folder, old, new):
    """Compare two files by the names that people gave them."""
    for name, data in (("old.docx", old), ("new.docx", new)):
        (folder / name).write_bytes(data)
    redline_files(folder / "old.docx", folder / "new.docx", out=folder / "r.docx", dated=TODAY, force=False)


@pytest.mark.parametrize("fault", REFUSED)
def test_what_cannot_be_mended_is_told_with_the_file_that_has_it(original, tmp_path, fault):
    change, told = REFUSED[fault]
    with pytest.raises(UnreadableDraft, match=told) as refused:
        compared(tmp_path, original, changed(original, change))
    assert str(refused.value).startswith("new.docx: Word would have to repair it (")
    assert str(refused.value).endswith("). Open it in Word, save it, and try again.")
    assert not (tmp_path / "r.docx").exists()


def test_a_fault_that_comes_from_the_old_file_is_told_with_its_name(original, tmp_path):
    old = changed(original, with_body("<w:tbl><w:tblPr/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>"))
    with pytest.raises(UnreadableDraft, match=r"^old\.docx: Word would have to repair it \(a table has no grid\)"):
        compared(tmp_path, old, original)


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
    assert is_draft(original)
    assert not is_draft(marked(original, original))
