import pytest

from letterkit.language import find_foreign_markup, find_place_holders


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("We agreed this on [insert date].", "[insert date]"),
        ("We agreed this on [date].", "[date]"),
        ("It was [Force to confirm] at the time.", "[Force to confirm]"),
        ("Dear \N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}name\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK},", None),
        ("Dear <<name>>,", "<<name>>"),
        ("It is <insert figure> now.", "<insert figure>"),
        ("It is {{ figure }} now.", "{{ figure }}"),
        ("The owner is TBC.", "TBC"),
        ("The owner is tbc by May.", "tbc"),
        ("The owner is T.B.C. for now.", "T.B.C."),
        ("It is XX% of all.", "XX"),
        ("It is xxx of all.", "xxx"),
        ("Signed: ________", "________"),
        ("Was it 5??", "??"),
        ("Click or tap here to enter text.", "Click or tap here to enter text"),
        ("Choose an item.", "Choose an item"),
        ("Lorem ipsum dolor.", "Lorem ipsum"),
    ],
)
def test_what_holds_a_place_is_found(text, held):
    """F16."""
    found = [match[0] for match in find_place_holders(text)]
    assert found
    assert held is None or found[0] == held


@pytest.mark.parametrize(
    "text",
    [
        "He said so [sic].",
        "It went on [...] for long.",
        "See note [3].",
        "Is it so? Yes!",
        "About 5... or so.",
        "5 < 6 and 7 > 6",
    ],
)
def test_ordinary_text_holds_no_place(text):
    assert not list(find_place_holders(text))


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("See [the report](https://example.org).", "[the report](https://example.org)"),
        ("One<br>two", "<br>"),
        ("It was ~~not~~ done.", "~~not~~"),
        ("It was **very** good.", "**very**"),
        ("\\newpage", "\\newpage"),
        ("\\textbf{so}", "\\textbf{so}"),
        ("A&nbsp;B", "&nbsp;"),
        ("## Vetting", "## "),
        ("<b>bold</b>", "<b>"),
    ],
)
def test_marks_of_other_programs_are_found(text, marks):
    """F16."""
    assert next(find_foreign_markup(text))[0] == marks


@pytest.mark.parametrize(
    "text", ["R&D; and so on", "5 * 6 * 7", "C:\\files\\new", "[sic] (so)", "a < b > c", "#1 is best"]
)
def test_ordinary_text_has_no_marks(text):
    assert not list(find_foreign_markup(text))
