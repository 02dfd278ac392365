"""Letterheads and signatures for the letters of a workspace."""

import io

import docx
import pytest

from letterkit.errors import InputError
from letterkit.workspace.commands.draft import draft

REPORT = "getting-a-grip-2023"


def draft_one(workspace, **options):
    return draft(workspace, [REPORT], out=workspace.drafts, **options)


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
