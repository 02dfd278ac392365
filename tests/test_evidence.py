"""The evidence folder: what is wrong in it is told with file, line, column and remedy, all at once."""

import pytest

from letterkit.errors import EvidenceError, Place
from letterkit.evidence import load_evidence
from letterkit.letter import Reference

REPORT = "getting-a-grip-2023"


def problems(workspace, *report_ids):
    with pytest.raises(EvidenceError) as refused:
        load_evidence(workspace.root, report_ids or [REPORT])
    return [str(problem) for problem in refused.value.problems]


def test_the_shipped_evidence_loads(leicestershire):
    pack = load_evidence(leicestershire.root, leicestershire.report_ids())
    assert list(pack.reports) == [
        "getting-a-grip-2023",
        "peel-legitimacy-2017",
        "race-and-policing-2023",
        "state-of-policing-2024",
    ]


def test_only_the_reports_asked_for_are_read(workspace):
    (workspace.root / "evidence/reports/race-and-policing-2023.yaml").write_text("not: [yaml")
    assert list(load_evidence(workspace.root, [REPORT]).reports) == [REPORT]


def test_every_reference_has_its_place(leicestershire):
    pack = load_evidence(leicestershire.root, ["peel-legitimacy-2017"])
    place = pack.place_of(Reference.parse("reports.peel-legitimacy-2017.items.2.text"))
    assert place is not None
    lines = (leicestershire.root / place.file).read_text(encoding="utf-8").splitlines()
    assert lines[place.line - 1].strip().startswith("text:")


def test_the_digest_changes_with_the_evidence(workspace):
    before = load_evidence(workspace.root, [REPORT]).digest_for(REPORT)
    workspace.edit("evidence/wellbeing.yaml", "value: 200", "value: 201")
    assert load_evidence(workspace.root, [REPORT]).digest_for(REPORT) != before


FAULTS = {
    "a misspelt key": (
        "evidence/wellbeing.yaml", "  run_by: Oscar Kilo", "  run_bi: Oscar Kilo",
        "'run_bi' is not a key that letterkit knows here. Did you mean 'run_by'?",
    ),
    "a key taken away": (
        "evidence/wellbeing.yaml", "  run_by: Oscar Kilo\n", "",
        "'run_by' is missing from oscar_kilo. Add a line 'run_by: ...'.",
    ),
    "a grade off the scale": (
        "evidence/peel.yaml", "      name: Investigating crime\n      grade: adequate",
        "      name: Investigating crime\n      grade: adequat",
        "'adequat' is not on the scale of the 2021/22 cycle. Did you mean 'adequate'?",
    ),
    "a percentage that does not follow": (
        "evidence/statistics.yaml", "  out_of: 6,466\n", "  out_of: 6,466\n  value: 23\n",
        "23% does not follow from 1,433 of 6,466, which is 22%. Correct the figure that is wrong",
    ),
    "a count with a unit": (
        "evidence/statistics.yaml", "  count: 1,433\n", "  count: 1,433 people\n",
        "count: Write a whole number such as 6 or 1,433. Found '1,433 people'.",
    ),
    "a value that is none of the choices": (
        "evidence/scrutiny.yaml", "  run_by: local authorities", "  run_by: local authority",
        "'local authority' is not one of the values of 'run_by'. Did you mean 'local authorities'?",
    ),
    "a year that is none of ours": (
        "evidence/reports/getting-a-grip-2023.yaml", "published: 2023-07-11", "published: 9999-12-31",
        "published: Write a year from 1700 to 2200. Found '9999-12-31'.",
    ),
    "an addressee that is part of one": (
        f"evidence/responses/{REPORT}.yaml", "addressee: roy_wilsher", "addressee: roy_wilsher.name",
        "There is no 'roy_wilsher.name' in the evidence under addressees. Did you mean 'roy_wilsher'?",
    ),
    "a character escaped": (
        "evidence/wellbeing.yaml", "  name: Oscar Kilo", '  name: "Oscar \\x01Kilo"',
        "The character U+0001 cannot stand in a letter. Take its escape out.",
    ),
    "a line end that only some programs know": (
        "evidence/wellbeing.yaml", "  name: Oscar Kilo", "  name: Oscar\u2028Kilo",
        "The character U+2028 cannot stand in a letter.",
    ),
    "a source that does not exist": (
        "evidence/quotations.yaml", "  source: force_annual_report_2020_21", "  source: force_annual_report_2020",
        "There is no 'force_annual_report_2020' in the evidence under sources. Did you mean 'force_annual_report_2020_21'?",
    ),
    "cited evidence that does not exist": (
        f"evidence/responses/{REPORT}.yaml", "wellbeing.champions,", "wellbeing.champion,",
        "There is no 'wellbeing.champion' in the evidence. Did you mean 'wellbeing.champions'?",
    ),
    "an answer to an item that the report does not have": (
        f"evidence/responses/{REPORT}.yaml", "  retention:\n", "  retentions:\n",
        "This answers 'retentions', but the report has no such item. Did you mean 'retention'?",
    ),
    "an addressee before their time": (
        "evidence/addressees.yaml", "  statutory_recipient: inspectors of constabulary\n  since: 2022-09-08\n  source: letter_2023_08_24",
        "  statutory_recipient: inspectors of constabulary\n  since: 2023-09-01\n  source: letter_2023_08_24",
        "'roy_wilsher' was not in post on the letter's date, 2023-08-24 (in post 2023-09-01 to now).",
    ),
    "a signatory who has left": (
        "evidence/office.yaml", "    since: 2022-12-14\n", "    since: 2022-12-14\n    until: 2023-08-01\n",
        "'rani_mahal' was not in post on the letter's date, 2023-08-24 (in post 2022-12-14 to 2023-08-01).",
    ),
    "a tenure that ends before it starts": (
        "evidence/office.yaml", "    since: 2022-12-14\n", "    since: 2022-12-14\n    until: 2021-08-01\n",
        "'until' (2021-08-01) is before 'since' (2022-12-14).",
    ),
    "no letterhead for the day": (
        "evidence/office.yaml", "    since: 2021-05-13\n\noffice_holders", "    since: 2024-05-13\n\noffice_holders",
        "No letterhead covers 2023-08-24.",
    ),
    "a panel superseded without a last day": (
        "evidence/scrutiny.yaml", "  name: Police and Crime Panel\n",
        "  name: Police and Crime Panel\n  superseded_by: gold_groups\n",
        "'police_and_crime_panel' was superseded but has no last day. Add 'until'",
    ),
    "one thing with two figures": (
        "evidence/statistics.yaml", "female_recruits:\n",
        "women_recruited:\n  what: more recruits who were female\n  value: 54.3\n  unit: percent\n  source: letter_2023_10_10\n"
        "  as_of: 2023-03\n  period: {start: 2022-04, end: 2023-03, form: year ending}\n\nfemale_recruits:\n",
        "'female_recruits' and 'women_recruited' give different figures for the same thing and time.",
    ),
    "a report on a PEEL cycle that is not there": (
        f"evidence/reports/{REPORT}.yaml", "peel_cycle: cycle_2021_22", "peel_cycle: cycle_2021_23",
        "There is no 'cycle_2021_23' in the evidence under peel. Did you mean 'cycle_2021_22'?",
    ),
    "two items with one id": (
        f"evidence/reports/{REPORT}.yaml", "  - id: calls\n", "  - id: trust\n",
        "A second item has the id 'trust'.",
    ),
    "text where a list belongs": (
        "evidence/addressees.yaml", "  posts: [Home Secretary]", "  posts: Home Secretary",
        "'posts' wants a list: lines that begin with '- '; found 'Home Secretary'.",
    ),
    "nothing where text belongs": (
        "evidence/wellbeing.yaml", "  name: Oscar Kilo", "  name:",
        "'name' wants text; found nothing.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_at_its_place_with_a_remedy(workspace, fault):
    file, old, new, told = FAULTS[fault]
    workspace.edit(file, old, new)
    found = problems(workspace)
    matching = [problem for problem in found if told in problem]
    assert matching, found
    named, line, column = matching[0].split(": ")[0].split(":")
    assert (workspace.root / named).is_file()
    assert int(line) >= 1
    assert int(column) >= 1


def test_the_place_is_the_line_of_the_fault(workspace):
    workspace.edit("evidence/statistics.yaml", "  count: 1,433\n", "  count: many\n")
    line = workspace.line_of("evidence/statistics.yaml", "count: many")
    assert problems(workspace)[0].startswith(f"evidence/statistics.yaml:{line}:10: ")


def test_all_problems_of_all_files_come_at_once(workspace):
    workspace.edit("evidence/wellbeing.yaml", "  run_by: Oscar Kilo", "  run_bi: Oscar Kilo")
    workspace.edit("evidence/statistics.yaml", "  count: 1,433\n", "  count: many\n")
    workspace.edit("evidence/peel.yaml", "  overall: good", "  overall: splendid")
    found = problems(workspace)
    assert {problem.split(":")[0] for problem in found} == {
        "evidence/wellbeing.yaml",
        "evidence/statistics.yaml",
        "evidence/peel.yaml",
    }
    assert len(found) == 4  # the misspelt key is also a missing one


def test_a_missing_file_says_which(workspace):
    (workspace.root / "evidence/peel.yaml").unlink()
    assert problems(workspace)[0].startswith("evidence/peel.yaml: The file is missing.")


def test_an_empty_file_is_told_like_missing_keys(workspace):
    (workspace.root / "evidence/office.yaml").write_text("")
    assert "evidence/office.yaml:1:1: 'name' is missing from the file. Add a line 'name: ...'." in problems(workspace)


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n", "\ufeff"])
def test_a_kind_of_evidence_that_an_office_has_none_of_is_an_empty_file(workspace, text):
    (workspace.root / "evidence/statistics.yaml").write_text(text, encoding="utf-8")
    assert load_evidence(workspace.root, ["peel-legitimacy-2017"]).shared["statistics"].root == {}


def test_braces_in_an_id_are_told_as_they_stand(workspace):
    file = f"evidence/reports/{REPORT}.yaml"
    workspace.edit(file, "  - id: trust\n", '  - id: "{at}{what}"\n')
    workspace.edit(file, "  - id: calls\n", '  - id: "{at}{what}"\n')
    assert any("A second item has the id '{at}{what}'." in problem for problem in problems(workspace))


def test_a_link_that_leads_nowhere_is_told_as_that(workspace):
    path = workspace.root / "evidence/peel.yaml"
    path.unlink()
    path.symlink_to("peel.yaml")
    told = "evidence/peel.yaml: It is a link that leads nowhere. Put the file itself there."
    assert problems(workspace)[0] == told


def test_what_was_typed_is_told_no_longer_than_people_read(workspace):
    workspace.edit("evidence/statistics.yaml", "  count: 1,433\n", f"  count: {'9' * 100_000}\n")
    workspace.edit("evidence/wellbeing.yaml", "  run_by: Oscar Kilo\n", f"  run_by: {'a' * 100_000}\n")
    found = problems(workspace)
    assert all(len(problem) < 400 for problem in found)
    assert any("'run_by' wants text of at most 20,000 characters" in problem for problem in found)


def test_a_place_prints_as_editors_understand_it():
    assert str(Place("evidence/peel.yaml", 3, 7)) == "evidence/peel.yaml:3:7"
    assert str(Place("evidence/peel.yaml")) == "evidence/peel.yaml"
