"""The paragraph and table styles that a letterhead must have, by name."""

from letterkit.letter import Role

PARAGRAPH_STYLES = {
    Role.BODY: "body text",
    Role.REFERENCE: "letter reference",
    Role.DATE: "date",
    Role.DELIVERY: "delivery",
    Role.RECIPIENT: "recipient",
    Role.SALUTATION: "salutation",
    Role.QUOTATION: "quote",
    Role.CLOSE: "closing",
    Role.COPIES: "copies",
}
HEADING_STYLES = {1: "heading 1", 2: "heading 2", 3: "heading 3"}
ANNEX_STYLE = "annex heading"
BULLET_STYLES = ("list bullet", "list bullet 2", "list bullet 3")
NUMBER_STYLES = ("list number", "list number 2", "list number 3")
CAPTION_STYLE, TABLE_STYLE, AFTER_TABLE_STYLE = "caption", "letter table", "body text after table"
HEADER_CELL_STYLE, CELL_STYLE = "table heading", "table text"
SIGNATURE_STYLE, POST_STYLE = "signature", "signatory post"
SIGNATURE_IMAGE_STYLE, PICTURED_SIGNATURE_STYLE = "signature image", "signature with image"

REQUIRED_STYLES = frozenset(
    (
        *PARAGRAPH_STYLES.values(), *HEADING_STYLES.values(), ANNEX_STYLE, *BULLET_STYLES, *NUMBER_STYLES,
        CAPTION_STYLE, TABLE_STYLE, AFTER_TABLE_STYLE, HEADER_CELL_STYLE, CELL_STYLE,
        SIGNATURE_STYLE, POST_STYLE, SIGNATURE_IMAGE_STYLE, PICTURED_SIGNATURE_STYLE,
    )
)  # fmt: skip
"""The styles, by their names in small letters, that a letterhead must have."""
