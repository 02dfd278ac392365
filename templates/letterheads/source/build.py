"""Build the letterheads: `python3 build.py [FOLDER]` writes them into the folder above, or into FOLDER.

Each is a clean Open Packaging package, made without any program's default template. The same
input gives the same bytes everywhere: dates are fixed and parts are stored uncompressed, since
deflate differs between versions of zlib.
"""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from string import Template
from typing import NamedTuple
from xml.sax.saxutils import escape

from designs import DESIGNS, OFFICE, Design
from numbering import numbering_part
from specimen import specimen
from styles import LANGUAGE, letter_styles, style_id, styles_part
from theme import FONT, theme_part
from wordml import Element, R, field, paragraph, serialise, w

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OFFICE = "application/vnd.openxmlformats-officedocument."
_CORE_PROPERTIES = "application/vnd.openxmlformats-package.core-properties+xml"
_TO_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_TO_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"


class Part(NamedTuple):
    """A part that another points to: relationship id and type, target, content type."""

    key: str
    relationship: str
    target: str
    content: str


_ROOT_PARTS = (
    Part("rId1", f"{_TO_OFFICE}officeDocument", "word/document.xml", f"{_WORD}document.main+xml"),
    Part("rId2", f"{_TO_PACKAGE}core-properties", "docProps/core.xml", _CORE_PROPERTIES),
    Part("rId3", f"{_TO_OFFICE}extended-properties", "docProps/app.xml", f"{_OFFICE}extended-properties+xml"),
)
_PARTS = (
    Part("rId1", f"{_TO_OFFICE}styles", "styles.xml", f"{_WORD}styles+xml"),
    Part("rId2", f"{_TO_OFFICE}numbering", "numbering.xml", f"{_WORD}numbering+xml"),
    Part("rId3", f"{_TO_OFFICE}settings", "settings.xml", f"{_WORD}settings+xml"),
    Part("rId4", f"{_TO_OFFICE}fontTable", "fontTable.xml", f"{_WORD}fontTable+xml"),
    Part("rId5", f"{_TO_OFFICE}theme", "theme/theme1.xml", f"{_OFFICE}theme+xml"),
    Part("rId6", f"{_TO_OFFICE}header", "header1.xml", f"{_WORD}header+xml"),
    Part("rId7", f"{_TO_OFFICE}header", "header2.xml", f"{_WORD}header+xml"),
    Part("rId8", f"{_TO_OFFICE}footer", "footer1.xml", f"{_WORD}footer+xml"),
    Part("rId9", f"{_TO_OFFICE}footer", "footer2.xml", f"{_WORD}footer+xml"),
)
_RUNNING = (
    ("headerReference", "first", "rId6"),
    ("headerReference", "default", "rId7"),
    ("footerReference", "first", "rId8"),
    ("footerReference", "default", "rId9"),
)


def build(design: Design) -> bytes:
    """One letterhead as the bytes of a .docx file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as package:
        for name, content in _parts(design).items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 0
            package.writestr(entry, content)
    return stream.getvalue()


def _parts(design: Design) -> Mapping[str, bytes]:
    """Every part by its name, the content types first as readers of streams expect."""
    palette = design.palette
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(_ROOT_PARTS),
        "docProps/core.xml": _text(
            _CORE, title=design.title, office=OFFICE, language=LANGUAGE, date=f"{design.year}-01-01T00:00:00Z"
        ),
        "docProps/app.xml": _text(_APP, office=OFFICE),
        "word/document.xml": _document(),
        "word/_rels/document.xml.rels": _relationships(_PARTS),
        "word/styles.xml": styles_part([*letter_styles(palette), *design.styles]),
        "word/numbering.xml": numbering_part(palette),
        "word/settings.xml": _text(_SETTINGS, language=LANGUAGE),
        "word/fontTable.xml": _text(_FONT_TABLE, font=FONT),
        "word/theme/theme1.xml": theme_part(palette),
        "word/header1.xml": _header(*(paragraph(style_id(line.style), line.words) for line in design.wordmark)),
        "word/header2.xml": _header(paragraph(style_id("Continuation Header"), design.continuation)),
        "word/footer1.xml": _footer(),
        "word/footer2.xml": _footer(),
    }


# ---- word/


def _document() -> bytes:
    return serialise(w("document", w("body", *specimen(), _section())))


def _section() -> Element:
    """A4 with the first page's header and footer apart from the others'; what letterkit keeps."""
    running = []
    for tag, kind, key in _RUNNING:
        reference = w(tag, type=kind)
        reference.set(f"{{{R}}}id", key)
        running.append(reference)
    margins = {"top": 1588, "right": 1417, "bottom": 1417, "left": 1417, "header": 794, "footer": 680, "gutter": 0}
    return w("sectPr", *running, w("pgSz", w=11906, h=16838), w("pgMar", **margins), w("cols", space=708), w("titlePg"))


def _header(*paragraphs: Element) -> bytes:
    return serialise(w("hdr", *paragraphs))


def _footer() -> bytes:
    return serialise(w("ftr", paragraph("Footer", "Page ", *field("PAGE", "1"), " of ", *field("NUMPAGES", "1"))))


# ---- the package


def _content_types() -> bytes:
    named = [(f"/{part.target}", part.content) for part in _ROOT_PARTS]
    named += [(f"/word/{part.target}", part.content) for part in _PARTS]
    overrides = "".join(f'<Override PartName="{name}" ContentType="{content}"/>' for name, content in named)
    return _CONTENT_TYPES.substitute(overrides=overrides).encode()


def _relationships(parts: Iterable[Part]) -> bytes:
    lines = (f'<Relationship Id="{part.key}" Type="{part.relationship}" Target="{part.target}"/>' for part in parts)
    return _RELATIONSHIPS.substitute(lines="".join(lines)).encode()


def _text(template: Template, **words: str) -> bytes:
    """A part that is the same in every letterhead but for a few words."""
    return template.substitute({name: escape(word) for name, word in words.items()}).encode()


_CONTENT_TYPES = Template("""\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
$overrides</Types>""")

_RELATIONSHIPS = Template("""\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">$lines</Relationships>""")

_CORE = Template("""\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
<dc:title>$title</dc:title><dc:creator>$office</dc:creator><dc:language>$language</dc:language>\
<cp:lastModifiedBy>$office</cp:lastModifiedBy><cp:revision>1</cp:revision>\
<dcterms:created xsi:type="dcterms:W3CDTF">$date</dcterms:created>\
<dcterms:modified xsi:type="dcterms:W3CDTF">$date</dcterms:modified></cp:coreProperties>""")

_APP = Template("""\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">\
<Application>letterkit</Application><DocSecurity>0</DocSecurity><ScaleCrop>false</ScaleCrop>\
<Company>$office</Company><LinksUpToDate>false</LinksUpToDate><SharedDoc>false</SharedDoc>\
<HyperlinksChanged>false</HyperlinksChanged></Properties>""")

_SETTINGS = Template("""\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>\
<w:compat>\
<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>\
<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" \
w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>\
<w:compatSetting w:name="enableOpenTypeFeatures" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>\
<w:compatSetting w:name="doNotFlipMirrorIndents" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>\
<w:compatSetting w:name="differentiateMultirowTableHeaders" \
w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>\
<w:compatSetting w:name="useWord2013TrackBottomHyphenation" \
w:uri="http://schemas.microsoft.com/office/word" w:val="0"/>\
</w:compat>\
<w:themeFontLang w:val="$language"/>\
<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" \
w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" \
w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/>\
<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>""")

_FONT_TABLE = Template("""\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
<w:font w:name="$font"><w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/>\
<w:family w:val="swiss"/><w:pitch w:val="variable"/>\
<w:sig w:usb0="E0002EFF" w:usb1="C000785B" w:usb2="00000009" w:usb3="00000000" \
w:csb0="000001FF" w:csb1="00000000"/></w:font></w:fonts>""")


def main(arguments: list[str]) -> int:
    """Write every letterhead into the folder named, or the one above this file."""
    folder = Path(arguments[0]) if arguments else Path(__file__).resolve().parent.parent
    for design in (make() for make in DESIGNS):
        target = folder / design.file
        target.write_bytes(build(design))
        print(target)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
