"""Text and Markdown files in a review: pasted from e-mail, exported, or an old letter."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterkit.errors import UnreadableDraft
from letterkit.formats import text as text_writer
from letterkit.formats.returned_text import read_plain_file
from letterkit.letter import text_of
from letterkit.workspace.commands.review import review
from letterkit.workspace.loaded import LoadedWorkspace

REPORT = "getting-a-grip-2023"
TODAY = date(2026, 11, 22)


def lines(data, suffix):
    draft = read_plain_file(data, shown_as=f"letter{suffix}", suffix=suffix)
    return [(line.text, line.place, line.level, line.listed) for line in draft.manuscript.lines]


def reviewed(workspace, name, text):
    path = workspace.root / name
    path.write_text(text, encoding="utf-8")
    return review(workspace, path, report_id=REPORT, today=TODAY)


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


@pytest.mark.parametrize(
    "report", ["getting-a-grip-2023", "peel-legitimacy-2017", "race-and-policing-2023", "state-of-policing-2024"]
)
def test_a_letter_saved_as_text_has_nothing_to_look_at(workspace, report):
    path = workspace.root / "pasted.txt"
    path.write_text(text_writer.write(LoadedWorkspace(workspace, [report]).letter(report)), encoding="utf-8")
    found = review(workspace, path, report_id=report, today=TODAY)
    assert {str(one.verdict) for one in found.comparison.verdicts} == {"same"}
    assert (found.foreign, found.claims["unsupported"], found.claims["contradicted"]) == (False, 0, 0)
    assert found.findings() == []


@pytest.mark.parametrize(
    ("sentence", "check"),
    [
        ("The report concludes: \u201cThe Force has failed its public and must improve at once.\u201d", "unsupported"),
        ("I met the inspectors on 07/24/2023.", "chronology"),
        ("Rupert Matthews met you in 2016.", "chronology"),
        ("BAME communities are at the heart of this.", "terms"),
        ("The Deputy Commissioner will do it.", "voice"),
        ("The Force was found outstanding at investigating crime.", "contradicted"),
        ("A quarter of those leavers came back.", "unsupported"),
        ("The Corporate Governance Board meets every six weeks.", "contradicted"),
        ("Superintendent Jane Roe agreed.", "unsupported"),
    ],
)
def test_a_wrong_sentence_put_in_is_told_as_what_it_is(workspace, letter_as_text, sentence, check):
    found = reviewed(workspace, "pasted.txt", letter_as_text.replace("They reflect a", f"{sentence} They reflect a"))
    assert check in {finding.check for finding in found.findings()}


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr Matthews\u2019 priorities have not changed.",
        "The Corporate Governance Board meets every eight weeks and receives an annual paper.",
        "There is a third reason.",
        "Two things follow from this.",
        "The Police Act 1996 gives us 56 days.",
        "Calls to 999 come first.",
        "It wants the highest level of service.",
    ],
)
def test_a_sound_sentence_put_in_is_only_told_as_added(workspace, letter_as_text, sentence):
    found = reviewed(workspace, "pasted.txt", letter_as_text.replace("They reflect a", f"{sentence} They reflect a"))
    assert {finding.check for finding in found.findings()} <= {"added"}


def test_a_figure_changed_in_a_text_file_is_told_with_its_line(workspace, letter_as_text):
    found = reviewed(workspace, "pasted.txt", letter_as_text.replace("224", "242"))
    (edited,) = [finding for finding in found.findings() if finding.check == "edited"]
    assert (edited.subject, edited.reference) == ("'242'", "statistics.exit_interviews.count")
    assert str(edited.place).startswith("pasted.txt, line ")


def test_a_letter_of_other_making_is_judged_by_its_claims_alone(workspace):
    text = """# Getting a grip

In the year 21/22 the attrition rate of the Force was 0.6% below the national average.

The leavers who took part in an online exit interview were 240. The Northern Oversight Panel agreed. Only 224 leavers took part in an exit interview.
"""
    found = reviewed(workspace, "old.md", text)
    assert found.foreign
    assert found.comparison.verdicts == ()
    told = {
        (finding.check, str(finding.place))
        for finding in found.findings()
        if finding.place and "old" in finding.place.file
    }
    assert told == {("contradicted", "old.md, line 5"), ("unsupported", "old.md, line 5")}
