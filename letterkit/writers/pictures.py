"""A picture of a signature, placed in a Word paragraph."""

import hashlib
import io
from typing import Any, Final

from lxml import etree

from letterkit.package import Package
from letterkit.wordml import qualified, w

MOST_HEIGHT: Final = 720_000  # English Metric Units: 2 cm, the room that a signature has


def is_picture(data: bytes) -> bool:
    """Tell whether the bytes are a picture that Word shows."""
    try:
        image = _image(data)
    except Exception:  # noqa: BLE001 - python-docx raises much, and some of it shares no base
        return False
    return bool(image.px_width and image.px_height)


def add_picture(
    paragraph: etree._Element, package: Package, document: str, data: bytes, *, name: str, description: str
) -> None:
    """Add a picture to the package and show it in the paragraph, at most 2 cm high.

    `description` is the alternative text. Raises docx's UnrecognizedImageError for what is no picture.
    """
    image = _image(data)
    scale = min(1.0, MOST_HEIGHT / image.height)
    width, height = str(round(image.width * scale)), str(round(image.height * scale))
    part = f"word/media/signature-{hashlib.sha256(data).hexdigest()[:12]}.{image.ext}"
    number = str(sum(1 for _ in paragraph.getroottree().iter(qualified("wp:docPr"))) + 1)
    relationship = package.add(part, data, image.content_type, related_to=document, kind="image")
    run = etree.SubElement(paragraph, w("r"))
    inline = etree.SubElement(
        etree.SubElement(run, w("drawing")), qualified("wp:inline"), distT="0", distB="0", distL="0", distR="0"
    )
    etree.SubElement(inline, qualified("wp:extent"), cx=width, cy=height)
    etree.SubElement(inline, qualified("wp:docPr"), id=number, name=name, descr=description)
    graphic = etree.SubElement(inline, qualified("a:graphic"))
    holder = etree.SubElement(
        graphic, qualified("a:graphicData"), uri="http://schemas.openxmlformats.org/drawingml/2006/picture"
    )
    picture = etree.SubElement(holder, qualified("pic:pic"))
    identity = etree.SubElement(picture, qualified("pic:nvPicPr"))
    etree.SubElement(identity, qualified("pic:cNvPr"), id=number, name=name, descr=description)
    etree.SubElement(identity, qualified("pic:cNvPicPr"))
    fill = etree.SubElement(picture, qualified("pic:blipFill"))
    etree.SubElement(fill, qualified("a:blip"), {qualified("r:embed"): relationship})
    etree.SubElement(etree.SubElement(fill, qualified("a:stretch")), qualified("a:fillRect"))
    shape = etree.SubElement(picture, qualified("pic:spPr"))
    transform = etree.SubElement(shape, qualified("a:xfrm"))
    etree.SubElement(transform, qualified("a:off"), x="0", y="0")
    etree.SubElement(transform, qualified("a:ext"), cx=width, cy=height)
    geometry = etree.SubElement(shape, qualified("a:prstGeom"), prst="rect")
    etree.SubElement(geometry, qualified("a:avLst"))


def _image(data: bytes) -> Any:
    from docx.image.image import Image  # noqa: PLC0415 - costs 60 ms, and few letters have a picture

    return Image.from_file(io.BytesIO(data))
