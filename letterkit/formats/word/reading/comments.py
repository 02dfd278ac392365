"""The comments of a Word file: who said what, in answer to what, and whether it is settled."""

from collections.abc import Iterable, Iterator

from lxml import etree

from letterkit.formats.word.namespaces import qualified, w
from letterkit.formats.word.opc import Package
from letterkit.formats.word.reading.runs import TextReader
from letterkit.letter import Comment, Line, Story

SETTLED = ("1", "true", "on")
LONGEST_ANCHOR = 2_000


def read_comments(package: Package, document: str, lines: Iterable[Line]) -> tuple[Comment, ...]:
    """Read all comments, in the order of the file; their anchors are looked for in the lines."""
    root = package.xml(package.related(document, "comments"))
    if root is None:
        return ()
    anchors, places = _anchors(lines)
    extended = _extended(package.xml(package.related(document, "commentsExtended")))
    by_paragraph = {
        paragraph.get(qualified("w14:paraId"), ""): comment.get(w("id"), "")
        for comment in root.iter(w("comment"))
        for paragraph in comment.iter(w("p"))
    }
    return tuple(_comments(root, extended, by_paragraph, anchors, places))


def _comments(
    root: etree._Element,
    extended: dict[str, tuple[bool, str]],
    by_paragraph: dict[str, str],
    anchors: dict[str, str],
    places: dict[str, str],
) -> Iterator[Comment]:
    for comment in root.iter(w("comment")):
        number = comment.get(w("id"), "")
        paragraphs = list(comment.iter(w("p")))
        reader = TextReader()
        text = "\n".join(reader.line(paragraph, Story.BODY, "").text for paragraph in paragraphs)
        paragraph_id = paragraphs[-1].get(qualified("w14:paraId"), "") if paragraphs else ""
        settled, parent = extended.get(paragraph_id, (False, ""))
        yield Comment(
            id=number,
            author=comment.get(w("author"), ""),
            date=comment.get(w("date"), ""),
            text=text.strip(),
            resolved=settled,
            parent=by_paragraph.get(parent) if parent else None,
            anchor=anchors.get(number, ""),
            place=places.get(number, ""),
        )


def _extended(root: etree._Element | None) -> dict[str, tuple[bool, str]]:
    """Return, for each comment's last paragraph, whether it is settled and the paragraph it replies to."""
    return {
        entry.get(qualified("w15:paraId"), ""): (
            entry.get(qualified("w15:done"), "0") in SETTLED,
            entry.get(qualified("w15:paraIdParent"), ""),
        )
        for entry in (root if root is not None else ())
    }


def _anchors(lines: Iterable[Line]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the text that each comment stands on, of long ones the beginning, and its place."""
    anchors: dict[str, str] = {}
    places: dict[str, str] = {}
    for line in lines:
        for piece in line.pieces:
            for comment in piece.comments:
                before = anchors.get(comment, "")
                if len(before) < LONGEST_ANCHOR:
                    anchors[comment] = before + (piece.text if piece.stands else "")
                places.setdefault(comment, line.place)
        for comment in line.comments:
            anchors.setdefault(comment, line.text)
            places.setdefault(comment, line.place)
    return anchors, places
