"""The four letters of Leicestershire: complete, sourced, up to date, and following their evidence."""

import pytest

from letterkit.checks import check_letter
from letterkit.errors import InputError
from letterkit.letter import DraftRecord, text_of
from letterkit.workspace.commands.draft import draft
from letterkit.workspace.loaded import LoadedWorkspace
from tests.builders import ROOT, parts

REPORTS = ["getting-a-grip-2023", "peel-legitimacy-2017", "race-and-policing-2023", "state-of-policing-2024"]


def facts(report_id):
    lines = (ROOT / "tests" / "facts" / f"{report_id}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def loaded():
    from letterkit.workspace import Workspace  # noqa: PLC0415

    return LoadedWorkspace(Workspace(ROOT), REPORTS)


def words_of(letter):
    return "\n".join(text_of(line) for line in letter.lines())


@pytest.mark.parametrize("report_id", REPORTS)
def test_a_letter_holds_every_fact_of_its_paper(loaded, report_id):
    printed = words_of(loaded.letter(report_id))
    assert [fact for fact in facts(report_id) if fact not in printed] == []


@pytest.mark.parametrize("report_id", REPORTS)
def test_no_check_finds_anything_in_a_letter(loaded, report_id):
    assert check_letter(loaded.letter(report_id), loaded.pack, report_id, shown_as="template") == []


@pytest.mark.parametrize("report_id", REPORTS)
def test_every_reference_of_a_letter_stands_in_the_evidence(loaded, report_id):
    letter = loaded.letter(report_id)
    references = {reference for span in letter.spans() if span.origin for reference in span.origin.references}
    assert [reference for reference in references if reference not in loaded.pack.places] == []


@pytest.mark.parametrize("report_id", REPORTS)
def test_the_drafts_in_the_repository_are_up_to_date(leicestershire, tmp_path, report_id):
    """Mend with: letterkit draft --all."""
    draft(leicestershire, [report_id], out=tmp_path)
    for name in (f"{report_id}.docx", f"{report_id}-checklist.docx"):
        assert parts((tmp_path / name).read_bytes()) == parts((ROOT / "drafts" / name).read_bytes())
    record = f"{report_id}.record.json"
    assert (tmp_path / record).read_text() == (ROOT / "drafts" / record).read_text()


@pytest.mark.parametrize("report_id", REPORTS)
def test_the_record_beside_a_draft_is_the_one_inside(report_id):
    from letterkit.formats.word.reading.draft import read_draft  # noqa: PLC0415

    inside = read_draft((ROOT / f"drafts/{report_id}.docx").read_bytes(), shown_as=report_id).record
    assert inside == DraftRecord.model_validate_json((ROOT / f"drafts/{report_id}.record.json").read_bytes())


CHANGES = {
    "a count, and the percentage that follows from it": (
        "race-and-policing-2023", "evidence/statistics.yaml", "count: 1,433", "count: 1,733",
        ["1,733 of the 6,466", "27%"], ["1,433", "22%"],
    ),
    "a grade, and the tally of its cycle": (
        "getting-a-grip-2023", "evidence/peel.yaml",
        "name: Managing offenders and suspects\n      grade: good", "name: Managing offenders and suspects\n      grade: adequate",
        ["three of “good”", "three of “adequate”"], ["four of “good”", "two of “adequate”"],
    ),
    "the grade of a question, in the table and in the sentence": (
        "peel-legitimacy-2017", "evidence/peel.yaml",
        "behaves ethically and lawfully?\n      grade: good", "behaves ethically and lawfully?\n      grade: inadequate",
        ["Inadequate", "on two of them was"], ["on each of them was"],
    ),
    "a date": (
        "getting-a-grip-2023", "evidence/reports/getting-a-grip-2023.yaml", "published: 2023-07-11", "published: 2023-07-07",
        ["7 July 2023"], ["11 July 2023"],
    ),
    "a name, wherever it stands": (
        "state-of-policing-2024", "evidence/scrutiny.yaml", "name: Ethics and Transparency Panel", "name: Ethics Panel",
        ["the Ethics Panel and its remit"], ["Ethics and Transparency Panel"],
    ),
    "how often a board meets": (
        "getting-a-grip-2023", "evidence/scrutiny.yaml", "{every: 8, unit: week}", "{every: 1, unit: month}",
        ["Corporate Governance Board monthly"], ["every eight weeks"],
    ),
    "a period": (
        "state-of-policing-2024", "evidence/programmes.yaml", "{start: 2024-10, end: 2024-12, form: quarter}",
        "{start: 2025-01, end: 2025-03, form: quarter}", ["the fourth quarter of 2024/25"], ["the third quarter"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_in_evidence_changes_everything_that_rests_on_it(workspace, change):
    report_id, file, old, new, now, no_longer = CHANGES[change]
    workspace.edit(file, old, new)
    printed = words_of(LoadedWorkspace(workspace, [report_id]).letter(report_id))
    assert all(words in printed for words in now), printed
    assert not any(words in printed for words in no_longer)


def test_evidence_taken_away_is_missed_where_it_is_printed(workspace):
    workspace.edit("evidence/programmes.yaml", "    platform_like: WhatsApp\n", "")
    with pytest.raises(InputError) as refused:
        LoadedWorkspace(workspace, REPORTS).letter("state-of-policing-2024")
    line = workspace.line_of("templates/letters/state-of-policing-2024.md.j2", "platform_like")
    assert str(refused.value).startswith(
        f"templates/letters/state-of-policing-2024.md.j2:{line}: "
        "programmes.rape_response_pilot.points has no 'platform_like'."
    )


@pytest.mark.parametrize(
    "text", ["{{ 7*7 }}", "*x*", "<b>", "A & B", "]]>", "\N{POLICE OFFICER}", "{% raw %}", "| cell |"]
)
def test_evidence_prints_as_it_stands_all_the_way_to_word(workspace, text):
    workspace.edit("evidence/wellbeing.yaml", "  name: Oscar Kilo\n", f"  name: '{text}'\n")
    draft(workspace, ["getting-a-grip-2023"], out=workspace.drafts)
    from letterkit.formats.word.reading.draft import read_draft  # noqa: PLC0415

    letter = read_draft((workspace.drafts / "getting-a-grip-2023.docx").read_bytes(), shown_as="d").letter
    assert f"signed up for {text}, a national resource" in words_of(letter)


def test_a_fact_that_is_not_for_publication_is_not_printed(workspace):
    workspace.edit("evidence/wellbeing.yaml", "  name: Oscar Kilo\n", "  name: Oscar Kilo\n  publish: false\n")
    line = workspace.line_of("templates/letters/getting-a-grip-2023.md.j2", "{{ wellbeing.oscar_kilo.name }}")
    with pytest.raises(InputError, match=f"md.j2:{line}: wellbeing.oscar_kilo.name is marked 'publish: false'"):
        LoadedWorkspace(workspace, REPORTS).letter("getting-a-grip-2023")


@pytest.mark.parametrize(
    "note", ["report.note", "statistics.attrition.note", "report.items.0.note", "answers.calls.note"]
)
def test_internal_notes_never_reach_a_letter(workspace, note):
    workspace.edit("templates/letters/getting-a-grip-2023.md.j2", "## Openness to scrutiny", f"{{{{ {note} }}}}")
    with pytest.raises(InputError, match="has no 'note'"):
        LoadedWorkspace(workspace, REPORTS[:1]).letter("getting-a-grip-2023")
