"""Text and Markdown files are read as drafts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterkit.errors import UnreadableDraft
from letterkit.formats import text as text_writer
from letterkit.formats.returned_text import read_plain_file
from letterkit.letter import text_of
from letterkit.workspace.loaded import LoadedWorkspace

REPORT = "getting-a-grip-2023"


def lines(data, suffix):
    draft = read_plain_file(data, shown_as=f"letter{suffix}", suffix=suffix)
    return [(line.text, line.place, line.level, line.listed) for line in draft.manuscript.lines]


@pytest.fixture
def letter_as_text(workspace):
    return text_writer.write(LoadedWorkspace(workspace, [REPORT]).letter(REPORT))


def test_wrapped_lines_are_one_paragraph_and_short_lines_are_their_own():
    text = "Roy Wilsher\nLondon\n\nThe first line of this paragraph is a long one that was wrapped here\nand goes on.\n"
    assert lines(text.encode(), ".txt") == [
        ("Roy Wilsher", "line 1", 0, False),
        ("London", "line 2", 0, False),
        (
            "The first line of this paragraph is a long one that was wrapped here and goes on.",
            "line 4",
            0,
            False,
        ),
    ]


def test_headings_lists_and_emphasis_are_read():
    markdown = b"# Title\n\nIt is **good**.\n\n- one\n- two\n\n| a | b |\n| --- | --- |\n| c | d |\n"
    assert [(text, level, listed) for text, _, level, listed in lines(markdown, ".md")] == [
        ("Title", 1, False),
        ("It is good.", 0, False),
        ("one", 0, True),
        ("two", 0, True),
        ("a", 0, False),
        ("b", 0, False),
        ("c", 0, False),
        ("d", 0, False),
    ]
    plain = b"Title\n=====\n\n- one\n2) two\n96.7% came on the 10<sup>th</sup>\n"
    assert [(text, level, listed) for text, _, level, listed in lines(plain, ".txt")] == [
        ("Title", 1, False),
        ("one", 0, True),
        ("two", 0, True),
        ("96.7% came on the 10th", 0, False),
    ]


@pytest.mark.parametrize(
    "data", ["caf\u00e9\r\nit".encode("utf-8-sig"), "caf\u00e9\nit".encode("utf-16"), "caf\u00e9\rit".encode("cp1252")]
)
def test_any_usual_encoding_and_line_end_is_read(data):
    assert [text for text, *_ in lines(data, ".txt")] == ["caf\u00e9", "it"]


@pytest.mark.parametrize(
    ("data", "told"), [(b"PK\x03\x04\x00\x00", "not a text file"), (b" \n\n", "The file is empty")]
)
def test_what_is_no_text_is_refused_with_a_remedy(data, told):
    with pytest.raises(UnreadableDraft, match=told):
        read_plain_file(data, shown_as="letter.txt", suffix=".txt")


@given(st.binary(max_size=300), st.sampled_from([".txt", ".md"]))
def test_any_bytes_are_read_or_refused(data, suffix):
    try:
        draft = read_plain_file(data, shown_as="letter", suffix=suffix)
    except UnreadableDraft:
        return
    assert all(line.text.strip() for line in draft.manuscript.lines)


def test_a_letter_written_as_text_reads_back_paragraph_by_paragraph(workspace, letter_as_text):
    letter = LoadedWorkspace(workspace, [REPORT]).letter(REPORT)
    read = read_plain_file(letter_as_text.encode(), shown_as="x", suffix=".txt")
    assert [line.text for line in read.manuscript.lines] == [" ".join(text_of(line).split()) for line in letter.lines()]
