"""Canonically equal text is the same text everywhere (U8)."""

from datetime import date
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterkit.formats.word.opc import Package
from letterkit.letter import DraftLetter, Letter, Line, Manuscript, Piece, Revision, in_one_spelling
from letterkit.workspace.commands.draft import draft
from letterkit.workspace.commands.redline import redline_draft
from letterkit.workspace.commands.review import review
from letterkit.workspace.commands.status import status
from tests.builders import letter, paragraph, record, span
from tests.edits import EditedDraft
from tests.reviews import REPORT, TODAY, edit, told

FORMS = ["NFC", "NFD"]


def respell(form):
    def respelt(file):
        for text in file.body.iter("{*}t"):
            text.text = normalize(form, text.text or "")

    return respelt


@pytest.fixture(params=FORMS, ids=["composed evidence", "evidence of a Mac"])
def accented(request, workspace):
    """An office whose commissioner has an accent in the name, and whose force writes French."""
    for path in (workspace.root / "evidence").rglob("*.yaml"):
        text = path.read_text(encoding="utf-8").replace("Rupert Matthews", "Zoë Šample")
        path.write_text(normalize(request.param, text), encoding="utf-8")
    draft(workspace, [REPORT], out=workspace.drafts)
    return workspace


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("shattered", [False, True], ids=["", "a run a character"])
def test_a_name_that_looks_the_same_is_the_same(accented, form, shattered):
    edits = [respell(form), *([EditedDraft.shatter_runs] if shattered else [])]
    path = edit(accented, *edits)
    assert told(review(accented, path, report_id=None, today=TODAY)) == []
    out = accented.root / "r.docx"
    redline_draft(accented, path, report_id=None, out=out, dated=TODAY, force=False)
    document = Package.from_bytes(out.read_bytes()).parts["word/document.xml"]
    assert b"<w:ins " not in document
    assert b"<w:del " not in document


@pytest.mark.parametrize("form", FORMS)
def test_another_name_is_another(accented, form):
    path = edit(accented, respell(form), lambda file: file.replace(normalize(form, "Zoë"), "Zoe"))
    assert [check for check, _, _ in told(review(accented, path, report_id=None, today=TODAY))] == ["edited"]


def test_evidence_spelt_otherwise_since_has_not_moved_on(workspace):
    path = workspace.root / "evidence/office.yaml"
    text = path.read_text(encoding="utf-8").replace("Rupert Matthews", "Zoë Sample")
    path.write_text(normalize("NFC", text), encoding="utf-8")
    draft(workspace, [REPORT], out=workspace.drafts)
    path.write_text(normalize("NFD", text), encoding="utf-8")
    assert told(review(workspace, workspace.drafts / f"{REPORT}.docx", report_id=None, today=TODAY)) == []


@pytest.mark.parametrize("on_disk", FORMS)
@pytest.mark.parametrize("asked", FORMS)
def test_a_report_is_found_by_its_name_however_the_disk_spells_it(workspace, on_disk, asked):
    for path in [*workspace.root.rglob(f"{REPORT}*")]:
        path.rename(path.with_name(path.name.replace(REPORT, normalize(on_disk, "résumé-2023"))))
    name = normalize(asked, "résumé-2023")
    (report_id,) = workspace.chosen([name], everything=False)
    assert report_id == normalize("NFC", name)
    draft(workspace, [report_id], out=workspace.drafts)
    (standing,) = status(workspace, [report_id], today=date(2026, 1, 1)).standings
    assert standing.draft == "up to date"
    found = review(workspace, workspace.drafts / f"{report_id}.docx", report_id=name, today=TODAY)
    assert found.report_id == report_id


@given(st.text(st.characters(codec="utf-8"), max_size=30))
def test_one_spelling_is_composed_whatever_the_pieces(text):
    parts = tuple(Piece(character) for character in text)
    read = DraftLetter(Letter("", ()), Manuscript((Line(parts),)), None, untouched=False)
    (line,) = in_one_spelling(read).manuscript.lines
    assert normalize("NFC", line.text) == normalize("NFC", text)


def test_an_accent_that_somebody_tracked_stays_a_change():
    mark = Piece("\N{COMBINING DIAERESIS}", inserted=Revision("Policy officer", ""))
    read = DraftLetter(Letter("", ()), Manuscript((Line((Piece("Zoe"), mark)),)), None, untouched=False)
    assert in_one_spelling(read).manuscript.lines[0].pieces == (Piece("Zoe"), mark)


def test_a_record_of_a_mac_is_read_as_any():
    made = record(letter(paragraph(span(normalize("NFD", "Zoë"), "office.posts.commissioner"))))
    read = in_one_spelling(DraftLetter(made.letter, Manuscript(()), made, untouched=False))
    assert read.record.spans[0].text == "Zoë"
    assert read.letter == read.record.letter
