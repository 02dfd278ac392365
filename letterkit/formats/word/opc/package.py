"""The zip package of a Word file: its parts and how they relate (OPC, ECMA-376 part 2)."""

import hashlib
import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from letterkit.errors import Place, Problem, UnreadableDraft
from letterkit.formats.word.namespaces import RECORD_NAMESPACE, RELATIONSHIP_TYPE
from letterkit.formats.word.opc.file_types import ASK_AGAIN, ASK_FOR_WORD, LEAVE_CLOSED, SAVE_AS_WORD, format_by_name
from letterkit.formats.word.opc.strict import in_transitional
from letterkit.formats.word.opc.xml_parts import HostilePart, parse_xml, to_xml
from letterkit.formats.word.opc.zip_reader import CannotUnpack, unpack
from letterkit.formats.word.opc.zip_writer import pack

CONTENT_TYPES = "[Content_Types].xml"
DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
CORE_PROPERTIES = "docProps/core.xml"
TYPES_NAMESPACE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELS_NAMESPACE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
EXTERNAL = "External"
SEGMENT = r"[^/\\:*?\"<>|#\[\]\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+(?<!\.)"
PART_NAME = re.compile(f"(?:{SEGMENT}/)*{SEGMENT}")
LONGEST_PART_NAME = 255
RECORD_PART = "customXml/item1970.xml"
FROM_ELSEWHERE = {
    "attachedTemplate": "a template",
    "image": "a picture",
    "oleObject": "an object",
    "frame": "a frame",
    "subDocument": "a document",
    "aFChunk": "a document",
    "mailMergeSource": "the addresses of a mail merge",
    "mailMergeHeaderSource": "the addresses of a mail merge",
    "video": "a film",
    "audio": "a recording",
    "media": "a film or a recording",
    "control": "a control",
    "header": "a header",
    "footer": "a footer",
    "styles": "styles",
    "settings": "settings",
    "customXml": "data",
    "theme": "a theme",
    "font": "a font",
}


class NotAWordFile(ValueError):
    """The bytes are not a package with a Word document in it; the message says why, `remedy` what to do."""

    def __init__(self, what: str, remedy: str = SAVE_AS_WORD) -> None:
        super().__init__(what)
        self.remedy = remedy


@contextmanager
def damage_told(shown_as: str) -> Iterator[None]:
    """Read a Word file by the name that messages use; what cannot be read of it raises UnreadableDraft."""
    try:
        yield
    except (NotAWordFile, etree.XMLSyntaxError, RecursionError) as error:
        raise UnreadableDraft([Problem(Place(shown_as), *(format_by_name(shown_as) or damage(error)))]) from error


def open_package(data: bytes, *, shown_as: str) -> "Package":
    """Open a Word file by the name that messages use; raises UnreadableDraft."""
    with damage_told(shown_as):
        return Package.from_bytes(data)


def damage(error: Exception) -> tuple[str, str]:
    """Return what is wrong with a file that cannot be read, and what to do."""
    match error:
        case NotAWordFile():
            return str(error), error.remedy
        case HostilePart():
            return str(error), LEAVE_CLOSED
        case etree.XMLSyntaxError(code=code) if code != etree.ErrorTypes.ERR_RESOURCE_LIMIT:
            return (
                "A part of it is damaged.",
                f"{ASK_AGAIN} Or open it in Word, and if Word can mend it, save it again.",
            )
        case _:
            return "A part of it is made as no program for letters makes it.", LEAVE_CLOSED


@dataclass(slots=True)
class Package:
    """The parts of a Word file by name, in the order of the zip."""

    parts: dict[str, bytes]

    @classmethod
    def from_bytes(cls, data: bytes) -> "Package":
        """Open a package; raises NotAWordFile."""
        try:
            parts = unpack(data)
        except CannotUnpack as error:
            raise NotAWordFile(str(error), error.remedy) from error
        package = cls(in_transitional(parts))
        if CONTENT_TYPES not in parts or package.document_name() not in parts:
            raise NotAWordFile("It is a zip file without a Word document in it.", ASK_FOR_WORD)
        return package

    def to_bytes(self) -> bytes:
        """Return the zip; the same parts always give the same bytes."""
        return pack(self.parts)

    def digest(self) -> str:
        """Return the SHA-256 of everything but the draft record, whatever the order of the parts."""
        total = hashlib.sha256()
        for name in sorted(set(self.parts) - {RECORD_PART}):
            total.update(name.encode() + b"\0" + hashlib.sha256(self.parts[name]).digest())
        return total.hexdigest()

    def document_name(self) -> str:
        """Return the name of the main document part, or the empty string."""
        return self.related("", "officeDocument") or ""

    def related(self, part: str, kind: str) -> str | None:
        """Return the part to which `part` (the package itself if empty) has a relationship of this kind."""
        return next(iter(self.all_related(part, kind)), None)

    def all_related(self, part: str, kind: str) -> list[str]:
        """Return every part to which `part` has a relationship of this kind, in order."""
        return [target for found, target in self.relationships(part) if found.endswith(f"/{kind}")]

    def relationships(self, part: str) -> list[tuple[str, str]]:
        """Return the type and the target of each relationship inside the package that `part` has."""
        data = self.parts.get(relationships_name(part))
        found = _relationships_inside(part, data) if data is not None else ()
        if all(target in self.parts for _, target in found):
            return list(found)
        known = self.by_small_letters()
        return [(kind, target if target in self.parts else known.get(target.lower(), target)) for kind, target in found]

    def by_small_letters(self) -> dict[str, str]:
        """Return the parts by their names in small letters: names go without regard to case (part 2, 6.2.2.3)."""
        return {name.lower(): name for name in reversed(self.parts)}

    def relationship_ids(self, part: str) -> frozenset[str]:
        """Return the ids of all relationships that `part` has."""
        data = self.parts.get(relationships_name(part))
        return _ids_in(data) if data is not None else frozenset()

    def content_types(self) -> dict[str, str]:
        """Return what each part is, for those of which it is said, by name or by extension (part 2, 6.2.3)."""
        said = dict(self.told_types())
        entries = {part: said.get(f"/{part}".lower(), said.get(f".{extension_of(part)}")) for part in self.parts}
        return {part: kind for part, kind in entries.items() if kind is not None}

    def told_types(self) -> tuple[tuple[str, str], ...]:
        """Return what the package says that its parts are: `/name` or `.extension`, in small letters, and the type."""
        return _types_in(self.parts[CONTENT_TYPES])

    def elsewhere(self) -> dict[str, list[str]]:
        """Return the places from which the file wants a template, a picture ...; nothing is ever fetched."""
        wanted: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for name in (name for name in self.parts if name.endswith(".rels")):
            for kind, target, mode in _relationships_in(self.parts[name]):
                if mode == EXTERNAL and kind.rpartition("/")[2] in FROM_ELSEWHERE:
                    wanted[FROM_ELSEWHERE[kind.rpartition("/")[2]]][target] = None
        return {what: list(places) for what, places in wanted.items()}

    def draft_records(self) -> Iterator[tuple[str, etree._Element]]:
        """Go through the draft records, by the part they are in, wherever another program has put them."""
        for name, data in self.parts.items():
            if RECORD_NAMESPACE.encode() in data and name.endswith(".xml"):
                with suppress(etree.XMLSyntaxError):
                    root = parse_xml(data)
                    if root.tag == f"{{{RECORD_NAMESPACE}}}record":
                        yield name, root

    def xml(self, part: str | None) -> etree._Element | None:
        """Return a part parsed, or None if there is no such part."""
        return parse_xml(self.parts[part]) if part is not None and part in self.parts else None

    def add(self, part: str, data: bytes, content_type: str, *, related_to: str, kind: str) -> str:
        """Add a part and a relationship to it; return the relationship's id."""
        self.parts[part] = data
        types = parse_xml(self.parts[CONTENT_TYPES])
        extension = part.rpartition(".")[2]
        known = any(entry.get("PartName") == f"/{part}" for entry in types)
        by_extension = extension != "xml" and any(entry.get("Extension", "").lower() == extension for entry in types)
        if not known and not by_extension:
            override = etree.SubElement(types, f"{TYPES_NAMESPACE}Override")
            override.set("PartName", f"/{part}")
            override.set("ContentType", content_type)
        self.parts[CONTENT_TYPES] = to_xml(types)
        return self._relate(related_to, part, kind)

    def _relate(self, source: str, target: str, kind: str) -> str:
        name = relationships_name(source)
        root = (
            parse_xml(self.parts[name])
            if name in self.parts
            else etree.Element(f"{RELS_NAMESPACE}Relationships", nsmap={None: RELS_NAMESPACE[1:-1]})
        )
        taken = {entry.get("Id") for entry in root}
        new_id = next(f"rId{number}" for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
        relationship = etree.SubElement(root, f"{RELS_NAMESPACE}Relationship")
        relationship.set("Id", new_id)
        relationship.set("Type", RELATIONSHIP_TYPE + kind)
        relationship.set("Target", posixpath.relpath(target, posixpath.dirname(source) or "."))
        self.parts[name] = to_xml(root)
        return new_id


def relationships_name(part: str) -> str:
    """Return the name of the part that holds the relationships of `part`."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def is_part_name(name: str) -> bool:
    """Tell whether a file in a zip can be a part: its name leads nowhere else and can be shown (part 2, 6.2.2)."""
    return len(name) <= LONGEST_PART_NAME and PART_NAME.fullmatch(name) is not None


def extension_of(part: str) -> str:
    """Return what follows the last dot of a part's name, in small letters."""
    return posixpath.basename(part).rpartition(".")[2].lower()


def owner_of(relationships: str) -> str:
    """Return the name of the part whose relationships a part holds."""
    folder, name = posixpath.split(relationships)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


@lru_cache(maxsize=32)
def _relationships_in(data: bytes) -> tuple[tuple[str, str, str], ...]:
    """Return the type, target and mode of each relationship in a part; those of a letterhead are read once."""
    return tuple((one.get("Type", ""), one.get("Target", ""), one.get("TargetMode", "")) for one in parse_xml(data))


@lru_cache(maxsize=32)
def _relationships_inside(part: str, data: bytes) -> tuple[tuple[str, str], ...]:
    told = _relationships_in(data)
    return tuple((kind, resolved(part, target)) for kind, target, mode in told if mode != EXTERNAL)


@lru_cache(maxsize=8)
def _types_in(data: bytes) -> tuple[tuple[str, str], ...]:
    entries = (
        (one.get("PartName") or f".{one.get('Extension')}", one.get("ContentType", "")) for one in parse_xml(data)
    )
    return tuple((name.lower(), kind) for name, kind in entries)


@lru_cache(maxsize=32)
def _ids_in(data: bytes) -> frozenset[str]:
    return frozenset(one.get("Id", "") for one in parse_xml(data))


def resolved(source: str, target: str) -> str:
    """Return the name of the part that a relationship of `source` leads to."""
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), target))
