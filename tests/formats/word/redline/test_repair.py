"""A colleague's file without what Word would trip over."""

import pytest

from letterkit.errors import UnreadableDraft
from letterkit.formats.word.namespaces import NAMESPACES, w
from letterkit.formats.word.opc import CONTENT_TYPES, DOCUMENT_TYPE, Package, parse_xml
from letterkit.letter import Story
from letterkit.workspace.commands.redline import redline_files
from tests.builders import parts
from tests.edited_drafts import TODAY
from tests.formats.word.redline.redlines import changed, marked, read, with_body

DOCUMENT, RELATIONSHIPS = "word/document.xml", "word/_rels/document.xml.rels"


PICTURE = (
    f'<w:p><w:r><w:drawing xmlns:wp="{NAMESPACES["wp"]}" xmlns:a="{NAMESPACES["a"]}" xmlns:r="{NAMESPACES["r"]}">'
    '<wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="7" name="p"/><a:graphic><a:graphicData uri="x">'
    '<a:blip r:embed="rId4444"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
)
BOOKMARK = '<w:bookmarkStart w:id="{0}" w:name="{1}"/><w:bookmarkEnd w:id="{0}"/>'


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
    cell = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc/></w:tr></w:tbl><w:p/>"
    old = changed(original, with_body(cell))
    with pytest.raises(UnreadableDraft, match=r"^old\.docx: Word would have to repair it \(a table cell does not end"):
        compared(tmp_path, old, original)


@pytest.mark.parametrize(
    "added",
    [
        "<w:tbl><w:tblPr/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>",
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>',
        '<w:p><w:r><w:fldChar w:fldCharType="end"/><w:t>one</w:t></w:r></w:p>',
    ],
    ids=["a table without a grid", "a field that is not ended", "the end of a field that is not begun"],
)
@pytest.mark.parametrize("which", ["old", "new", "both"])
def test_what_word_opens_is_taken(original, added, which):
    """R3: Word opens tables without a grid, and passes over the marks of fields that have no other."""
    odd = changed(original, with_body(added))
    both = marked(odd if which != "new" else original, odd if which != "old" else original)
    root = parse_xml(parts(both)[DOCUMENT])
    assert all(table.find(w("tblGrid")) is not None for table in root.iter(w("tbl")))
    assert read(both).lines
