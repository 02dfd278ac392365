"""Paragraphs in WordprocessingML, and how they are read."""

import re

from letterkit.formats.word.namespaces import READ_NAMESPACES
from letterkit.formats.word.reading import read_draft
from letterkit.letter import Revision
from tests.builders import letter, paragraph, parts, word_file, zipped
from tests.edits import AUTHOR, WHEN

NAMES = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in READ_NAMESPACES.items())
OFFICER = Revision(AUTHOR, WHEN)


def manuscript(xml, others=()):
    """The manuscript of a letter whose one paragraph holds this."""
    data = parts(word_file(letter(paragraph("TEXT"))))
    document = data["word/document.xml"].decode()
    document = re.sub(r'<w:r><w:t xml:space="preserve">TEXT</w:t></w:r>', lambda _: xml, document)
    document = document.replace("<w:document ", f"<w:document {NAMES} ", 1) if "xmlns:m=" not in document else document
    data["word/document.xml"] = _with_each_name_once(document).encode()
    return read_draft(zipped({**data, **dict(others)}), shown_as="draft.docx").manuscript


def _with_each_name_once(document):
    head, rest = document.split(">", 2)[1], document
    names = re.findall(r'xmlns:\w+="[^"]*"', head)
    for name in {name for name in names if names.count(name) > 1}:
        rest = rest.replace(name, "", 1)
    return rest


def run(text, properties=""):
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'
