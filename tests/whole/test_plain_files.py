"""Text and Markdown files in a review: pasted from e-mail, exported, or an old letter."""

from datetime import date

import pytest

from letterkit.formats import text as text_writer
from letterkit.workspace.commands.review import review
from letterkit.workspace.loaded import LoadedWorkspace

REPORT = "getting-a-grip-2023"
TODAY = date(2026, 11, 22)


def reviewed(workspace, name, text):
    path = workspace.root / name
    path.write_text(text, encoding="utf-8")
    return review(workspace, path, report_id=REPORT, today=TODAY)


@pytest.fixture
def letter_as_text(workspace):
    return text_writer.write(LoadedWorkspace(workspace, [REPORT]).letter(REPORT))


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
