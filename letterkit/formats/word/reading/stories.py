"""What stands outside the body of a Word file: footnotes, endnotes, headers and footers."""

from collections.abc import Iterator

from lxml import etree

from letterkit.formats.word.elements import paragraphs_of
from letterkit.formats.word.namespaces import w
from letterkit.formats.word.opc import Package
from letterkit.formats.word.reading.runs import BOUND, TextReader
from letterkit.letter import Line, Story


def notes_and_margins(package: Package, document: str, reader: TextReader) -> Iterator[Line]:
    """Go through the lines of the notes, then of the headers and footers."""
    for part in (Story.FOOTNOTE, Story.ENDNOTE):
        root = package.xml(package.related(document, f"{part}s"))
        notes = [note for note in (root if root is not None else ()) if note.tag == w(part) and not note.get(w("type"))]
        for number, note in enumerate(notes, start=1):
            yield from _lines(note, part, f"{part} {number}", reader)
    yield from margins(package, document, reader)


def margins(package: Package, document: str, reader: TextReader) -> Iterator[Line]:
    """Go through the lines of the headers and footers."""
    for part in (Story.HEADER, Story.FOOTER):
        for name in dict.fromkeys(package.all_related(document, part)):
            root = package.xml(name)
            if root is not None:
                yield from _lines(root, part, f"the {part}", reader)


def _lines(container: etree._Element, part: Story, place: str, reader: TextReader) -> Iterator[Line]:
    reader.begin_part(container)
    unread = len(reader.unread)
    for paragraph in paragraphs_of(container):
        yield reader.line(paragraph, part, place)
        while reader.boxes:
            box, state = reader.boxes.popleft()
            for inner in paragraphs_of(box):
                yield reader.line(inner, part, place, state=state)
    reader.unread.extend([BOUND] * sum(reader.bound.values()))
    reader.unread[unread:] = [f"{what} in {place}" for what in reader.unread[unread:]]
