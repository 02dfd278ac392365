"""Drafts that came back: every fault is told as what it is, with tags and without, and what is only cosmetic is not."""

import shutil
import subprocess
from pathlib import Path

import pytest

from letterkit.formats.word.opc.zip_reader import unpack
from letterkit.formats.word.reading import read_draft
from letterkit.workspace.commands.review import review
from tests.edited_drafts import FAULTS, FOLDER, REPORT, TODAY, annexed, edited, generated

SOFFICE = shutil.which("soffice")
AFTER_LIBREOFFICE = {
    # of a tracked change inside a control it keeps the old and the new text, both as plain text
    "figure-typed-over-tracked": (("edited", "'1,4331,533': It was changed silently"),),
    # and so what was deleted in a control is there again
    "word-dropped-from-a-quotation": (),
    # it drops formats inside a control, so that the value can be seen again
    "value-struck-through": (),
    "value-hidden": (),
    # it takes threads apart
    "comment-left-open-on-a-figure": (
        ("comment", "'Is this right?': Policy officer left this comment open"),
        ("comment", "'Checking.': Policy officer left this comment open"),
    ),
}
"""What LibreOffice makes of a fault, where it makes something else of it."""

GARBLED_BY_LIBREOFFICE = (
    "deletion-across-the-edge-of-a-control",
    "paragraph-deleted-tracked",
    "paragraph-moved-tracked",
)
"""The values in what was deleted or moved are there again, without the words around them: something is told."""


@pytest.fixture(scope="module")
def original():
    return generated()


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    return annexed(tmp_path_factory.mktemp("office"))


@pytest.fixture(scope="module")
def record(original):
    return read_draft(original, shown_as="draft.docx").record.to_json()


def assert_tells(findings, tells):
    left = [str(finding) for finding in findings]
    for check, words in tells:
        told_so = [line for line in left if line.endswith(f"[{check}]") and words in line]
        assert told_so, f"nothing says '{words}' [{check}] among {left}"
        left.remove(told_so[0])
    assert left == []


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_as_what_it_is(office, original, name):
    """The folder is written anew by `python -m tests.edited_drafts`."""
    path = FOLDER / name / "draft.docx"
    assert unpack(path.read_bytes()) == unpack(edited(FAULTS[name], original))  # packing differs between machines
    found = review(office, path, report_id=None, today=TODAY).findings()
    assert_tells(found, FAULTS[name].tells)
    assert (FOLDER / name / "findings.txt").read_text(encoding="utf-8").splitlines() == sorted(map(str, found))


@pytest.mark.parametrize("name", FAULTS)
def test_it_is_told_without_controls_bookmarks_and_record_in_the_file(office, original, record, tmp_path, name):
    (tmp_path / "draft.docx").write_bytes(edited(FAULTS[name], original, tags=False))
    (tmp_path / "draft.record.json").write_text(record, encoding="utf-8")
    found = review(office, tmp_path / "draft.docx", report_id=REPORT, today=TODAY)
    assert found.recorded == "beside the file"
    assert_tells(found.findings(), FAULTS[name].tells)


def test_every_folder_is_a_fault():
    assert sorted(folder.name for folder in FOLDER.iterdir()) == sorted(FAULTS)


@pytest.mark.skipif(SOFFICE is None, reason="no LibreOffice")
@pytest.mark.xdist_group("libreoffice")
@pytest.mark.slow
@pytest.mark.parametrize("through", [(), ("odt",)], ids=["docx", "odt"])
def test_the_same_is_told_after_libreoffice_saved_the_file(office, original, record, tmp_path, through):
    for name, fault in FAULTS.items():
        (tmp_path / f"{name}.docx").write_bytes(edited(fault, original))
    files = sorted(tmp_path.glob("*.docx"))
    for step in (*through, "docx"):
        files = converted(files, step, tmp_path / f"as-{step}")
    for path in files:
        path.with_suffix(".record.json").write_text(record, encoding="utf-8")
        findings = review(office, path, report_id=REPORT, today=TODAY).findings()
        if path.stem in GARBLED_BY_LIBREOFFICE:
            assert findings
        else:
            assert_tells(findings, AFTER_LIBREOFFICE.get(path.stem, FAULTS[path.stem].tells))


def converted(files: list[Path], form: str, folder: Path) -> list[Path]:
    command = [SOFFICE, "--headless", "--norestore", f"-env:UserInstallation=file://{folder}-profile"]
    subprocess.run([*command, "--convert-to", form, "--outdir", folder, *files], check=True, capture_output=True)
    return sorted(folder.glob(f"*.{form}"))
