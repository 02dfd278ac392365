"""`letterkit redline` marks what differs, and replaces nothing but a redline."""

import pytest

from tests.edits import EditedDraft

REPORT = "getting-a-grip-2023"


def test_a_draft_without_a_record_cannot_be_redlined_against_it(letterkit, workspace):
    letterkit("draft", REPORT)
    path = workspace.drafts / f"{REPORT}.docx"
    file = EditedDraft(path.read_bytes())
    file.strip()
    path.write_bytes(file.to_bytes())
    path.with_suffix(".record.json").unlink()
    result = letterkit("redline", str(path))
    assert result.returncode == 2
    assert "has lost its record and there is none beside it. Name the older file: OLD NEW." in result.stderr


@pytest.mark.parametrize(
    ("out", "told"),
    [
        ("drafts/edited.docx", "would replace edited.docx, which it is made from"),
        (f"drafts/{REPORT}.record.json", f"give {REPORT}.record.json a name that ends in .docx"),
    ],
)
def test_a_redline_replaces_nothing_but_a_redline(letterkit, workspace, out, told):
    letterkit("draft", REPORT)
    edited = workspace.drafts / "edited.docx"
    edited.write_bytes((workspace.drafts / f"{REPORT}.docx").read_bytes())
    before = (workspace.root / out).read_bytes()
    result = letterkit("redline", "drafts/edited.docx", "--report", REPORT, "--out", out, "--force")
    assert result.returncode == 2
    assert told in result.stderr
    assert (workspace.root / out).read_bytes() == before


@pytest.mark.parametrize(
    ("files", "out", "told"),
    [
        (1, "evidence/reports/new.docx", "Nothing is written among the files of evidence/."),
        (2, "templates/letterheads/opcc-2023.docx", "Nothing is written among the files of templates/."),
        (2, f"drafts/{REPORT}.docx", f"{REPORT}.docx is a draft, which a redline does not replace."),
        (1, "drafts/another.docx", "another.docx is a draft, which a redline does not replace."),
        (2, "drafts/lost.docx", "lost.docx is a draft, which a redline does not replace."),
    ],
)
def test_a_redline_goes_neither_among_sources_nor_over_a_draft(
    letterkit, workspace, tmp_path_factory, files, out, told
):
    letterkit("draft", REPORT)
    data = (workspace.drafts / f"{REPORT}.docx").read_bytes()
    edited = tmp_path_factory.mktemp("mail") / "edited.docx"
    file = EditedDraft(data)
    file.replace("11 July 2023", "12 July 2023")
    edited.write_bytes(file.to_bytes())
    (workspace.drafts / "another.docx").write_bytes(file.to_bytes())
    file.strip()
    (workspace.drafts / "lost.docx").write_bytes(file.to_bytes())
    (workspace.drafts / "lost.record.json").write_text("{}")
    path = workspace.root / out
    before = path.read_bytes() if path.exists() else None
    result = letterkit("redline", *[str(edited)] * files, "--report", REPORT, "--out", out, "--force")
    assert result.returncode == 2
    assert told in result.stderr
    assert "Name another" in result.stderr
    assert (path.read_bytes() if path.exists() else None) == before
