"""A template, rendered with evidence at hand."""

import pytest

from letterkit.letter import Letter
from letterkit.templates import LetterTemplates
from letterkit.templates.markdown.reader import read_blocks
from tests.builders import items as named_items
from tests.templates.rendering import evidence


@pytest.fixture
def render(tmp_path):
    def rendered(source, *, items=("R1", "R2"), **more):
        (tmp_path / "letter.md.j2").write_text(source, encoding="utf-8")
        result = LetterTemplates(tmp_path, shown_as="templates/letters").render(
            "letter.md.j2", evidence(**more), items=named_items(*items)
        )
        return Letter("t", read_blocks(result.text, result.spans, result.regions))

    return rendered
