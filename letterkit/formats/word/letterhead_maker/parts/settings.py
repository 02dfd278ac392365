"""The parts that are the same in every letterhead but for a few words: settings, fonts, what made the file."""

from collections.abc import Iterable

from letterkit.formats.word.namespaces import NAMESPACES
from letterkit.formats.word.opc import attribute, content, xml_part

COMPATIBILITY = (
    ("compatibilityMode", 15),
    ("overrideTableStyleFontSizeAndJustification", 1),
    ("enableOpenTypeFeatures", 1),
    ("doNotFlipMirrorIndents", 1),
    ("differentiateMultirowTableHeaders", 1),
    ("useWord2013TrackBottomHyphenation", 0),
)
"""Word lays the letter out as the Word of today does, not as one of the past ([MS-DOCX], 2.2)."""
OF_MICROSOFT = "http://schemas.microsoft.com/office/word"
THEME_COLOURS = (
    'w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" w:accent2="accent2" '
    'w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink" '
    'w:followedHyperlink="followedHyperlink"'
)
UNKNOWN_FONT = '<w:charset w:val="00"/><w:family w:val="auto"/><w:pitch w:val="variable"/>'
FONTS = {
    "Arial": '<w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
    '<w:pitch w:val="variable"/><w:sig w:usb0="E0002EFF" w:usb1="C000785B" w:usb2="00000009" w:usb3="00000000" '
    'w:csb0="000001FF" w:csb1="00000000"/>',
}
"""By what a program chooses another font where one is missing (ECMA-376 part 1, 17.8.3)."""


def settings_part(language: str) -> bytes:
    """Return the settings: nothing of a letter is protected, hyphenated or tracked (part 1, 17.15.1.78)."""
    compatibility = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{OF_MICROSOFT}" w:val="{value}"/>' for name, value in COMPATIBILITY
    )
    return xml_part(
        f'<w:settings xmlns:w="{NAMESPACES["w"]}">'
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat>{compatibility}</w:compat><w:themeFontLang w:val="{language}"/>'
        f"<w:clrSchemeMapping {THEME_COLOURS}/>"
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def font_table_part(fonts: Iterable[str]) -> bytes:
    """Return the fonts that a letterhead is set in, each once."""
    told = "".join(
        f'<w:font w:name="{attribute(font)}">{FONTS.get(font, UNKNOWN_FONT)}</w:font>' for font in dict.fromkeys(fonts)
    )
    return xml_part(f'<w:fonts xmlns:w="{NAMESPACES["w"]}">{told}</w:fonts>')


def app_part(office: str) -> bytes:
    """Return docProps/app.xml: what made the file, and for whom (part 1, 22.2)."""
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return xml_part(
        f'<Properties xmlns="{namespace}">'
        "<Application>letterkit</Application><DocSecurity>0</DocSecurity><ScaleCrop>false</ScaleCrop>"
        f"<Company>{content(office)}</Company><LinksUpToDate>false</LinksUpToDate><SharedDoc>false</SharedDoc>"
        "<HyperlinksChanged>false</HyperlinksChanged></Properties>"
    )
