"""YAML read as it was typed, with the place of every key and value.

Every scalar comes back as the text that stands in the file (`0123`, `no` and `2023-10` included); the
field it belongs to decides what it means. Anchors, aliases, merge keys, tags and directives are refused:
evidence says each thing where it is read.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, NoReturn

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from letterkit.errors import MOST_TOLD, EvidenceError, Place, Problem
from letterkit.evidence.yaml_messages import UNKNOWN, fault_of
from letterkit.files import read_whole
from letterkit.language import LIGATURE, LIGATURES, NOT_IN_LETTERS, composed, shown, told

KeyPath = tuple[str | int, ...]
Node = Any

MOST_LEVELS = 32
MOST_BYTES = 4_000_000
MOST_NODES = 200_000
SAVE_AS_UTF_8 = "Save it again with the encoding UTF-8."
CARRIAGE_RETURN = re.compile("\r")
CUT_OFF = re.compile(r"[ \t]+#(?=\S)")
NULLS = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(slots=True)
class LocatedYaml:
    """The content of one file: text, None, tuples and dicts, and where each stands.

    Paths are tuples of keys and indices from the top; `keys` has the places of mapping keys,
    `values` of everything else. `digest` is the SHA-256 of the file.
    """

    file: str
    content: Node = None
    digest: str = ""
    keys: dict[KeyPath, Place] = field(default_factory=dict)
    values: dict[KeyPath, Place] = field(default_factory=dict)

    def place_of(self, path: KeyPath, *, key: bool = False) -> Place:
        """Return the place of a path, or of its nearest parent that is in the file."""
        if key and path in self.keys:
            return self.keys[path]
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, Place(self.file, 1, 1))


def load(path: Path, *, shown_as: str) -> LocatedYaml:
    """Read a YAML file.

    `shown_as` is the name that messages use. Raises EvidenceError with every problem found.
    """
    try:
        data = read_whole(path, most=MOST_BYTES)
        if b"\0" in data:  # no byte of text in UTF-8; every second one of plain text in UTF-16
            _refuse(Place(shown_as, 1), "The file is UTF-16 or UTF-32 text, or no text.", SAVE_AS_UTF_8)
        text = composed(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        _refuse(Place(shown_as, _line_of_byte(error.object, error.start)), "The file is not UTF-8 text.", SAVE_AS_UTF_8)
    except OSError as error:
        _refuse(Place(shown_as), f"The file cannot be read: {error.strerror}.", "Check that it exists and opens.")
    located = parse(text, shown_as=shown_as)
    located.digest = hashlib.sha256(data).hexdigest()
    return located


def parse(text: str, *, shown_as: str) -> LocatedYaml:
    """Read YAML text; see `load`."""
    _check_characters(text, shown_as)
    _check_ligatures(text, shown_as)
    try:
        return _Builder(shown_as, text.splitlines()).build(YAML(typ="safe").parse(text))
    except MarkedYAMLError as error:
        fault = fault_of(error.context, error.problem)
        mark = (error.context_mark if fault.at_start else None) or error.problem_mark or error.context_mark
        place = Place(shown_as, mark.line + 1, mark.column + 1) if mark else Place(shown_as)
        _refuse(place, fault.what, fault.remedy)
    except YAMLError:
        _refuse(Place(shown_as), UNKNOWN.what, UNKNOWN.remedy)


class _Builder:
    """Turns YAML events into content and places, keeping the problems met on the way."""

    def __init__(self, file: str, lines: Sequence[str]) -> None:
        self.result = LocatedYaml(file)
        self.lines = lines
        self.problems: list[Problem] = []

    def build(self, events: Iterator[Event]) -> LocatedYaml:
        documents = 0
        self.result.values[()] = Place(self.result.file, 1, 1)
        for event in events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._report(
                        event, "A second document starts here.", "Keep one document in each file: take out the '---'."
                    )
                    break
                if event.version or event.tags:
                    self._report(
                        event, "The file begins with a YAML directive.", "Take the line that starts with % out."
                    )
            elif isinstance(event, ScalarEvent | MappingStartEvent | SequenceStartEvent | AliasEvent):
                self.result.content = self._node(event, events, ())
        if self.problems:
            raise EvidenceError(self.problems)
        return self.result

    def _node(self, event: Any, events: Iterator[Event], path: KeyPath) -> Node:
        place = self._place(event)
        self.result.values[path] = place
        if len(self.result.values) > MOST_NODES:
            _refuse(place, f"The file has more than {MOST_NODES:,} values.", "Evidence has far fewer: check it.")
        if isinstance(event, AliasEvent):
            self._report(event, f"'*{event.anchor}' repeats another value.", "Write the value out here.")
            return None
        if event.anchor is not None:
            self._report(
                event, f"'&{event.anchor}' is a YAML anchor.", "Take it out and write values where they are used."
            )
        self._refuse_tag(event)
        if len(path) > MOST_LEVELS:
            _refuse(
                place,
                f"The file is nested deeper than {MOST_LEVELS} levels.",
                "Evidence has only a few levels: check it.",
            )
        if isinstance(event, ScalarEvent):
            self._check_scalar(event)
            plain = event.style in (None, "")
            if plain:
                self._check_nothing_is_cut_off(event, path)
            return None if plain and event.value in NULLS else event.value
        if isinstance(event, SequenceStartEvent):
            return self._sequence(events, path)
        return self._mapping(events, path)

    def _sequence(self, events: Iterator[Event], path: KeyPath) -> tuple[Node, ...]:
        items: list[Node] = []
        for event in events:
            if isinstance(event, SequenceEndEvent):
                break
            items.append(self._node(event, events, (*path, len(items))))
        return tuple(items)

    def _mapping(self, events: Iterator[Event], path: KeyPath) -> dict[str, Node]:
        mapping: dict[str, Node] = {}
        for event in events:
            if isinstance(event, MappingEndEvent):
                break
            key = self._key(event, events, path)
            if key in mapping:
                first = self.result.keys[(*path, key)]
                self._report(
                    event,
                    f"'{shown(key)}' stands here a second time (first in line {first.line}).",
                    "Keep one of them.",
                )
            self.result.keys[(*path, key)] = self._place(event)
            mapping[key] = self._node(next(events), events, (*path, key))
        return mapping

    def _key(self, event: Event, events: Iterator[Event], path: KeyPath) -> str:
        if isinstance(event, ScalarEvent):
            if event.value == "<<" and event.style in (None, ""):
                self._report(event, "'<<' merges another mapping.", "Write its lines out here.")
            if event.anchor is not None:
                self._report(event, f"'&{event.anchor}' is a YAML anchor.", "Take it out.")
            self._refuse_tag(event)
            self._check_scalar(event)
            return str(event.value)
        self._report(event, "A key must be a word.", "Write the key as plain text before the colon.")
        self._node(event, events, (*path, ""))
        return ""

    def _refuse_tag(self, event: Any) -> None:
        if event.tag is not None:
            self._report(event, f"'{event.tag}' is a YAML tag.", "Take it out: letterkit knows the type of each field.")

    def _check_scalar(self, event: Any) -> None:
        """Refuse what an escape in quotation marks smuggles in."""
        found = NOT_IN_LETTERS.search(event.value) or CARRIAGE_RETURN.search(event.value)
        if found:
            self._report(event, f"The character {told(found[0])} cannot stand in a letter.", "Take its escape out.")

    def _check_nothing_is_cut_off(self, event: Any, path: KeyPath) -> None:
        """Refuse 'item #3', of which YAML takes the end for a comment, also at the beginning of a second line.

        A comment has a blank after its #, or stands no further in than the key or dash of the text before it.
        """
        line, column = event.end_mark.line, event.end_mark.column
        rest = self.lines[line][column:] if line < len(self.lines) else ""
        cut = CUT_OFF.match(rest)
        if event.value and not rest.strip():
            line = next((below for below in range(line + 1, len(self.lines)) if self.lines[below].strip()), line)
            column, rest = 0, self.lines[line] if line > event.end_mark.line else ""
            cut = CUT_OFF.match(rest)
            own = self.result.keys[path].column if path in self.result.keys else event.start_mark.column - 1
            cut = cut if cut and cut.end() > (own or 0) else None
        if cut:
            place = Place(self.result.file, line + 1, column + cut.end())
            what = f"YAML leaves out '{shown(rest[cut.end() - 1 :].strip())}' as a comment."
            self.problems.append(Problem(place, what, "Put the whole text in quotation marks, or a blank after the #."))

    def _place(self, event: Event) -> Place:
        return Place(self.result.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def _report(self, event: Event, what: str, remedy: str) -> None:
        self.problems.append(Problem(self._place(event), what, remedy))


def _check_characters(text: str, shown_as: str) -> None:
    """Refuse what XML 1.0 cannot carry, and so no Word file can (XML 1.0, production 2)."""
    if not NOT_IN_LETTERS.search(text):
        return
    problems = (
        Problem(
            Place(shown_as, number, found.start() + 1),
            f"The character {told(found[0])} cannot stand in a letter.",
            "Delete it; it often comes along with text pasted from another program.",
        )
        for number, line in enumerate(text.split("\n"), start=1)
        for found in NOT_IN_LETTERS.finditer(line)
    )
    raise EvidenceError(list(islice(problems, MOST_TOLD + 1)))


def _check_ligatures(text: str, shown_as: str) -> None:
    """Refuse letters in one, which come along from a PDF and which nobody finds by searching."""
    problems = [
        Problem(
            Place(shown_as, number, found.start() + 1),
            f"'{found[0]}' is one character here, as in text copied from a PDF.",
            f"Type the letters {' '.join(LIGATURES[found[0]])}.",
        )
        for number, line in enumerate(text.split("\n"), start=1)
        for found in LIGATURE.finditer(line)
    ]
    if problems:
        raise EvidenceError(problems[: MOST_TOLD + 1])


def _line_of_byte(data: Any, offset: int) -> int:
    return bytes(data[:offset]).count(b"\n") + 1


def _refuse(place: Place, what: str, remedy: str) -> NoReturn:
    raise EvidenceError([Problem(place, what, remedy)])
