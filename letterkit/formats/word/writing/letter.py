"""A letter as a Word file on a letterhead.

The body is new; every other part of the letterhead is copied as it is, so whatever an office changes in
Word (fonts, colours, logo, margins) letters follow. Invisible in Word: a content control around each sourced
value, a bookmark around each answer and the draft record.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from letterkit.formats.word.integrity import safe_bytes
from letterkit.formats.word.namespaces import RECORD_NAMESPACE
from letterkit.formats.word.opc import CORE_PROPERTIES, RECORD_PART, content, core_properties, xml_part
from letterkit.formats.word.writing.body import Body
from letterkit.formats.word.writing.letterhead import Stationery
from letterkit.letter import DraftRecord, Letter

BLAME = "If it happens with another letterhead, too, it is a fault of letterkit: report it with the files."


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a Word file says of itself, and the pictures its letter needs by file name."""

    author: str
    dated: date
    pictures: Mapping[str, bytes]


def write_letter(
    letter: Letter, stationery: Stationery, record: DraftRecord, imprint: Imprint
) -> tuple[bytes, DraftRecord]:
    """Return the Word file and the record in it, which now has the digest of the file's parts."""
    package = stationery.fresh_package()
    body = Body(package, stationery, imprint.pictures)
    for block in letter.blocks:
        body.add(block)
    package.parts[stationery.document] = body.document()
    package.parts[stationery.numbering_part] = body.numbering()
    package.parts[CORE_PROPERTIES] = core_properties(letter.title, imprint.author, imprint.dated)
    finished = record.model_copy(update={"package_digest": package.digest(), "margins": stationery.margins})
    package.parts[RECORD_PART] = _record_part(finished)
    return safe_bytes(package, blame=BLAME), finished


def _record_part(record: DraftRecord) -> bytes:
    """Return the XML part that carries the record as JSON."""
    return xml_part(f'<record xmlns="{RECORD_NAMESPACE}">{content(record.to_json())}</record>')
