"""The body of a letterhead: a specimen letter that shows each style once and says what it is for.

letterkit replaces all of it and keeps the section properties that follow.
"""

from letterkit.formats.word.letterhead_maker.markup import Element, element, paragraph, run, value
from letterkit.formats.word.letterhead_maker.parts.stylesheet import style_id

FIRST_COLUMN, LAST_COLUMN = 1900, 2100
"""Twips; the column between them has the rest of the page."""
ROWS = (
    ("Part", "What it is for", "Set by"),
    (
        "Header row",
        "Says what each column holds, and is repeated on every page that the table reaches",
        "Table Heading",
    ),
    ("Other rows", "Hold the text and figures; no row is split between two pages", "Table Text"),
    ("Rules", "Guide the eye along a row; there are none between columns", "Letter Table"),
)


def specimen(text_width: int) -> list[Element]:
    """Return the specimen's paragraphs and its table, in the order of a letter; the width of text is in twips."""
    return [*_opening(), *_prose(), *_lists(), *_table(text_width), *_end(), *_annex()]


def _say(style: str, *content: Element | str) -> Element:
    return paragraph(style_id(style), *content)


def _opening() -> list[Element]:
    return [
        _say(
            "Letter Reference", "Our ref: the office\N{RIGHT SINGLE QUOTATION MARK}s reference, style Letter Reference"
        ),
        _say("Date", "Day, month and year, style Date"),
        _say("Recipient", "Name and honours, style Recipient"),
        _say("Recipient", "Post, a paragraph for each line of the block"),
        _say("Recipient", "Address, closed up because the style leaves no space between its own lines"),
        _say("Delivery", "By e-mail: how the letter is sent, style Delivery"),
        _say("Salutation", "Dear addressee, style Salutation"),
        _say("heading 1", "Heading 1: the subject of the letter"),
    ]


def _prose() -> list[Element]:
    return [
        _say(
            "Body Text",
            "Body Text: the paragraphs of the letter. They are set left aligned at 12 point with open lines, and the "
            "space between them belongs to the style, so that nobody needs to press Enter twice. Within them ",
            run("Strong", style="Strong"),
            " gives weight to a few words, ",
            run("Emphasis", style="Emphasis"),
            " marks a title, a ",
            element("hyperlink", run("Hyperlink to the annex", style="Hyperlink"), anchor="annex", history=1),
            " leads somewhere, and ",
            run("Placeholder Text", style="PlaceholderText"),
            " shows what is still to be written.",
        ),
        _say("Normal", "Normal: the style on which the others rest. Letters use Body Text."),
        _say("heading 2", "Heading 2: a section of the letter"),
        _say(
            "Body Text",
            "A heading stays on the page of the paragraph that follows it. A longer letter answers one recommendation "
            "in each section: the words of the report first, the answer after them.",
        ),
        _say(
            "Quote",
            "Quote: a recommendation or a passage of a report, word for word. The rule at its left sets it apart, so "
            "that it can be read without italics and without doubt about where the quotation ends.",
        ),
        _say("heading 3", "Heading 3: a part of a section"),
        _say(
            "Body Text",
            "Fonts and colours follow the theme. To change them in every letter, open this letterhead in Word, choose "
            "Design, then Fonts or Colours, and save. To change the size or the space of one kind of paragraph, modify "
            "its style.",
        ),
    ]


def _lists() -> list[Element]:
    return [
        _say("heading 2", "Lists"),
        _say("Body Text", "Marks and numbers come from the style; none is typed by hand."),
        _say(
            "List Bullet",
            "List Bullet: points in no particular order, each of which may run to more than one line of text",
        ),
        _say("List Bullet 2", "List Bullet 2: a point under a point"),
        _say("List Bullet 3", "List Bullet 3: a third level, seldom needed"),
        _say(
            "List Number",
            "List Number: steps, or points that are referred to by number, which may also run to more than one line",
        ),
        _say("List Number 2", "List Number 2: a limb of a numbered point"),
        _say("List Number 3", "List Number 3: a third level, seldom needed"),
    ]


def _table(text_width: int) -> list[Element]:
    return [
        _say("heading 2", "Tables"),
        _say("Body Text", "A table holds figures or answers that belong side by side, never the layout of a page."),
        _say("caption", "Caption: names the table and stands above it"),
        _letter_table(text_width),
        _say("Table Note", "Table Note: the source of the figures, below the table."),
        _say("Body Text", "After the note the letter goes on in Body Text."),
        _say(
            "Body Text After Table",
            "Body Text After Table: the first paragraph after a table that has no note, with space above it.",
        ),
    ]


def _letter_table(text_width: int) -> Element:
    widths = (FIRST_COLUMN, text_width - FIRST_COLUMN - LAST_COLUMN, LAST_COLUMN)
    properties = element(
        "tblPr",
        value("tblStyle", style_id("Letter Table")),
        element("tblW", w=text_width, type="dxa"),
        element("tblLayout", type="fixed"),
        element("tblLook", val="0620", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        value("tblCaption", "The parts of a table"),
        value("tblDescription", "Three parts of a table in a letter, what each is for, and the style that sets it."),
    )
    grid = element("tblGrid", *(element("gridCol", w=width) for width in widths))
    header, *body = ROWS
    heads = _row(header, widths, "Table Heading", element("tblHeader"))
    return element("tbl", properties, grid, heads, *(_row(row, widths, "Table Text") for row in body))


def _row(texts: tuple[str, ...], widths: tuple[int, ...], style: str, *marks: Element) -> Element:
    cells = (
        element("tc", element("tcPr", element("tcW", w=width, type="dxa")), _say(style, text))
        for width, text in zip(widths, texts, strict=True)
    )
    return element("tr", element("trPr", element("cantSplit"), *marks), *cells)


def _end() -> list[Element]:
    return [
        _say("Closing", "Yours sincerely, style Closing"),
        _say("Signature", "Name of the signatory, style Signature, with room above it for ink"),
        _say("Signatory Post", "Post of the signatory, style Signatory Post"),
        _say("Copies", "Copy to: those who receive a copy, style Copies"),
    ]


def _annex() -> list[Element]:
    start, end = element("bookmarkStart", id=0, name="annex"), element("bookmarkEnd", id=0)
    return [
        _say("Annex Heading", start, "Annex Heading: begins a page of its own", end),
        _say(
            "Body Text", "An annex carries what the letter refers to: a table of answers, a statement, a list of terms."
        ),
        _say("heading 2", "A signature as a picture"),
        _say("Body Text", "A letter signed with a picture closes with these four styles instead."),
        _say("Closing", "Yours sincerely, style Closing"),
        _say("Signature Image", "Signature Image: holds the picture, with its alternative text"),
        _say("Signature With Image", "Name of the signatory, style Signature With Image"),
        _say("Signatory Post", "Post of the signatory, style Signatory Post"),
    ]
