"""Small builders with defaults, so that a test says only what it is about."""

import io
import zipfile
from datetime import date
from pathlib import Path

from letterkit.evidence import InspectionReport, Item, PartialDate, Sourced, Statistic
from letterkit.evidence.models.peel import GradedArea, PeelCycle
from letterkit.formats.word.opc import Package
from letterkit.formats.word.writing import Imprint, open_letterhead, write_letter
from letterkit.letter import (
    Answer,
    DraftRecord,
    ItemRef,
    Letter,
    Origin,
    Paragraph,
    Reference,
    Role,
    Span,
    Table,
    record_of,
)

ROOT = Path(__file__).parent.parent
LETTERHEAD = ROOT / "templates" / "letterheads" / "opcc-2023.docx"
SOURCE = {"source": "letter_2023_08_24", "as_of": PartialDate(2023, 8, 24)}
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def span(text, reference=None, *, kind="str", value=None, **formats):
    """A span; sourced if a reference is given."""
    origin = Origin(references(reference), kind, text if value is None else value) if reference else None
    return Span(text, origin, **formats)


def references(*texts):
    """References, as people write them."""
    return tuple(map(Reference.parse, texts))


def items(*texts):
    """Items of reports, as templates name them."""
    return tuple(map(ItemRef.parse, texts))


def sourced(value, reference):
    """A value of evidence, as templates see it."""
    return Sourced(value, references(reference))


def paragraph(*spans, role=Role.BODY):
    return Paragraph(tuple(span(part) if isinstance(part, str) else part for part in spans), role)


def answer(*item_ids, blocks=None):
    return Answer(items(*item_ids), tuple(blocks or [paragraph("We have done this.")]))


def letter(*blocks, title="Response to Police performance: Getting a grip"):
    return Letter(title, tuple(blocks))


def table(*rows, caption=None):
    cells = [tuple((span(cell),) for cell in row) for row in rows]
    return Table((span(caption),) if caption else (), cells[0], tuple(cells[1:]))


def record(composed):
    return record_of(composed, "getting-a-grip-2023", evidence_digest="e", template_digest="t")


def word_file(composed, *, letterhead=None, pictures=None) -> bytes:
    """The Word file of a letter."""
    return written(composed, letterhead=letterhead, pictures=pictures)[0]


def written(composed, *, letterhead=None, pictures=None) -> tuple[bytes, DraftRecord]:
    stationery = open_letterhead(letterhead or LETTERHEAD.read_bytes(), shown_as="opcc-2023.docx")
    imprint = Imprint("Office of the Police and Crime Commissioner", date(2023, 8, 24), pictures or {})
    return write_letter(composed, stationery, record(composed), imprint)


def parts(data: bytes) -> dict[str, bytes]:
    return Package.from_bytes(data).parts


def zipped(package) -> bytes:
    """A file of these parts, whatever they are."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in package.items():
            archive.writestr(name, data)
    return target.getvalue()


def document_xml(data: bytes) -> str:
    return parts(data)["word/document.xml"].decode()


def peel_cycle(**changes):
    known = {
        "name": "2021/22",
        "inspected_by": "hmicfrs",
        "scale": ("outstanding", "good", "adequate", "requires improvement", "inadequate"),
        "areas": {
            "preventing_crime": GradedArea(name="Preventing crime", grade="outstanding"),
            "managing_offenders": GradedArea(name="Managing offenders", grade="good"),
            "use_of_resources": GradedArea(name="Good use of resources", grade="good"),
            "service_to_victims": GradedArea(name="Service to victims"),
        },
    }
    return PeelCycle(**SOURCE, **{**known, **changes})


def statistic(**changes):
    return Statistic(**SOURCE, **{"what": "stop and search subjects", "unit": "percent", **changes})


def recommendation(item_id="R1", **changes):
    known = {"kind": "recommendation", "text": "The force should act.", "quoted": True}
    return Item(id=item_id, **{**known, **changes})


def inspection_report(*entries, **changes):
    known = {
        "title": "Police performance: Getting a grip",
        "kind": "thematic",
        "publisher": "hmicfrs",
        "published": date(2023, 7, 11),
        "source": "letter_2023_08_24",
    }
    return InspectionReport(items=entries or (recommendation(),), **{**known, **changes})
