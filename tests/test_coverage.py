"""Is every item answered? In evidence, in the letter, in substance, in a Word file that came back."""

import io
import subprocess
from dataclasses import replace
from datetime import date

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from letterkit.coverage import cover, with_answers_found
from letterkit.errors import TemplateError, UsageError
from letterkit.evidence import Action, Particulars, Response
from letterkit.evidence import Answer as AnswerInEvidence
from letterkit.evidence.models.reports import Limb, Within
from letterkit.findings import Severity
from letterkit.letter import Answer, Heading, List, ListItem, Role, Span
from letterkit.workspace.commands.coverage import coverage_on
from letterkit.workspace.commands.coverage_of_draft import coverage_of_draft
from letterkit.workspace.commands.draft import draft
from letterkit.workspace.loaded import LoadedWorkspace
from tests.builders import answer, inspection_report, items, letter, paragraph, recommendation, word_file
from tests.edits import EditedDraft

TODAY = date(2026, 11, 22)
REPORTS = ["getting-a-grip-2023", "peel-legitimacy-2017", "race-and-policing-2023", "state-of-policing-2024"]


def answered(**changes):
    known = {"position": "accepted", "action_taken": (Action(what="Panels publish their dates."),)}
    return AnswerInEvidence(**{**known, **changes})


def response(**answers):
    particulars = Particulars(date=TODAY, addressee="a", signatory="s", copies=(), basis="s55")
    return Response(letter=particulars, answers=answers)


def judge(report, given, composed):
    return cover("r", report, given, composed, places={})


def told(coverage):
    return [(finding.check, finding.severity, finding.subject) for finding in coverage.all_findings()]


def messages(coverage):
    return " ".join(finding.message for finding in coverage.all_findings())


# --- in evidence


@pytest.mark.parametrize(
    ("kind", "severity"),
    [
        ("recommendation", Severity.ERROR),
        ("cause_of_concern", Severity.ERROR),
        ("area_for_improvement", Severity.WARNING),
        ("observation", Severity.NOTE),
    ],
)
def test_an_unanswered_item_weighs_as_its_kind_does(kind, severity):
    coverage = judge(inspection_report(recommendation("7.1", kind=kind)), response(), letter())
    ((check, found, subject),) = told(coverage)
    assert (check, found) == ("in-evidence", severity)
    assert subject.endswith(" 7.1")
    assert coverage.answered == 0


def test_a_position_alone_is_no_answer():
    bare = answered(action_taken=())
    coverage = judge(inspection_report(), response(R1=bare), letter(answer("R1")))
    assert "s.55(5B) knows no third way" in messages(coverage)


def test_a_reason_for_doing_nothing_is_an_answer():
    reasoned = answered(position="not accepted", action_taken=(), reason_for_none="The law leaves this to the force.")
    region = answer("R1", blocks=[paragraph("I do not accept this: the law leaves it to the force.")])
    assert told(judge(inspection_report(), response(R1=reasoned), letter(region))) == []


@pytest.mark.parametrize(("position", "fine"), [("noted", True), ("supported", True), ("accepted", False)])
def test_an_item_not_directed_to_this_office_is_noted_or_supported(position, fine):
    report = inspection_report(recommendation(directed="not at all", directed_to=("College of Policing",)))
    region = answer("R1", blocks=[paragraph("We will share what we learn with the College.")])
    coverage = judge(report, response(R1=answered(position=position, action_taken=())), letter(region))
    assert (told(coverage) == []) is fine


# --- in the letter


def test_an_item_that_the_letter_leaves_out_is_told():
    report = inspection_report(recommendation("R1"), recommendation("R2"))
    coverage = judge(report, response(R1=answered(), R2=answered()), letter(answer("R1")))
    assert told(coverage) == [("in-letter", Severity.ERROR, "Recommendation R2")]


def test_a_region_with_nothing_but_the_quoted_item_is_no_answer():
    region = answer("R1", blocks=[paragraph("The force should act.", role=Role.QUOTATION)])
    assert "no text of your own" in messages(judge(inspection_report(), response(R1=answered()), letter(region)))


def test_several_items_may_share_an_answer_and_one_be_answered_in_several_places():
    report = inspection_report(recommendation("10"), recommendation("22"))
    given_answers = response(**{"10": answered(), "22": answered()})
    both = letter(
        Heading(2, (Span("Panels"),)),
        answer("10", "22"),
        Heading(2, (Span("More"),)),
        answer("22", blocks=[paragraph("And more is coming.")]),
    )
    coverage = judge(report, given_answers, both)
    assert told(coverage) == []
    assert [item.where for item in coverage.items] == [("Panels",), ("Panels", "More")]


def test_an_answer_to_no_item_is_told():
    coverage = judge(
        inspection_report(),
        response(R1=answered()),
        letter(answer("R1"), answer("R9", blocks=[paragraph("Nobody asked for this.")])),
    )
    assert told(coverage) == [("orphan", Severity.ERROR, "'R9'")]


def test_two_answers_with_different_positions_are_told():
    regions = [
        answer("R1", blocks=[paragraph(text)]) for text in ("I accept this and have acted.", "I do not accept this.")
    ]
    assert ("positions", Severity.ERROR, "Recommendation R1") in told(
        judge(inspection_report(), response(R1=answered()), letter(*regions))
    )


@pytest.mark.parametrize(
    ("said", "fine"), [("two recommendations", True), ("three recommendations", False), ("2 recommendations", True)]
)
def test_a_count_of_items_must_be_the_true_one(said, fine):
    report = inspection_report(recommendation("R1"), recommendation("R2"))
    composed = letter(
        paragraph(f"Your report makes {said}."), answer("R1"), answer("R2", blocks=[paragraph("This is done.")])
    )
    coverage = judge(report, response(R1=answered(), R2=answered()), composed)
    assert (told(coverage) == []) is fine


# --- in substance

OBJECTIONABLE = {
    "a placeholder": ("TBC", answered(), "holds a place for the answer"),
    "an insertion mark": ("We have [insert figure] panels.", answered(), "holds a place for the answer"),
    "the item repeated": ("The force should act on this.", answered(), "only repeats the item"),
    "monitoring alone": (
        "We will continue to monitor this.",
        answered(action_taken=(), action_proposed=(Action(what="This is monitored.", owner="OPCC", ongoing=True),)),
        "To monitor is not to act",
    ),
    "no owner": (
        "A new panel will be formed.",
        answered(action_taken=(), action_proposed=(Action(what="A panel is formed.", ongoing=True),)),
        "has no owner",
    ),
    "no owner and no date": (
        "A new panel will be formed.",
        answered(action_taken=(), action_proposed=(Action(what="A panel is formed."),)),
        "has no owner and no due",
    ),
    "a position that differs": (
        "I do not accept this.",
        answered(),
        "The letter says 'not accepted', the evidence 'accepted'",
    ),
    "half a position": ("I accept this in part and have acted.", answered(), "'accepted in part'"),
}


@pytest.mark.parametrize("objection", OBJECTIONABLE)
def test_an_answer_that_is_none_is_told(objection):
    prose, given_answer, expected = OBJECTIONABLE[objection]
    report = inspection_report(recommendation(text="The force should act on this."))
    coverage = judge(report, response(R1=given_answer), letter(answer("R1", blocks=[paragraph(prose)])))
    assert expected in messages(coverage)
    (item,) = coverage.items
    assert (item.in_evidence, item.in_letter, item.in_substance) == (True, True, False)


def test_an_answer_copied_from_another_is_told_for_both():
    report = inspection_report(recommendation("R1"), recommendation("R2", text="Something else entirely."))
    same = [answer(item, blocks=[paragraph("We have put this into practice.")]) for item in ("R1", "R2")]
    coverage = judge(report, response(R1=answered(), R2=answered()), letter(*same))
    assert messages(coverage).count("word for word") == 2


def test_an_item_reworded_is_told_but_typography_is_not():
    report = inspection_report(recommendation(text="The force should ensure that it's recorded within 24 hours."))

    def quoting(text):
        region = answer("R1", blocks=[paragraph(text, role=Role.QUOTATION), paragraph("This is done.")])
        return messages(judge(report, response(R1=answered()), letter(region)))

    assert quoting("The force should ensure that it’s recorded within 24 hours.") == ""
    assert "is not the report's wording" in quoting("The force should ensure that it's recorded within 48 hours.")


def test_an_item_may_have_several_addressees():
    report = inspection_report(
        recommendation("T10", directed_to=("All chief constables", "Police and crime commissioners"))
    )
    coverage = judge(report, response(T10=answered()), letter(answer("T10")))
    assert told(coverage) == []
    assert coverage.items[0].item.directed_to == ("All chief constables", "Police and crime commissioners")


def test_each_limb_wants_an_answer():
    item = recommendation(
        "4822", limbs=(Limb(id="4822a", text="Train officers."), Limb(id="4822b", text="Train staff."))
    )
    report = inspection_report(item)
    given_answers = response(**{"4822a": answered(), "4822b": answered()})
    first = answer("4822a", blocks=[paragraph("Officers have been trained.")])
    assert told(judge(report, given_answers, letter(first))) == [("in-letter", Severity.ERROR, "Recommendation 4822b")]
    both = letter(first, answer("4822b", blocks=[paragraph("All colleagues took the course in May.")]))
    assert told(judge(report, given_answers, both)) == []


@pytest.mark.parametrize(
    ("deadline", "day"),
    [
        ({"deadline": "2018-07"}, date(2018, 7, 31)),
        ({"deadline": "2024-03-31"}, date(2024, 3, 31)),
        ({"deadline_within": Within(within=3, unit="month")}, date(2023, 10, 11)),
        ({"deadline_within": Within(within=2, unit="week")}, date(2023, 7, 25)),
        ({"deadline_within": Within(within=0, unit="day")}, date(2023, 7, 11)),
        ({}, None),
    ],
)
def test_deadlines_as_reports_print_them(deadline, day):
    assert recommendation(**deadline).due(date(2023, 7, 11)) == day


# --- the property: a full letter has no finding; take one answer away and there is exactly one

ITEM_IDS = st.lists(st.sampled_from(["1", "7.1", "10", "T10", "4822", "22"]), min_size=1, max_size=5, unique=True)


def full(item_ids):
    report = inspection_report(
        *(recommendation(item_id, text=f"Forces should do thing {item_id}.") for item_id in item_ids)
    )
    given_answers = response(**{item_id: answered() for item_id in item_ids})
    blocks = [paragraph("Thank you.")]
    for item_id in item_ids:
        quoted = paragraph(f"Forces should do thing {item_id}.", role=Role.QUOTATION)
        done = List(ordered=False, items=(ListItem((Span(f"Panel {item_id} has taken it up."),)),))
        blocks += [Heading(2, (Span(f"On {item_id}"),)), answer(item_id, blocks=[quoted, done])]
    return report, given_answers, letter(*blocks)


@given(ITEM_IDS, st.data())
def test_taking_one_answer_away_gives_exactly_one_finding(item_ids, data):
    report, given_answers, composed = full(item_ids)
    assert told(judge(report, given_answers, composed)) == []
    gone = data.draw(st.sampled_from(item_ids))
    fewer = response(**{key: value for key, value in given_answers.answers.items() if key != gone})
    assert told(judge(report, fewer, composed)) == [("in-evidence", Severity.ERROR, f"Recommendation {gone}")]
    without = replace(
        composed,
        blocks=tuple(
            block for block in composed.blocks if not (isinstance(block, Answer) and items(gone)[0] in block.items)
        ),
    )
    assert told(judge(report, given_answers, without)) == [("in-letter", Severity.ERROR, f"Recommendation {gone}")]


@given(ITEM_IDS, st.data())
def test_answers_are_found_again_by_their_text(item_ids, data):
    _, _, composed = full(item_ids)
    flat = replace(composed, blocks=tuple(composed.plain_blocks()))
    assert with_answers_found(flat, composed) == composed
    gone = data.draw(st.sampled_from(item_ids))
    kept = [block for block in composed.blocks if not (isinstance(block, Answer) and items(gone)[0] in block.items)]
    flat = replace(composed, blocks=tuple(replace(composed, blocks=tuple(kept)).plain_blocks()))
    found = [block.items for block in with_answers_found(flat, composed).blocks if isinstance(block, Answer)]
    assert found == [items(item_id) for item_id in item_ids if item_id != gone]


# --- the shipped letters, and Word files that came back


@pytest.mark.parametrize("report_id", REPORTS)
def test_the_shipped_letters_are_covered(leicestershire, report_id):
    (standing,) = coverage_on(LoadedWorkspace(leicestershire, [report_id]), [report_id], today=TODAY)
    assert standing.coverage.answered == len(standing.coverage.items)
    assert standing.coverage.all_findings() == []


def test_an_answer_taken_from_evidence_is_one_finding(workspace):
    path = workspace.root / "evidence/responses/getting-a-grip-2023.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("  calls:\n")] + text[text.index("  performance:\n") :], encoding="utf-8")
    (standing,) = coverage_on(LoadedWorkspace(workspace, REPORTS[:1]), REPORTS[:1], today=TODAY)
    assert told(standing.coverage) == [("in-evidence", Severity.NOTE, "Observation calls")]


def test_an_answer_that_the_template_needs_is_told_once_when_it_is_gone(workspace):
    path = workspace.root / "evidence/responses/peel-legitimacy-2017.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index('  "2":')], encoding="utf-8")
    (standing,) = coverage_on(
        LoadedWorkspace(workspace, ["peel-legitimacy-2017"]), ["peel-legitimacy-2017"], today=TODAY
    )
    assert told(standing.coverage) == [("in-evidence", Severity.ERROR, "Recommendation 2")]
    assert standing.judged == "the evidence (the letter cannot be composed)"


def test_a_template_that_fails_for_another_reason_is_still_an_error(workspace):
    workspace.edit("templates/letters/peel-legitimacy-2017.md.j2", "{{ item.text }}", "{{ item.txet }}")
    with pytest.raises(TemplateError, match="has no 'txet'"):
        coverage_on(LoadedWorkspace(workspace, ["peel-legitimacy-2017"]), ["peel-legitimacy-2017"], today=TODAY)


@pytest.fixture
def word_draft(workspace):
    draft(workspace, ["peel-legitimacy-2017"], out=workspace.drafts)
    return workspace.drafts / "peel-legitimacy-2017.docx"


def judged(workspace, path, **options):
    return coverage_of_draft(workspace, path, report_id=options.get("report_id"), today=TODAY)[0]


def lines_after(document, heading):
    """The paragraphs under a heading, up to the next."""
    lines = iter(document.paragraphs)
    next(line for line in lines if line.text.strip() == heading or heading in "".join(line._p.itertext()))
    for line in lines:
        if line.style.name.startswith("Heading"):
            return
        yield line


def edited(path, edit):
    document = docx.Document(path)
    edit(document)
    document.save(path)


def delete(document):
    for line in list(lines_after(document, "Recommendation 2")):
        line._p.getparent().remove(line._p)


def strike(document):
    for line in lines_after(document, "Recommendation 2"):
        for run in line._p.iter(qn("w:r")):
            run.get_or_add_rPr().append(docx.oxml.OxmlElement("w:strike"))


def track_deletion(document):
    for line in lines_after(document, "Recommendation 2"):
        for run in list(line._p.iter(qn("w:r"))):
            deletion = docx.oxml.OxmlElement("w:del")
            deletion.set(qn("w:id"), "900")
            deletion.set(qn("w:author"), "Reviewer")
            run.getparent().replace(run, deletion)
            deletion.append(run)
            for text in run.iter(qn("w:t")):
                text.tag = qn("w:delText")


def strip_everything(document):
    for mark in list(document.element.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
        mark.getparent().remove(mark)
    for control in list(document.element.iter(qn("w:sdt"))):
        for run in control.find(qn("w:sdtContent")):
            control.addprevious(run)
        control.getparent().remove(control)


@pytest.mark.parametrize("edit", [delete, strike, track_deletion])
def test_an_answer_taken_out_in_word_is_exactly_one_finding(workspace, word_draft, edit):
    edited(word_draft, edit)
    assert told(judged(workspace, word_draft).coverage) == [("in-letter", Severity.ERROR, "Recommendation 2")]


@pytest.mark.parametrize("edit", [delete, strike, track_deletion])
def test_it_is_found_even_when_bookmarks_and_controls_are_stripped(workspace, word_draft, edit):
    edited(word_draft, lambda document: (edit(document), strip_everything(document)))
    assert told(judged(workspace, word_draft).coverage) == [("in-letter", Severity.ERROR, "Recommendation 2")]


def test_a_file_with_everything_stripped_is_still_covered(workspace, word_draft):
    edited(word_draft, strip_everything)
    assert judged(workspace, word_draft).coverage.answered == 2


def test_a_tracked_insertion_counts_as_there(workspace, word_draft):
    def insert(document):
        delete(document)
        heading = next(line for line in document.paragraphs if "Recommendation 2" in "".join(line._p.itertext()))
        line = docx.oxml.OxmlElement("w:p")
        insertion = docx.oxml.OxmlElement("w:ins")
        run, text = docx.oxml.OxmlElement("w:r"), docx.oxml.OxmlElement("w:t")
        text.text = "Processes have been brought up to date."
        run.append(text)
        insertion.append(run)
        line.append(insertion)
        start = heading._p.getnext()
        assert start.tag == qn("w:bookmarkStart")
        start.addnext(line)

    edited(word_draft, insert)
    assert told(judged(workspace, word_draft).coverage) == []


def test_the_report_is_named_by_the_file_name_if_the_record_is_gone(workspace, tmp_path):
    composed = LoadedWorkspace(workspace, REPORTS).letter("race-and-policing-2023")
    path = tmp_path / "race-and-policing-2023 (comments by AB).docx"
    document = docx.Document(io.BytesIO(word_file(composed)))
    strip_everything(document)
    document.save(path)
    file = EditedDraft(path.read_bytes())
    file.strip()
    path.write_bytes(file.to_bytes())
    assert judged(workspace, path).coverage.answered == 6
    assert judged(workspace, path, report_id="race-and-policing-2023").coverage.answered == 6


def test_a_file_that_says_it_answers_another_report_is_not_judged_as_this_one(workspace, word_draft):
    with pytest.raises(
        UsageError, match="was generated as the letter on peel-legitimacy-2017, not on race-and-policing"
    ):
        judged(workspace, word_draft, report_id="race-and-policing-2023")


def test_a_word_file_of_no_report_asks_which(workspace, tmp_path):
    path = tmp_path / "minutes.docx"
    docx.Document().save(path)
    with pytest.raises(UsageError, match=r"minutes.docx does not say which report it answers. Name it with --report."):
        judged(workspace, path)


@pytest.mark.skipif(
    subprocess.run(["which", "soffice"], capture_output=True, check=False).returncode != 0, reason="no LibreOffice"
)
def test_a_file_saved_by_libreoffice_is_covered_the_same(workspace, word_draft, tmp_path):
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        "soffice",
        "--headless",
        profile,
        "--convert-to",
        "docx",
        "--outdir",
        str(tmp_path / "out"),
        str(word_draft),
    ]
    subprocess.run(command, check=True, capture_output=True)
    assert told(judged(workspace, tmp_path / "out" / word_draft.name).coverage) == []


# --- two reports in one letter


@pytest.fixture
def companion(workspace):
    """A second report, answered in the letter on Getting a grip."""
    evidence = workspace.root / "evidence"
    (evidence / "reports/companion-2023.yaml").write_text(
        "title: A companion\nkind: thematic\npublisher: hmicfrs\npublished: 2023-07-12\nsource: getting_a_grip_2023\n"
        'items:\n  - {id: "1", kind: recommendation, text: Forces should publish response times., quoted: true}\n'
    )
    (evidence / "responses/companion-2023.yaml").write_text(
        'answered_with: getting-a-grip-2023\nanswers:\n  "1":\n    position: supported\n'
        "    action_taken:\n      - what: The times are on the website.\n"
    )
    workspace.edit(
        f"evidence/responses/{REPORTS[0]}.yaml",
        "  signatory: rani_mahal\n",
        "  signatory: rani_mahal\n  also_answers: [companion-2023]\n",
    )
    workspace.edit(
        f"templates/letters/{REPORTS[0]}.md.j2",
        '{% answer "trust" %}\n',
        '{% answer "companion-2023:1" %}\n{{ also["companion-2023"].answers["1"].action_taken.0.what }}\n{% endanswer %}\n\n{% answer "trust" %}\n',
    )
    return workspace


def test_each_report_of_a_shared_letter_has_its_own_coverage(companion):
    both = [REPORTS[0], "companion-2023"]
    first, second = coverage_on(LoadedWorkspace(companion, both), both, today=TODAY)
    assert (told(first.coverage), told(second.coverage)) == ([], [])
    assert [item.item.id for item in second.coverage.items] == ["1"]
    assert second.clock.published == date(2023, 7, 12)


def test_a_shared_letter_is_drafted_once_with_a_checklist_for_each(companion):
    draft(companion, ["companion-2023", REPORTS[0]], out=companion.drafts)
    assert sorted(path.name for path in companion.drafts.glob("*.docx")) == [
        "companion-2023-checklist.docx", f"{REPORTS[0]}-checklist.docx", f"{REPORTS[0]}.docx",
    ]  # fmt: skip
    standings = coverage_of_draft(companion, companion.drafts / f"{REPORTS[0]}.docx", report_id=None, today=TODAY)
    assert [(found.report_id, told(found.coverage)) for found in standings] == [
        (REPORTS[0], []),
        ("companion-2023", []),
    ]


def test_the_item_that_a_shared_letter_leaves_out_is_told_for_its_report(companion):
    companion.edit(f"templates/letters/{REPORTS[0]}.md.j2", '{% answer "companion-2023:1" %}', "")
    companion.edit(
        f"templates/letters/{REPORTS[0]}.md.j2",
        'what }}\n{% endanswer %}\n\n{% answer "trust" %}',
        'what }}\n\n{% answer "trust" %}',
    )
    both = [REPORTS[0], "companion-2023"]
    first, second = coverage_on(LoadedWorkspace(companion, both), both, today=TODAY)
    assert told(first.coverage) == []
    assert told(second.coverage) == [("in-letter", Severity.ERROR, "Recommendation 1")]


def test_a_letter_shared_by_one_side_only_is_refused(companion):
    from letterkit.errors import EvidenceError  # noqa: PLC0415

    companion.edit(f"evidence/responses/{REPORTS[0]}.yaml", "  also_answers: [companion-2023]\n", "")
    with pytest.raises(EvidenceError, match=r"Add 'companion-2023' to 'also_answers'"):
        LoadedWorkspace(companion, ["companion-2023"])
