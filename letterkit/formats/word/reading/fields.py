"""What fields show: their results, or what Word makes of their instruction alone (ECMA-376 part 1, 17.16)."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from unicodedata import category

from lxml import etree

from letterkit.formats.word.elements import is_on, value_of
from letterkit.formats.word.namespaces import w
from letterkit.formats.word.reading.numerals import numeral
from letterkit.language import INSTEAD

VOLATILE_FIELDS = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES"))
CHANGING_FIELDS = frozenset(("DATE", "TIME"))
"""Those that show another day, or time, whenever the file is opened."""
BUTTONS = frozenset(("MACROBUTTON", "GOTOBUTTON"))
SHOWN_WITHOUT_RESULT = {
    "EQ": "an equation in a field",
    "AUTONUM": "an automatic number",
    "AUTONUMLGL": "an automatic number",
    "AUTONUMOUT": "an automatic number",
    "DISPLAYBARCODE": "a barcode",
}
VOLATILE, LONGEST_FIELD = "#", 500
LISTNUM_LEVELS = (
    ("decimal", "{})"), ("lowerLetter", "{})"), ("lowerRoman", "{})"), ("decimal", "({})"), ("lowerLetter", "({})"),
    ("lowerRoman", "({})"), ("decimal", "{}."), ("lowerLetter", "{}."), ("lowerRoman", "{}."),
)  # fmt: skip
"""How LISTNUM writes the numbers of its nine levels (17.16.5.32)."""
SWITCHES = {"LISTNUM": re.compile(r"(?i)\\l ?(?P<level>[1-9])|\\s ?(?P<start>\d{1,4})")}
SYMBOL_FIELD = re.compile(r"(?i)SYMBOL (?P<number>0x[0-9a-f]{1,4}|\d{1,5})(?P<switches>.*)")
SYMBOL_FONTS = re.compile(r'(?i)\\f "?(?:symbol|wingdings|webdings|marlett|zapf)')


@dataclass(slots=True)
class Field:
    """A field that has begun: its instruction, its form data, whether its result has begun, and what that shows.

    `in_silent` tells that it stands in a part of another that shows nothing.
    """

    instruction: str = ""
    data: etree._Element | None = None
    shows_result: bool = False
    in_silent: bool = False
    shown: bool = False

    def add(self, instruction: str) -> None:
        """Take note of more of its instruction."""
        self.instruction = (self.instruction + instruction).lstrip()[:LONGEST_FIELD]

    @property
    def name(self) -> str:
        """The first word of its instruction, in capitals."""
        return next(iter(self.instruction.split()), "").upper()

    @property
    def volatile(self) -> bool:
        """Tell whether what it shows says nothing: the number of a page."""
        return self.name in VOLATILE_FIELDS

    @property
    def changing(self) -> bool:
        """Tell whether it shows something else whenever the file is opened."""
        return self.name in CHANGING_FIELDS

    @property
    def silent(self) -> bool:
        """Tell whether text in it now is none of the letter's."""
        return self.in_silent or not self.shows_result or self.volatile


@dataclass(slots=True)
class FieldReader:
    """Reads what fields show that have no result in the file; LISTNUM counts on from one to the next."""

    counts: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0] * len(LISTNUM_LEVELS)))

    def shown_by(self, one: Field) -> tuple[str, str | None]:
        """Return what a field without a result shows, and what of it cannot be read."""
        words = one.instruction.split(maxsplit=2)
        match one.name:
            case name if name in VOLATILE_FIELDS:
                return VOLATILE, None
            case name if name in BUTTONS:
                return (words[2].rstrip() if len(words) > 2 else ""), None  # noqa: PLR2004 - name, macro, text
            case "FORMDROPDOWN":
                return _chosen(one.data), None
            case "FORMCHECKBOX":
                return ("\N{BALLOT BOX WITH X}" if _is_checked(one.data) else "\N{BALLOT BOX}"), None
            case "SYMBOL":
                return _symbol(one.instruction)
            case "LISTNUM":
                return self._list_number(one.instruction), None
            case name:
                return "", SHOWN_WITHOUT_RESULT.get(name)

    def _list_number(self, instruction: str) -> str:
        words = instruction.split()
        name = words[1].strip('"') if len(words) > 1 and not words[1].startswith("\\") else ""
        told = {
            kind: int(found[kind])
            for found in SWITCHES["LISTNUM"].finditer(instruction)
            for kind in ("level", "start")
            if found[kind]
        }
        level = told.get("level", 1) - 1
        counts = self.counts[name.lower()]
        counts[level] = told.get("start", counts[level] + 1)
        counts[level + 1 :] = [0] * (len(counts) - level - 1)
        style, form = LISTNUM_LEVELS[level]
        return form.format(numeral(counts[level], style))


def _chosen(data: etree._Element | None) -> str:
    """Return the chosen entry of a drop-down field, the first if none is (17.16.9)."""
    choices = data.find(w("ddList")) if data is not None else None
    if choices is None:
        return ""
    entries = [entry.get(w("val"), "") for entry in choices.findall(w("listEntry"))]
    chosen = value_of(choices, "result") or value_of(choices, "default") or "0"
    return entries[int(chosen)] if chosen.isdecimal() and int(chosen) < len(entries) else ""


def _is_checked(data: etree._Element | None) -> bool:
    box = data.find(w("checkBox")) if data is not None else None
    if box is None:
        return False
    return is_on(box, "checked") if box.find(w("checked")) is not None else is_on(box, "default")


def _symbol(instruction: str) -> tuple[str, str | None]:
    """Return the character of a SYMBOL field (17.16.5.62); that of a symbol font only its font knows."""
    found = SYMBOL_FIELD.match(instruction)
    if found is None:
        return "", None
    number, switches = int(found["number"], 0), found["switches"]
    if SYMBOL_FONTS.search(switches):
        return INSTEAD, "a symbol of a symbol font"
    in_ansi = number < 256 and "\\u" not in switches.lower()  # noqa: PLR2004 - one byte
    character = bytes([number]).decode("cp1252", errors="ignore") if in_ansi else chr(number)
    return (character, None) if character and not category(character).startswith("C") else (INSTEAD, "a symbol")
