"""What a Word file says of itself: docProps/core.xml (ECMA-376 part 2, clause 8)."""

from datetime import date

from letterkit.formats.word.opc.xml_parts import content, xml_part

NAMESPACES = (
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)


def core_properties(title: str, author: str, dated: date, *, saved_by: str = "") -> bytes:
    """Return the part: the author is an office, never a user, and the day is the document's own.

    Only a file that is `saved_by` somebody has a first revision.
    """
    moment = f"{dated.isoformat()}T00:00:00Z"
    saved = f"<cp:lastModifiedBy>{content(saved_by)}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
    return xml_part(
        f"<cp:coreProperties{NAMESPACES}><dc:title>{content(title)}</dc:title>"
        f"<dc:creator>{content(author)}</dc:creator><dc:language>en-GB</dc:language>{saved if saved_by else ''}"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified></cp:coreProperties>'
    )
