"""`letterkit draft` makes letters and never loses what people wrote."""

import os

import docx
import pytest

from letterkit.cli.parts import part
from letterkit.errors import InputError, OverwriteRefused, UnsafeOutput
from letterkit.files.saving import OpenElsewhere
from letterkit.formats.word.writing import write_letter
from letterkit.workspace.commands.draft import draft
from tests.edits import EditedDraft

REPORT = "getting-a-grip-2023"


def draft_one(workspace, **options):
    return draft(workspace, [REPORT], out=workspace.drafts, **options)


def edit_in_word(path):
    """Change a draft as a colleague does: open it in another program, type, save."""
    document = docx.Document(path)
    document.paragraphs[-1].add_run(" And one more thing.")
    document.save(path)
    return path.read_bytes()


def test_a_draft_comes_with_its_record(workspace):
    made = []
    draft_one(workspace, made=made.append)
    assert [path.name for path in made] == [f"{REPORT}.docx", f"{REPORT}.record.json", f"{REPORT}-checklist.docx"]
    assert all(path.is_file() for path in made)


def test_a_draft_that_nobody_touched_is_made_anew(workspace):
    draft_one(workspace)
    workspace.edit("evidence/wellbeing.yaml", "value: 200", "value: 250")
    draft_one(workspace)
    text = docx.Document(workspace.drafts / f"{REPORT}.docx").element.xml
    assert "over 250" in text


def test_a_draft_that_somebody_edited_is_left_alone(workspace):
    draft_one(workspace)
    path = workspace.drafts / f"{REPORT}.docx"
    edited = edit_in_word(path)
    with pytest.raises(OverwriteRefused, match=rf"{REPORT}.docx may have been changed .* --force"):
        draft_one(workspace)
    assert path.read_bytes() == edited


def test_no_letter_is_written_if_one_would_be_overwritten(workspace):
    draft_one(workspace)
    edit_in_word(workspace.drafts / f"{REPORT}.docx")
    with pytest.raises(OverwriteRefused):
        draft(workspace, ["peel-legitimacy-2017", REPORT], out=workspace.drafts)
    assert not (workspace.drafts / "peel-legitimacy-2017.docx").exists()


def test_force_keeps_the_edited_draft_beside_the_new_one(workspace):
    draft_one(workspace)
    path = workspace.drafts / f"{REPORT}.docx"
    fresh = path.read_bytes()
    first = edit_in_word(path)
    draft_one(workspace, force=True)
    second = edit_in_word(path)
    draft_one(workspace, force=True)
    assert path.read_bytes() == fresh
    assert (workspace.drafts / f"{REPORT}.edited-1.docx").read_bytes() == first
    assert (workspace.drafts / f"{REPORT}.edited-2.docx").read_bytes() == second


def test_a_draft_that_is_open_in_word_is_not_kept_again_at_each_try(workspace):
    draft_one(workspace)
    edited = edit_in_word(workspace.drafts / f"{REPORT}.docx")
    (workspace.drafts / f"~${REPORT[2:]}.docx").write_bytes(b"somebody")
    there = sorted(path.name for path in workspace.drafts.iterdir())
    with pytest.raises(OpenElsewhere):
        draft_one(workspace, force=True)
    assert sorted(path.name for path in workspace.drafts.iterdir()) == there
    assert (workspace.drafts / f"{REPORT}.docx").read_bytes() == edited


@pytest.mark.parametrize("found", [b"", b"minutes of a meeting", b"PK\x03\x04 truncated"])
def test_a_file_that_is_not_a_draft_is_left_alone(workspace, found):
    workspace.drafts.mkdir()
    path = workspace.drafts / f"{REPORT}.docx"
    path.write_bytes(found)
    with pytest.raises(OverwriteRefused):
        draft_one(workspace)
    assert path.read_bytes() == found


@pytest.mark.parametrize("form", ["html", "txt"])
def test_other_forms_are_guarded_as_well(workspace, form):
    draft_one(workspace, write=part(f"draft --format {form}"))
    draft_one(workspace, write=part(f"draft --format {form}"))
    path = workspace.drafts / f"{REPORT}.{form}"
    path.write_text("edited")
    with pytest.raises(OverwriteRefused):
        draft_one(workspace, write=part(f"draft --format {form}"))
    assert path.read_text() == "edited"


def test_nothing_is_written_if_one_letter_cannot_be_made(workspace):
    workspace.edit("templates/letters/race-and-policing-2023.md.j2", "{{ stops.count }}", "{{ stops.counts }}")
    with pytest.raises(InputError, match=r"has no 'counts'\. Did you mean 'count'"):
        draft(workspace, [REPORT, "race-and-policing-2023"], out=workspace.drafts)
    assert not workspace.drafts.exists()


@pytest.mark.parametrize("fault", ["fsync", "replace"])
def test_the_old_draft_survives_a_failure_whole(workspace, monkeypatch, fault):
    draft_one(workspace)
    path = workspace.drafts / f"{REPORT}.docx"
    before = path.read_bytes()
    workspace.edit("evidence/wellbeing.yaml", "value: 200", "value: 250")

    def full_disk(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, fault, full_disk)
    with pytest.raises(OSError, match="No space left"):
        draft_one(workspace)
    assert path.read_bytes() == before
    names = [f"{REPORT}-checklist.docx", f"{REPORT}.docx", f"{REPORT}.record.json"]
    assert sorted(found.name for found in workspace.drafts.iterdir()) == names


@pytest.mark.parametrize("change", ["one word", "one value"])
def test_a_file_that_does_not_say_what_the_letter_says_is_not_saved(workspace, monkeypatch, change):
    def write_otherwise(letter, *others):
        data, record = write_letter(letter, *others)
        file = EditedDraft(data)
        file.replace(*(("progressive", "regressive") if change == "one word" else ("outstanding", "good")))
        return file.to_bytes(), record

    draft_one(workspace)
    before = {path.name: path.read_bytes() for path in workspace.drafts.iterdir()}
    monkeypatch.setattr("letterkit.workspace.commands.draft.write_letter", write_otherwise)
    with pytest.raises(UnsafeOutput, match=f"{REPORT}.docx was not written"):
        draft_one(workspace)
    assert {path.name: path.read_bytes() for path in workspace.drafts.iterdir()} == before
