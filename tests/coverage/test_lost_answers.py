"""Answers are found again in a letter that lost their places."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from letterkit.coverage import with_answers_found
from letterkit.letter import Answer
from tests.builders import items
from tests.coverage.answers import ITEM_IDS, full


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
