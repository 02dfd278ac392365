"""`letterkit draft` makes letters and never loses what people wrote."""

import io
import os

import docx
import pytest

from letterkit.cli.parts import part
from letterkit.errors import InputError, OverwriteRefused, UnsafeOutput
from letterkit.files import save
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


def test_saving_keeps_the_rights_of_the_file(tmp_path):
    path = tmp_path / "letter.docx"
    path.write_bytes(b"old")
    path.chmod(0o640)
    save(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_saving_through_a_link_changes_what_it_points_to(tmp_path):
    target, link = tmp_path / "letter.docx", tmp_path / "link.docx"
    target.write_bytes(b"old")
    link.symlink_to(target)
    save(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_the_letterhead_is_that_of_the_day(workspace):
    draft(workspace, ["peel-legitimacy-2017", REPORT], out=workspace.drafts)
    taglines = {}
    for report_id in ("peel-legitimacy-2017", REPORT):
        document = docx.Document(io.BytesIO((workspace.drafts / f"{report_id}.docx").read_bytes()))
        taglines[report_id] = "".join(line.text for line in document.sections[0].first_page_header.paragraphs)
    assert "Prevention | Partnership | Protection" in taglines["peel-legitimacy-2017"]
    assert "Your Communities - Your Commissioner" in taglines[REPORT]


def test_a_signature_picture_is_put_into_the_letter(workspace):
    from tests.builders import PNG  # noqa: PLC0415

    workspace.edit(
        "evidence/office.yaml",
        "    name: Rani Mahal\n",
        "    name: Rani Mahal\n    signature: {file: rani_mahal.png, description: Signature of Rani Mahal}\n",
    )
    with pytest.raises(InputError, match=r"templates/signatures/rani_mahal.png: The file is not there. Put it there"):
        draft_one(workspace)
    (workspace.root / "templates/signatures").mkdir()
    (workspace.root / "templates/signatures/rani_mahal.png").write_bytes(PNG)
    draft_one(workspace)
    document = docx.Document(workspace.drafts / f"{REPORT}.docx")
    assert document.inline_shapes[0]._inline.docPr.get("descr") == "Signature of Rani Mahal"


@pytest.mark.parametrize("found", [b"", b"no picture", b"\x89PNG\r\n\x1a\n"])
def test_a_signature_that_is_no_picture_is_told_by_validate(workspace, found):
    from letterkit.workspace.commands.validate import validate  # noqa: PLC0415

    signature = "    name: Rani Mahal\n    signature: {file: s.png, description: Signature}\n"
    workspace.edit("evidence/office.yaml", "    name: Rani Mahal\n", signature)
    (workspace.root / "templates/signatures").mkdir()
    (workspace.root / "templates/signatures/s.png").write_bytes(found)
    with pytest.raises(InputError, match=r"s.png: The file is not a picture .* Save the signature as PNG or JPEG."):
        validate(workspace, [REPORT])


def test_a_file_name_in_evidence_cannot_lead_out_of_its_folder(workspace):
    workspace.edit("evidence/office.yaml", "    file: opcc-2023.docx", "    file: ../../evidence/office.yaml")
    with pytest.raises(InputError, match="A file name cannot name a folder"):
        draft_one(workspace)
