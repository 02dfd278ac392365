"""Fields show their results, or what Word makes of their instruction (A3)."""

import pytest

from letterkit.language import INSTEAD
from tests.formats.word.reading.manuscripts import manuscript, run

DATA = '<w:ffData><w:name w:val="x"/><w:enabled/>{}</w:ffData>'
DROP_DOWN = DATA.format('<w:ddList>{}<w:listEntry w:val="We accept"/><w:listEntry w:val="We reject"/></w:ddList>')
BOX = DATA.format("<w:checkBox><w:sizeAuto/>{}</w:checkBox>")


def mark(kind, inside=""):
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inside}</w:fldChar></w:r>'


def field(instruction, result=None, data=""):
    told = "".join(f'<w:r><w:instrText xml:space="preserve">{part}</w:instrText></w:r>' for part in instruction)
    shown = "" if result is None else mark("separate") + run(result)
    return mark("begin", data) + told + shown + mark("end")


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        (field([" MACROBUTTON NoMacro ", "[insert the reference] "]), "[insert the reference]"),
        (field([" GOTOBUTTON here look there "]), "look there"),
        (field([" FORMDROPDOWN "], data=DROP_DOWN.format('<w:result w:val="1"/>')), "We reject"),
        (field([" FORMDROPDOWN "], data=DROP_DOWN.format('<w:default w:val="1"/>')), "We reject"),
        (field([" FORMDROPDOWN "], data=DROP_DOWN.format("")), "We accept"),
        (field([" FORMDROPDOWN "], data=DROP_DOWN.format('<w:result w:val="9"/>')), ""),
        (field([" FORMCHECKBOX "], data=BOX.format("<w:checked/>")), "\N{BALLOT BOX WITH X}"),
        (field([" FORMCHECKBOX "], data=BOX.format('<w:default w:val="0"/>')), "\N{BALLOT BOX}"),
        (field([" FORMTEXT "], "312"), "312"),
        (field([" SYMBOL 163 "]), "\N{POUND SIGN}"),
        (field([" SYMBOL 0xA3 "]), "\N{POUND SIGN}"),
        (field([" SYMBOL 8364 \\u "]), "\N{EURO SIGN}"),
        (field([" SYMBOL 183 \\f Wingdings "]), INSTEAD),
        (field([" LISTNUM \\l 2 "]) + run(" ") + field([" LISTNUM \\l 2 "]), "a) b)"),
        (
            field([" LISTNUM "]) + field([" LISTNUM \\l 3 "]) + field([" LISTNUM \\l 3 "]) + field([" LISTNUM "]),
            "1)i)ii)2)",
        ),
        (field([" LISTNUM x \\l 4 \\s 7 "]), "(7)"),
        (field([" REF x "], "as said"), "as said"),
        (field([" PAGE "], "3"), "#"),
        (field([" PAGE "]), "#"),
        (field([" XE word "]), ""),
        ('<w:fldSimple w:instr=" SYMBOL 163 "/>', "\N{POUND SIGN}"),
        ('<w:fldSimple w:instr=" PAGE "><w:r><w:t>3</w:t></w:r></w:fldSimple>', "#"),
        ('<w:fldSimple w:instr=" REF x "><w:r><w:t>so</w:t></w:r></w:fldSimple>', "so"),
        (field([" IF 1 = 1 "], "yes") + field([" QUOTE "], ""), "yes"),
    ],
)
def test_what_a_field_shows_is_read(xml, text):
    assert manuscript(xml).lines[0].text == text


@pytest.mark.parametrize(
    ("instruction", "told"),
    [
        (" EQ \\f(1,2) ", "an equation in a field"),
        (" AUTONUM ", "an automatic number"),
        (" SYMBOL 183 \\f Wingdings ", "a symbol of a symbol font"),
    ],
)
def test_what_of_a_field_cannot_be_read_is_told(instruction, told):
    assert manuscript(field([instruction])).not_read == (f"{told} in paragraph 1",)


def test_a_field_in_what_another_does_not_show_shows_nothing():
    inner = field([" SYMBOL 163 "])
    xml = (
        mark("begin")
        + f"<w:r><w:instrText> IF </w:instrText></w:r>{inner}"
        + mark("separate")
        + run("so")
        + mark("end")
    )
    assert manuscript(xml).lines[0].text == "so"


@pytest.mark.parametrize("name", ["DATE", "TIME"])
def test_a_date_that_changes_at_each_opening_is_known(name):
    """F17."""
    pieces = manuscript(run("On ") + field([f" {name} \\@ d "], "2 March") + run(".")).lines[0].pieces
    assert [(piece.text, piece.changing) for piece in pieces] == [("On ", False), ("2 March", True), (".", False)]
