"""What is written to Word reads back as the same letter."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letterkit.errors import UnreadableDraft
from letterkit.formats.word.reading import read_draft
from letterkit.letter import (
    Answer,
    Heading,
    ItemRef,
    Letter,
    List,
    ListItem,
    Origin,
    Paragraph,
    Reference,
    Role,
    SignatureBlock,
    Span,
    Table,
    join_spans,
    text_of,
)
from letterkit.workspace.loaded import LoadedWorkspace
from tests.builders import PNG, answer, items, letter, paragraph, parts, references, span, table, word_file, written

text = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff"), min_size=1, max_size=30
)
words = text | text.map(lambda part: part + "\nnext\tline")
named_references = st.lists(text, min_size=1, max_size=3).map(Reference)
item_refs = st.builds(ItemRef, st.none() | text.filter(lambda report: ":" not in report), text)
origins = st.builds(
    Origin,
    st.lists(named_references, min_size=1, max_size=3).map(tuple),
    st.sampled_from(["str", "int", "date", "Decimal"]),
    text,
)
spans = (
    st.lists(st.builds(Span, words, st.none() | origins, st.booleans(), st.booleans()), min_size=1, max_size=4)
    .map(tuple)
    .map(join_spans)
)
paragraphs = st.builds(Paragraph, spans, st.sampled_from(Role))
headings = st.builds(Heading, st.integers(1, 3), spans) | st.builds(Heading, st.just(1), spans, st.just(True))
lists = st.recursive(
    st.builds(List, st.booleans(), st.lists(st.builds(ListItem, spans), min_size=1, max_size=3).map(tuple)),
    lambda inner: st.builds(
        List, st.booleans(), st.lists(st.builds(ListItem, spans, st.none() | inner), min_size=1, max_size=2).map(tuple)
    ),
    max_leaves=3,
).filter(lambda block: depth(block) <= 3)
tables = st.integers(1, 4).flatmap(
    lambda columns: st.builds(
        Table,
        st.just(()) | spans,
        st.tuples(*[spans] * columns),
        st.lists(st.tuples(*[st.just(()) | spans] * columns), min_size=1, max_size=3).map(tuple),
    )
)
signatures = st.builds(SignatureBlock, spans, spans) | st.builds(SignatureBlock, spans, spans, st.just("s.png"), text)
plain_blocks = paragraphs | headings | lists | tables | signatures
answers = st.builds(
    Answer, st.lists(item_refs, min_size=1, max_size=3).map(tuple), st.lists(plain_blocks, max_size=3).map(tuple)
)
letters = st.builds(Letter, text, st.lists(plain_blocks | answers, max_size=6).map(tuple))


def depth(block):
    return 1 + max((depth(item.sublist) for item in block.items if item.sublist), default=0)


def read_back(composed):
    return read_draft(word_file(composed, pictures={"s.png": PNG}), shown_as="draft.docx")


@settings(max_examples=150)
@given(letters)
def test_any_letter_reads_back_the_same(composed):
    assert read_back(composed).letter == composed


@pytest.mark.parametrize(
    "report_id", ["getting-a-grip-2023", "peel-legitimacy-2017", "race-and-policing-2023", "state-of-policing-2024"]
)
def test_the_shipped_letters_read_back_the_same(leicestershire, report_id):
    composed = LoadedWorkspace(leicestershire, [report_id]).letter(report_id)
    assert read_back(composed).letter == composed


def test_the_record_comes_back_with_the_letter():
    composed = letter(
        paragraph("In ", span("2023", "report.published", kind="date", value="2023-07-11"), "."), answer("R1")
    )
    data, record = written(composed)
    draft = read_draft(data, shown_as="draft.docx")
    assert draft.record == record
    assert draft.untouched
    (known,) = record.spans
    assert (known.origin.references, known.origin.value, known.text) == (
        references("report.published"),
        "2023-07-11",
        "2023",
    )
    assert record.letter == composed
    assert "POLICE & CRIME COMMISSIONER" in record.margins
    assert record.answers == (items("R1"),)


def test_a_file_whose_words_were_changed_is_not_untouched():
    composed = letter(paragraph("The panel met twice."))
    changed = rewritten(word_file(composed), b"twice", b"thrice")
    assert not read_draft(changed, shown_as="draft.docx").untouched


def test_a_file_without_its_record_still_reads_as_a_letter():
    composed = letter(paragraph("In ", span("2023", "r"), "."), table(["A", "B"], ["1", "2"], caption="Grades"))
    package = parts(word_file(composed))
    draft = read_draft(zipped({name: data for name, data in package.items() if "item1970" not in name}), shown_as="d")
    assert draft.record is None
    assert draft.letter.blocks[0] == paragraph("In 2023.")
    assert draft.letter.blocks[1] == composed.blocks[1]


def test_answers_that_lost_their_record_stay_in_the_letter():
    package = parts(word_file(letter(paragraph("Before."), answer("R1"), paragraph("After."))))
    draft = read_draft(zipped({name: data for name, data in package.items() if "item1970" not in name}), shown_as="d")
    assert draft.letter.blocks == (paragraph("Before."), paragraph("We have done this."), paragraph("After."))


def test_a_flipped_byte_never_ends_in_anything_but_a_sentence():
    data = word_file(letter(paragraph("Text."), answer("R1")))
    for place in range(0, len(data), max(1, len(data) // 400)):
        damaged = data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]
        try:
            read_draft(damaged, shown_as="draft.docx")
        except UnreadableDraft as refused:
            assert re.search("Ask whoever sent it|Do not open it|Ask for the Word|Open it in Word", str(refused))  # noqa: PT017


ODDITIES = {
    "a table without rows": (b"<w:sectPr", b"<w:tbl><w:tblPr/><w:tblGrid/></w:tbl><w:sectPr"),
    "a list level that is none": (b"</w:pPr>", b'<w:numPr><w:ilvl w:val="x"/><w:numId w:val="1"/></w:numPr></w:pPr>'),
    "a bookmark of a great number": (b'_lk_answer_0"', b"_lk_answer_" + b"9" * 5000 + b'"'),
    "a control of a great number": (b'lk.0"', b"lk." + b"9" * 5000 + b'"'),
}


@pytest.mark.parametrize("oddity", ODDITIES)
def test_odd_files_are_read_as_far_as_they_go(oddity):
    old, new = ODDITIES[oddity]
    data = word_file(letter(answer("R1", blocks=[paragraph("In ", span("2023", "r"), ".")])))
    package = parts(data)
    assert old in package["word/document.xml"]
    odd = zipped({**package, "word/document.xml": package["word/document.xml"].replace(old, new)})
    assert "In 2023." in "".join(text_of(line) for line in read_draft(odd, shown_as="d").letter.lines())


@pytest.mark.parametrize(
    ("inside", "read"),
    [
        ("<w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>mail</w:t></w:r>", "e\N{NON-BREAKING HYPHEN}mail"),
        ("<w:bdo><w:r><w:t>turned</w:t></w:r></w:bdo>", "turned"),
        ("<w:r><w:t>be<!-- x -->fore</w:t></w:r>", "before"),
        ("<w:ins><w:r><w:t>inserted</w:t></w:r></w:ins>", "inserted"),
        ("<w:del><w:r><w:delText>deleted</w:delText></w:r></w:del>", ""),
    ],
)
def test_text_is_read_wherever_word_puts_it(inside, read):
    package = parts(word_file(letter(paragraph("First."))))
    line = f"<w:p>{inside}</w:p>".encode()
    xml = package["word/document.xml"].replace(b"<w:sectPr", line + b"<w:sectPr", 1)
    found = read_draft(zipped({**package, "word/document.xml": xml}), shown_as="d").letter
    assert [text_of(words) for words in found.lines()] == ["First.", *([read] if read else [])]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "The file is empty"),
        (b"Dear Mr Wilsher", "not a Word file"),
        (b"PK\x05\x06" + b"\0" * 18, "without a Word document"),
    ],
)
def test_what_is_no_word_file_is_told(data, told):
    with pytest.raises(UnreadableDraft, match=f"draft.docx: .*{told}"):
        read_draft(data, shown_as="draft.docx")


def rewritten(data: bytes, old: bytes, new: bytes) -> bytes:
    package = parts(data)
    assert old in package["word/document.xml"]
    return zipped({**package, "word/document.xml": package["word/document.xml"].replace(old, new)})


def zipped(package) -> bytes:
    from letterkit.formats.word.opc.package import Package  # noqa: PLC0415

    return Package(package).to_bytes()
