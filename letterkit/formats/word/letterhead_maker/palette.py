"""The colours of a letterhead, and whether text in them can be read."""

import re
from dataclasses import dataclass
from typing import Literal

HEX = re.compile("[0-9A-F]{6}")
WHITE = "FFFFFF"
LEAST_CONTRAST = 4.5
"""What text of the size of a letter's needs to be read (WCAG 2.2, success criterion 1.4.3)."""

TextColour = Literal["ink", "accent"]
RuleColour = Literal["ink", "accent", "rule"]
"""The colours that a design may name for text, and for what is drawn; the others have their fixed places."""


@dataclass(frozen=True, slots=True)
class Colour:
    """A theme colour by its WordprocessingML name (`text2`; ECMA-376 part 1, 17.18.97) and the same in hex digits."""

    theme: str
    hex: str


@dataclass(frozen=True, slots=True)
class Palette:
    """The colour scheme of a letterhead, six hex digits each (ECMA-376 part 1, 20.1.6.2).

    `dark` is for wordmark, headings and heavy rules, `light` for fills behind dark text. Of the six `accents` the
    first is for text, the second for drawn rules, the last for the thin rules in tables; Word offers the others in its
    list of colours. Raises ValueError for text that could not be read.
    """

    name: str
    dark: str
    light: str
    accents: tuple[str, str, str, str, str, str]
    hyperlink: str
    followed: str

    def __post_init__(self) -> None:
        for value in (self.dark, self.light, *self.accents, self.hyperlink, self.followed):
            if not HEX.fullmatch(value):
                raise ValueError(f"'{value}' is no colour. Write six hex digits in capitals, such as 12324A.")
        for value in (self.dark, self.accents[0], self.hyperlink, self.followed):
            _refuse_if_unreadable(value, WHITE, "white")
        _refuse_if_unreadable(self.dark, self.light, f"'{self.light}'")

    @property
    def ink(self) -> Colour:
        """The dark house colour."""
        return Colour("text2", self.dark)

    @property
    def tint(self) -> Colour:
        """The pale house colour."""
        return Colour("background2", self.light)

    @property
    def accent(self) -> Colour:
        """The second house colour, dark enough for text."""
        return Colour("accent1", self.accents[0])

    @property
    def rule(self) -> Colour:
        """The colour of drawn rules; it may be too light for text."""
        return Colour("accent2", self.accents[1])

    @property
    def hairline(self) -> Colour:
        """The colour of the thin rules inside tables; it may be too light for text."""
        return Colour("accent6", self.accents[5])

    @property
    def link(self) -> Colour:
        """The colour of hyperlinks."""
        return Colour("hyperlink", self.hyperlink)

    def named(self, name: RuleColour) -> Colour:
        """Return a colour by the name that a design has for it."""
        return {"ink": self.ink, "accent": self.accent, "rule": self.rule}[name]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    """Return the relative luminance of a colour, from 0 to 1 (WCAG 2.2, definition of relative luminance)."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)  # noqa: PLR2004 - the formula's own
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _refuse_if_unreadable(text: str, ground: str, ground_told: str) -> None:
    ratio = contrast(text, ground)
    if ratio < LEAST_CONTRAST:
        raise ValueError(
            f"Text in '{text}' on {ground_told} has a contrast of {ratio:.1f} to 1, and readers need "
            f"{LEAST_CONTRAST} (WCAG 2.2, 1.4.3). Take a darker colour for the text."
        )
