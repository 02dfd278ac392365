"""What makes one letterhead itself: whose it is, its wordmark, colours, fonts and page.

Sizes, spaces and the widths of rules are in points; the page is in twips, Word's own twentieths of a point.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from letterkit.formats.word.letterhead_maker.palette import Palette, RuleColour, TextColour
from letterkit.formats.word.styles import REQUIRED_STYLES
from letterkit.language import NOT_IN_LETTERS, plainly

WIDTHS, GAPS = (0.25, 12), (0, 31)
"""What Word draws (ECMA-376 part 1, 17.3.4: `sz` from 2 to 96 eighths of a point, `space` from 0 to 31 points)."""
HEADER_AND_FOOTER = ("header", "footer")


@dataclass(frozen=True, slots=True)
class Rule:
    """A line drawn at one side of a paragraph: its width and its distance from the text, in points.

    `line` is its kind, by the name that Word has for it (ECMA-376 part 1, 17.18.2).
    """

    side: Literal["top", "left", "bottom", "right"]
    width: float
    gap: int
    colour: RuleColour = "ink"
    line: Literal["single", "double", "thickThinSmallGap", "thinThickSmallGap"] = "single"

    def __post_init__(self) -> None:
        if not (WIDTHS[0] <= self.width <= WIDTHS[1] and GAPS[0] <= self.gap <= GAPS[1]):
            raise ValueError(
                f"Word cannot draw a rule {self.width} points wide and {self.gap} from the text. "
                f"Its width is from {WIDTHS[0]} to {WIDTHS[1]}, its gap from {GAPS[0]} to {GAPS[1]}."
            )


@dataclass(frozen=True, slots=True)
class HeaderLine:
    """A line of a header, with a style of its own: its words, and how they look.

    `size`, `after` (the space below) and `letter_spacing` (between letters) are in points. A bold line is in the font
    of headings; a line without size or colour has those of headers: 9 points, in the dark colour.
    """

    style: str
    words: str
    after: float
    size: float | None = None
    bold: bool = False
    small_capitals: bool = False
    letter_spacing: float = 0
    colour: TextColour | None = None
    rule: Rule | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """How a heading looks; `size` is in points."""

    size: float
    colour: TextColour


@dataclass(frozen=True, slots=True)
class TableHead:
    """The header row of tables: the rules above and below it, in points, and whether it is filled."""

    above: float = 0.5
    below: float = 2.25
    colour: RuleColour = "rule"
    filled: bool = True


@dataclass(frozen=True, slots=True)
class Fonts:
    """The font of text and that of headings, by the names that Word has for them."""

    text: str = "Arial"
    headings: str = "Arial"


@dataclass(frozen=True, slots=True)
class Page:
    """A page and its margins in twips (567 are a centimetre): A4 with 25 mm, and 28 mm at the top.

    `header` and `footer` are their distances from the edge (ECMA-376 part 1, 17.6.11 and 17.6.13).
    """

    width: int = 11906
    height: int = 16838
    top: int = 1588
    right: int = 1417
    bottom: int = 1417
    left: int = 1417
    header: int = 794
    footer: int = 680

    @property
    def text_width(self) -> int:
        """The width between the margins in twips."""
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True)
class LetterheadDesign:
    """A letterhead: `office` is the body whose letters it carries, `dated` the day that its file bears.

    The `wordmark` heads the first page and the `continuation` each other one; the lines of the `address` stand in the
    footer of the first page, above its number. `headings` are those of the three levels. Raises ValueError for what
    Word could not show.
    """

    title: str
    office: str
    dated: date
    palette: Palette
    wordmark: tuple[HeaderLine, ...]
    continuation: HeaderLine
    address: tuple[str, ...] = ()
    alignment: Literal["left", "center"] = "left"
    fonts: Fonts = Fonts()
    headings: tuple[Heading, Heading, Heading] = (Heading(15, "ink"), Heading(13, "accent"), Heading(12, "ink"))
    annex_heading_size: float = 17
    table_head: TableHead = TableHead()
    page: Page = Page()

    def __post_init__(self) -> None:
        taken = {*REQUIRED_STYLES, *HEADER_AND_FOOTER}
        for line in self.header_lines:
            if line.style.lower() in taken:
                raise ValueError(f"There is a style '{line.style}' already. Give that line of the header another.")
            taken.add(line.style.lower())
        for text in self._texts():
            if not text.strip() or NOT_IN_LETTERS.search(text):
                raise ValueError(f"'{plainly(text)}' has no words, or characters that nobody sees. Retype it.")

    @property
    def header_lines(self) -> tuple[HeaderLine, ...]:
        """Every line of its headers."""
        return (*self.wordmark, self.continuation)

    def _texts(self) -> Iterator[str]:
        yield from (self.title, self.office, self.palette.name, self.fonts.text, self.fonts.headings, *self.address)
        for line in self.header_lines:
            yield from (line.style, line.words)
