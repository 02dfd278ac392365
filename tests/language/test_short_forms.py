import pytest

from letterkit.language import ShortForms

FORMS = ShortForms((("Leicestershire Police", "the Force"), ("Office of the Commissioner", "OC"), ("College", "Co")))


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Leicestershire Police wrote", "the force wrote"),
        ("the Office of the Commissioner (OC) wrote", "the oc wrote"),
        ("the Office of the Commissioner\N{RIGHT SINGLE QUOTATION MARK}s letter", "the oc's letter"),
        ("the Colleges wrote", "the colleges wrote"),
    ],
)
def test_a_name_spelled_out_and_its_abbreviation_are_one(text, short):
    """F7."""
    assert FORMS.shortened(text) == short


def test_without_names_a_text_stays_as_it_is():
    assert ShortForms(()).shortened("Nothing is named here.") == "nothing is named here"
