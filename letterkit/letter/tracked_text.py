"""A Word file as it truly stands: each paragraph with what was inserted, deleted, hidden and commented on, by whom."""

from dataclasses import dataclass, field
from enum import StrEnum

from letterkit.letter.blocks import Letter, List, lines_of, text_of


class Story(StrEnum):
    """The part of a Word file that a line stands in."""

    BODY = "body"
    TEXT_BOX = "text box"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    HEADER = "header"
    FOOTER = "footer"


@dataclass(frozen=True, slots=True)
class Revision:
    """A tracked change: its author, and its moment as the file gives it (ISO 8601), empty if it does not."""

    author: str
    date: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in one state.

    Moved text is deleted where it was and inserted where it is. `control` is the number of the sourced
    span whose content control it stands in, `comments` the ids of the comments on it;
    `changing` tells that it is a date or time that Word writes anew whenever the file is opened.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    inserted: Revision | None = None
    deleted: Revision | None = None
    hidden: bool = False
    struck: bool = False
    control: int | None = None
    comments: tuple[str, ...] = ()
    highlighted: bool = False
    changing: bool = False

    @property
    def stands(self) -> bool:
        """Tell whether it is in the letter with every tracked change accepted; struck and hidden text is not."""
        return not (self.deleted or self.hidden or self.struck)

    @property
    def stood(self) -> bool:
        """Tell whether it is in the letter with every tracked change rejected."""
        return not (self.inserted or self.hidden or self.struck)


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph: its pieces, and who inserted or deleted its end, which parts it from the next.

    `level` is that of a heading, 0 for other paragraphs; `listed` marks an item of a list.

    `row` numbers the table row that it stands in, so that a row's cells can be read together; `comments`
    are the ids of the comments whose marks stand in it.
    """

    pieces: tuple[Piece, ...]
    part: Story = Story.BODY
    place: str = ""
    level: int = 0
    listed: bool = False
    comments: tuple[str, ...] = ()
    row: int | None = None
    end_inserted: Revision | None = None
    end_deleted: Revision | None = None

    @property
    def text(self) -> str:
        """The text with every tracked change accepted."""
        return "".join(piece.text for piece in self.pieces if piece.stands)

    @property
    def original(self) -> str:
        """The text with every tracked change rejected."""
        return "".join(piece.text for piece in self.pieces if piece.stood)


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment, or a reply to one (`parent` is then its id), with what it stands on."""

    id: str
    author: str
    date: str
    text: str
    resolved: bool = False
    parent: str | None = None
    anchor: str = ""
    place: str = ""


def as_manuscript(letter: Letter) -> "Manuscript":
    """Return a letter as the manuscript of a file in which nobody changed anything."""
    return Manuscript(
        tuple(
            Line((Piece(text_of(line)),), listed=isinstance(block, List))
            for block in letter.plain_blocks()
            for line in lines_of(block)
        )
    )


@dataclass(frozen=True, slots=True)
class Manuscript:
    """Every line of a Word file, its comments, and what it holds that could not be read.

    A plain file has no headers and footers: `paged` is False.
    """

    lines: tuple[Line, ...]
    comments: tuple[Comment, ...] = ()
    not_read: tuple[str, ...] = field(default=())
    paged: bool = True

    def of(self, *parts: Story) -> list[Line]:
        """Return the lines in these parts of the file."""
        return [line for line in self.lines if line.part in parts]

    @property
    def open_comments(self) -> list[Comment]:
        """The comments that nobody has settled, without the replies to them."""
        return [comment for comment in self.comments if not comment.resolved and not comment.parent]

    @property
    def pending_changes(self) -> int:
        """The number of tracked changes not yet accepted or rejected; neighbours by one hand count as one."""
        count, before = 0, None
        for line in self.lines:
            for piece in line.pieces:
                change = piece.inserted or piece.deleted
                count += change is not None and change != before
                before = change
            end = line.end_inserted or line.end_deleted
            count += end is not None and end != before
            before = end or before
        return count

    @property
    def margins(self) -> tuple[str, ...]:
        """The lines of the headers and footers, each once."""
        return tuple(dict.fromkeys(text for line in self.of(Story.HEADER, Story.FOOTER) if (text := line.text.strip())))
