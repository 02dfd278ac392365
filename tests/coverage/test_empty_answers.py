from pathlib import Path

import pytest
from ruamel.yaml import YAML

from letterkit.coverage.empty_answers import SaysNothing, nothing_said

ANSWERS = YAML(typ="safe").load(Path(__file__).with_name("answers.yaml").read_text(encoding="utf-8"))
ITEM = (
    "The force should ensure that it has effective systems, processes and guidance in place "
    "to manage individual performance."
)


def lines_of(text):
    return [line.removeprefix("- ") for line in text.replace("{item}", ITEM).split("\n") if not line.startswith("# ")]


@pytest.mark.parametrize("answer", ANSWERS, ids=[row["text"][:50] for row in ANSWERS])
def test_an_answer_says_what_is_done_or_why_nothing_is(answer):
    lines = [line for line in lines_of(answer["text"]) if line.strip()]
    assert bool(lines and nothing_said(lines, ITEM) is None) is answer["answered"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("To be confirmed.", SaysNothing.HELD),
        ("[Force to supply]", SaysNothing.HELD),
        ("Response to follow.", SaysNothing.AWAITED),
        ("Awaiting an update from the custody team.", SaysNothing.AWAITED),
        ("See Annex B.", SaysNothing.POINTER),
        ("This is a matter for the Chief Constable.", SaysNothing.HANDED_ON),
        ("We will consider this.", SaysNothing.INTENDED),
        ("Accepted in full.", SaysNothing.POSITION),
        (ITEM, SaysNothing.ITEM),
        ("Action taken:", SaysNothing.LABEL),
        ("9 April 2018", SaysNothing.SCRAP),
    ],
)
def test_in_what_way_an_answer_says_nothing_is_told(text, kind):
    assert nothing_said([text], ITEM) == (text, kind)


def test_an_item_reworded_here_and_there_is_repeated_all_the_same():
    reworded = ITEM.replace("should ensure", "must make sure").replace("effective", "good")
    assert nothing_said([f"I agree: {reworded}"], ITEM) is not None


def test_what_says_something_once_is_an_answer_whatever_stands_around_it():
    assert nothing_said(["Action taken:", "TBC", "Accepted.", "Two sergeants were appointed in May."], ITEM) is None
