"""What is written to Word reads back as the same letter."""

import pytest
from hypothesis import given, settings

from letterkit.formats.word.reading import read_draft
from letterkit.workspace.loaded import LoadedWorkspace
from tests.builders import PNG, word_file
from tests.strategies import letters


def read_back(composed):
    return read_draft(word_file(composed, pictures={"s.png": PNG}), shown_as="draft.docx")


@settings(max_examples=150)
@given(letters)
def test_any_letter_reads_back_the_same(composed):
    assert read_back(composed).letter == composed


@pytest.mark.parametrize(
    "report_id", ["getting-a-grip-2023", "peel-legitimacy-2017", "race-and-policing-2023", "state-of-policing-2024"]
)
def test_the_shipped_letters_read_back_the_same(leicestershire, report_id):
    composed = LoadedWorkspace(leicestershire, [report_id]).letter(report_id)
    assert read_back(composed).letter == composed
