"""A picture of a signature, as a Word run."""

import hashlib
import io
from typing import Any, Final

from letterkit.formats.word.namespaces import NAMESPACES
from letterkit.formats.word.opc import Package, attribute

MOST_HEIGHT: Final = 720_000  # English Metric Units: 2 cm, the room that a signature has


def is_picture(data: bytes) -> bool:
    """Tell whether the bytes are a picture that Word shows."""
    try:
        image = _image(data)
    except Exception:  # noqa: BLE001 - python-docx raises much, and some of it shares no base
        return False
    return bool(image.px_width and image.px_height)


def picture(package: Package, document: str, data: bytes, *, number: int, name: str, description: str) -> str:
    """Add a picture to the package and return the run that shows it, at most 2 cm high.

    `number` tells it from other pictures of the document, `description` is the alternative text. Raises docx's
    UnrecognizedImageError for what is no picture.
    """
    image = _image(data)
    scale = min(1.0, MOST_HEIGHT / image.height)
    width, height = round(image.width * scale), round(image.height * scale)
    part = f"word/media/signature-{hashlib.sha256(data).hexdigest()[:12]}.{image.ext}"
    relationship = package.add(part, data, image.content_type, related_to=document, kind="image")
    named = f'id="{number}" name="{attribute(name)}" descr="{attribute(description)}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr {named}/><a:graphic><a:graphicData uri="{NAMESPACES["pic"]}"><pic:pic>'
        f"<pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _image(data: bytes) -> Any:
    from docx.image.image import Image  # noqa: PLC0415 - costs 60 ms, and few letters have a picture

    return Image.from_file(io.BytesIO(data))
