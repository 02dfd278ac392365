"""Automatic labels with words in them are read out of the numbering (A3)."""

import pytest
from lxml import etree

from letterkit.formats.word.namespaces import NAMESPACES
from letterkit.formats.word.reading.labels import Labels

W = NAMESPACES["w"]


def xml(text):
    return etree.fromstring(f'<w:x xmlns:w="{W}">{text}</w:x>'.replace("w:x", "w:root"))


def level(text, number=0, style="decimal", start=1):
    told = f'<w:start w:val="{start}"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{number}">{told}</w:lvl>'


def lists(*levels, others=""):
    known = f'<w:abstractNum w:abstractNumId="4">{"".join(levels)}</w:abstractNum>'
    return xml(f'{known}<w:num w:numId="1"><w:abstractNumId w:val="4"/></w:num>{others}')


def paragraph(number=1, at=0, style=""):
    own = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>' if number is not None else ""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return xml(f"<w:p><w:pPr>{named}{own}</w:pPr></w:p>")[0]


@pytest.mark.parametrize(
    ("levels", "at", "labels"),
    [
        ([level("Recommendation %1:", start=7)], [0, 0], ["Recommendation 7:", "Recommendation 8:"]),
        ([level("Recommendation %1"), level("Action %1%2", 1, "lowerLetter")], [0, 1, 1, 0, 1],
         ["Recommendation 1", "Action 1a", "Action 1b", "Recommendation 2", "Action 2a"]),
        ([level("Part %1", style="upperRoman", start=4)], [0, 0], ["Part IV", "Part V"]),
        ([level("%1.")], [0, 0], ["", ""]),
        ([level("\N{BULLET}", style="bullet")], [0], [""]),
    ],
)  # fmt: skip
def test_labels_count_as_word_counts(levels, at, labels):
    counting = Labels(lists(*levels), None)
    assert [counting.label(paragraph(at=one)) for one in at] == labels


def test_a_list_that_starts_anew_counts_by_itself_and_one_that_does_not_counts_on():
    anew = (
        '<w:num w:numId="2"><w:abstractNumId w:val="4"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
        '</w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="4"/></w:num>'
    )
    counting = Labels(lists(level("Item %1"), others=anew), None)
    assert [counting.label(paragraph(number)) for number in (1, 2, 3, 9)] == ["Item 1", "Item 5", "Item 2", ""]


def test_a_label_may_come_from_the_style():
    styles = xml('<w:style w:styleId="Rec"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>')
    assert Labels(lists(level("Recommendation %1")), styles).label(paragraph(None, style="Rec")) == "Recommendation 1"
    assert Labels(None, None).label(paragraph()) == ""
