"""The design of another office than the one in this repository."""

from datetime import date

from letterkit.formats.word.letterhead_maker import HeaderLine, LetterheadDesign, Palette, Rule

OFFICE = "Office of the Police and Crime Commissioner for Warwickshire"
COLOURS = {
    "name": "Plum and moss",
    "dark": "4A1942",
    "light": "F3ECF2",
    "accents": ("3F5B1B", "8AA35B", "4A1942", "1F4E79", "7A3B00", "BDB7BC"),
    "hyperlink": "1F4E9E",
    "followed": "5B3F7A",
}


def palette(**changes) -> Palette:
    return Palette(**{**COLOURS, **changes})


def design(**changes) -> LetterheadDesign:
    """A letterhead for Warwickshire in colours made up."""
    known = {
        "title": "Letterhead of Warwickshire",
        "office": OFFICE,
        "dated": date(2025, 5, 1),
        "palette": palette(),
        "wordmark": (
            HeaderLine("Wordmark", "Police & Crime Commissioner", after=2, size=20, bold=True),
            HeaderLine("Wordmark Area", "for Warwickshire", after=18, size=13, colour="accent", rule=rule()),
        ),
        "continuation": HeaderLine("Continuation Header", OFFICE, after=18),
        "address": ("3 Northgate Street, Warwick CV34 4SP", "01926 000000"),
    }
    return LetterheadDesign(**{**known, **changes})


def rule(**changes) -> Rule:
    return Rule(**{"side": "bottom", "width": 1.5, "gap": 6, "colour": "rule", **changes})
