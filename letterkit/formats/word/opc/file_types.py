"""What a file is that is no Word file (.docx), by how it begins or by what a zip holds, and what to do with it."""

import re
from collections.abc import Collection, Mapping
from typing import NamedTuple

SAVE_AS_WORD = "Open it in Word and save it again as a Word document (.docx)."
ASK_AGAIN = "Ask whoever sent it to send it again."
ASK_FOR_WORD = "Ask for the Word document (.docx) that it was made from."
LEAVE_CLOSED = "Do not open it; ask whoever sent it for another copy."
OPEN_ELSEWHERE = "Open it in LibreOffice or Word, and save it as a Word document (.docx)."
TAKE_OUT = "Take the letter out of it, and name the letter."
UNPROTECT = (
    "Open it in Word with the password, take the password off under File > Info > Protect Document, and save it."
)


class OtherFormat(NamedTuple):
    """What a file is instead, in a sentence, and what to do."""

    what: str
    remedy: str


PICTURE = OtherFormat("It is a picture.", ASK_FOR_WORD)
ARCHIVE = OtherFormat("It is an archive, in which other files are packed.", TAKE_OUT)
WEB_PAGE = OtherFormat("It is a web page.", ASK_FOR_WORD)
WORD_XML = OtherFormat("It is a Word document saved as XML.", SAVE_AS_WORD)
MAIL = OtherFormat("It is an e-mail.", "Save the letter that is attached to it, and name the letter.")
SHORTCUT = OtherFormat("It is a shortcut to another file.", "Name the file that it leads to.")
PROTECTED = OtherFormat("It is protected with a password.", UNPROTECT)
OLD_WORD = OtherFormat("It is in the old Word format (.doc).", SAVE_AS_WORD)
EXCEL = OtherFormat("It is an Excel workbook.", "Ask for the letter as a Word document (.docx).")
POWERPOINT = OtherFormat("It is a PowerPoint presentation.", "Ask for the letter as a Word document (.docx).")
LOCK = OtherFormat(
    "It is the mark by which Word says that somebody has the letter open, not the letter.", "Name the letter itself."
)

OLE = b"\xd0\xcf\x11\xe0"
IN_OLE = {
    "EncryptedPackage": PROTECTED,
    "WordDocument": OLD_WORD,
    "Workbook": EXCEL,
    "PowerPoint Document": POWERPOINT,
    "__substg1.0_": MAIL,
}
"""The streams by which programs are known that kept their files in OLE containers ([MS-CFB])."""
BEGINNINGS: tuple[tuple[bytes, OtherFormat], ...] = (
    (b"{\\rtf", OtherFormat("It is Rich Text (.rtf).", SAVE_AS_WORD)),
    (b"%pdf", OtherFormat("It is a PDF, which letterkit cannot read.", ASK_FOR_WORD)),
    *((start, PICTURE) for start in (b"\x89png", b"\xff\xd8\xff", b"gif8", b"ii*\0", b"mm\0*", b"riff")),
    *((start, ARCHIVE) for start in (b"7z\xbc\xaf", b"\x1f\x8b", b"rar!", b"bzh", b"\xfd7zxz")),
    *((start, WEB_PAGE) for start in (b"<!doctype html", b"<html", b"<head", b"<body", b"<meta")),
    *((start, WORD_XML) for start in (b"<w:worddocument", b"<pkg:package", b"<?mso-application")),
    *((start, SHORTCUT) for start in (b"l\0\0\0\x01\x14\x02\0", b"[internetshortcut]")),
)
"""How other files begin, in small letters."""
BEFORE_TEXT = re.compile(rb"\A(?:\xef\xbb\xbf|\s)*(?:<\?xml\b[^>]*>\s*)?(?:<!--.*?-->\s*)*", re.DOTALL)
PHONE_PICTURE = re.compile(rb".{4}ftyp", re.DOTALL)
MAIL_HEADER = re.compile(rb"[a-z-]+:.*^(?:mime-version|subject|message-id):|mime-version:", re.DOTALL | re.MULTILINE)
SINGLE_FILE_PAGE = b"multipart/related"
HEAD = 4_000
LONGEST_NAME = 100


def format_of(data: bytes) -> OtherFormat | None:
    """Return what bytes are that are neither a zip nor anything unknown."""
    if data.startswith(OLE):
        return next((known for name, known in IN_OLE.items() if name.encode("utf-16-le") in data), OLD_WORD)
    if PHONE_PICTURE.match(data):
        return PICTURE
    head = data[:HEAD].lower()
    text = BEFORE_TEXT.sub(b"", head, count=1)
    found = next((known for start, known in BEGINNINGS if head.startswith(start) or text.startswith(start)), None)
    if found is None and MAIL_HEADER.match(text):
        return WEB_PAGE if SINGLE_FILE_PAGE in text else MAIL
    return found


def format_of_zip(files: Mapping[str, bytes]) -> OtherFormat | None:
    """Return what a zip is by the files in it, unless it may be a Word file."""
    kind = files.get("mimetype", b"")
    if kind.startswith(b"application/vnd.oasis"):
        return OtherFormat("It is an OpenDocument file (.odt).", OPEN_ELSEWHERE)
    if kind.startswith(b"application/epub"):
        return OtherFormat("It is an e-book (.epub).", ASK_FOR_WORD)
    folders = {name.partition("/")[0] for name in files}
    if "word" not in folders and folders & {"xl", "ppt"}:
        return EXCEL if "xl" in folders else POWERPOINT
    return _around_a_letter(files)


def _around_a_letter(names: Collection[str]) -> OtherFormat | None:
    letters = [name for name in names if name.lower().endswith(".docx")]
    if not letters or "[Content_Types].xml" in names:
        return None
    return OtherFormat(f"It is a zip file with a Word document in it, {shortened(letters[0])}.", TAKE_OUT)


def shortened(name: str) -> str:
    """Return a name as it goes into a sentence, on one line."""
    return " ".join(name.split())[:LONGEST_NAME]


EVIDENCE_ENDINGS = (".yaml", ".yml")


def format_by_name(name: str) -> OtherFormat | None:
    """Return what a file is that no program keeps a letter in, by its name alone."""
    if name.lower().endswith(EVIDENCE_ENDINGS):
        report = name.rpartition("/")[2].rpartition(".")[0]
        return OtherFormat("It is a file of evidence, and no letter.", f"Did you mean the report '{report}'?")
    return LOCK if name.startswith("~$") else None
