"""The Word file of a letter: what Word and a screen reader need."""

import io
from itertools import pairwise

import docx
import pytest
from docx.oxml.ns import qn

from letterkit.workspace.loaded import LoadedWorkspace
from tests.builders import (
    answer,
    letter,
    paragraph,
    span,
    table,
    word_file,
)

REPORTS = ["getting-a-grip-2023", "peel-legitimacy-2017", "race-and-policing-2023", "state-of-policing-2024"]


def opened(composed):
    return docx.Document(io.BytesIO(word_file(composed)))


@pytest.fixture(scope="module")
def shipped(request):
    from letterkit.workspace import Workspace  # noqa: PLC0415
    from tests.builders import ROOT  # noqa: PLC0415

    loaded = LoadedWorkspace(Workspace(ROOT), REPORTS)
    return {report_id: opened(loaded.letter(report_id)) for report_id in REPORTS}


@pytest.mark.parametrize("report_id", REPORTS)
def test_a_shipped_letter_is_accessible(shipped, report_id):
    document = shipped[report_id]
    assert document.core_properties.title.startswith("Response to ")
    assert document.core_properties.language == "en-GB"
    assert all("".join(line._p.itertext()).strip() for line in document.paragraphs)
    levels = [int(line.style.name[-1]) for line in document.paragraphs if line.style.name.startswith("Heading")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for grid in document.tables:
        assert grid.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


@pytest.mark.parametrize("report_id", REPORTS)
def test_a_shipped_letter_has_everything_a_letter_needs(shipped, report_id):
    styles = [line.style.name for line in shipped[report_id].paragraphs]
    order = [
        "Date",
        "Recipient",
        "Salutation",
        "Heading 1",
        "Body Text",
        "Closing",
        "Signature",
        "Signatory Post",
        "Copies",
    ]
    assert [style for style in dict.fromkeys(styles) if style in order] == order


def test_the_same_letter_always_gives_the_same_bytes():
    composed = letter(paragraph("In ", span("2023", "r")), answer("R1"), table(["A"], ["1"]))
    assert word_file(composed) == word_file(composed)


def test_no_user_is_named_in_the_properties():
    properties = opened(letter(paragraph("Text."))).core_properties
    assert properties.author == "Office of the Police and Crime Commissioner"
    assert properties.last_modified_by == ""
