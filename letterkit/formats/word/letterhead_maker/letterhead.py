"""A letterhead put together from its parts."""

from letterkit.formats.word.integrity import safe_bytes
from letterkit.formats.word.letterhead_maker.common_styles import common_styles
from letterkit.formats.word.letterhead_maker.design import HeaderLine, LetterheadDesign, Page
from letterkit.formats.word.letterhead_maker.design_styles import design_styles
from letterkit.formats.word.letterhead_maker.markup import Element, element, field, paragraph, part
from letterkit.formats.word.letterhead_maker.parts.numbering import BULLET_FONT, numbering_part
from letterkit.formats.word.letterhead_maker.parts.relations import (
    OF_DOCUMENT,
    OF_PACKAGE,
    RUNNING,
    content_types_part,
    relationships_part,
)
from letterkit.formats.word.letterhead_maker.parts.settings import app_part, font_table_part, settings_part
from letterkit.formats.word.letterhead_maker.parts.stylesheet import LANGUAGE, style_id, styles_part
from letterkit.formats.word.letterhead_maker.parts.theme import theme_part
from letterkit.formats.word.letterhead_maker.specimen import specimen
from letterkit.formats.word.namespaces import qualified
from letterkit.formats.word.opc import CONTENT_TYPES, CORE_PROPERTIES, Package, core_properties, relationships_name

DOCUMENT = "word/document.xml"
BLAME = "It is a fault of letterkit: report it with the design."


def make_letterhead(design: LetterheadDesign) -> bytes:
    """Return a letterhead as a Word file (.docx) that can be written on, and changed in Word.

    Its pages are a specimen that shows each style. The same design always gives the same parts. Raises UnsafeOutput.
    """
    return safe_bytes(Package(_parts(design)), blame=BLAME)


def _parts(design: LetterheadDesign) -> dict[str, bytes]:
    """Return every part by its name, the content types first as readers of streams expect."""
    fonts, palette = design.fonts, design.palette
    return {
        CONTENT_TYPES: content_types_part(),
        relationships_name(""): relationships_part(OF_PACKAGE),
        CORE_PROPERTIES: core_properties(design.title, design.office, design.dated, saved_by=design.office),
        "docProps/app.xml": app_part(design.office),
        DOCUMENT: _document(design.page),
        relationships_name(DOCUMENT): relationships_part(OF_DOCUMENT),
        "word/styles.xml": styles_part([*common_styles(palette), *design_styles(design)], fonts.text),
        "word/numbering.xml": numbering_part(palette),
        "word/settings.xml": settings_part(LANGUAGE),
        "word/fontTable.xml": font_table_part((fonts.text, fonts.headings, BULLET_FONT)),
        "word/theme/theme1.xml": theme_part(palette, fonts),
        "word/header1.xml": _header(design.wordmark),
        "word/header2.xml": _header((design.continuation,)),
        "word/footer1.xml": _footer(design.address),
        "word/footer2.xml": _footer(()),
    }


def _document(page: Page) -> bytes:
    return part(element("document", element("body", *specimen(page.text_width), _section(page))))


def _section(page: Page) -> Element:
    """Return what letterkit keeps of a body: the page, its first header and footer apart (part 1, 17.6.17, 17.10)."""
    running = []
    for name, which, key in RUNNING:
        reference = element(name, type=which)
        reference.set(qualified("r:id"), key)
        running.append(reference)
    margins = {"top": page.top, "right": page.right, "bottom": page.bottom, "left": page.left}
    distances = {"header": page.header, "footer": page.footer, "gutter": 0}
    size = element("pgSz", w=page.width, h=page.height)
    set_up = (size, element("pgMar", **margins, **distances), element("cols", space=708), element("titlePg"))
    return element("sectPr", *running, *set_up)


def _header(lines: tuple[HeaderLine, ...]) -> bytes:
    return part(element("hdr", *(paragraph(style_id(line.style), line.words) for line in lines)))


def _footer(address: tuple[str, ...]) -> bytes:
    lines = (paragraph("Footer", line) for line in address)
    number = paragraph("Footer", "Page ", *field("PAGE", "1"), " of ", *field("NUMPAGES", "1"))
    return part(element("ftr", *lines, number))
