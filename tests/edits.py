"""What colleagues do to a draft, in the shape in which Word writes it."""

import re
from copy import deepcopy

from lxml import etree

from letterkit.formats.word.namespaces import qualified, w
from letterkit.formats.word.opc import Package, to_xml

AUTHOR, WHEN = "Policy officer", "2026-11-20T10:00:00Z"
COMMENTS = "word/comments.xml"
COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
EXTENDED_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"
TEXT_BOX = """<w:r xmlns:w="{w}" xmlns:mc="{mc}" xmlns:v="urn:schemas-microsoft-com:vml"><w:pict>
<v:shape style="width:100pt;height:20pt"><v:textbox><w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p>
</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"""


class EditedDraft:
    """A Word file under edit; every method is one thing that a person does."""

    def __init__(self, data: bytes) -> None:
        self.package = Package.from_bytes(data)
        self.document = self.package.document_name()
        self.root = self.package.xml(self.document)
        self.body = self.root.find(w("body"))
        self.revisions = 100

    def to_bytes(self) -> bytes:
        self.package.parts[self.document] = to_xml(self.root)
        return self.package.to_bytes()

    # values and words

    def replace(self, old: str, new: str, *, tracked: bool = False, within: str = "") -> None:
        """Type over words; the first that stand so, in a paragraph that holds `within`."""
        runs = self._runs_of(old, within)
        if not tracked:
            _set_text(runs[0], new)
            for run in runs[1:]:
                run.getparent().remove(run)
            return
        last = runs[-1]
        inserted = self._revision("ins")
        inserted.append(_copy(last, new))
        deletions = [self._delete_run(run) for run in runs]
        deletions[-1].addnext(inserted)

    def retype(self, old: str, new: str, *, tracked: bool = False) -> None:
        """Turn words into others as a person does, who leaves alone what stays: only what differs is typed."""
        before, after = re.findall(r"\S+\s*", old), re.findall(r"\S+\s*", new)
        head = next(
            (at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other),
            min(len(before), len(after)),
        )
        rest = min(len(before), len(after)) - head
        tail = next((at for at in range(rest) if before[-1 - at] != after[-1 - at]), rest)
        paragraph = next(found for found in self.body.iter(w("p")) if old in _text(found))
        start = _text(paragraph).index(old) + len("".join(before[:head]))
        gone, typed = "".join(before[head : len(before) - tail]), "".join(after[head : len(after) - tail])
        runs = _runs_at(paragraph, start, start + len(gone))
        anchor = _outermost(runs[-1]) if runs else _outermost(_runs_at(paragraph, max(0, start - 1), start)[-1])
        if typed:
            run = _run(typed)
            if tracked:
                wrapper = self._revision("ins")
                wrapper.append(run)
                run = wrapper
            inside = runs[-1].getparent() if runs else None
            if inside is not None and inside.tag == w("sdtContent"):
                runs[-1].addnext(run)
            else:
                anchor.addnext(run)
        for run in runs:
            if tracked:
                self._delete_run(run)
            else:
                parent = run.getparent()
                parent.remove(run)
                if parent.tag == w("sdtContent") and not len(parent):
                    parent.getparent().getparent().remove(parent.getparent())

    def delete(self, text: str, *, tracked: bool = False, within: str = "") -> None:
        for run in self._runs_of(text, within):
            if tracked:
                self._delete_run(run)
            else:
                parent = run.getparent()
                parent.remove(run)
                if parent.tag == w("sdtContent") and not len(parent):
                    parent.getparent().getparent().remove(parent.getparent())

    def insert_after(self, text: str, new: str, *, tracked: bool = False, within: str = "") -> None:
        """Type words after others, outside any control that these stand in."""
        last = _outermost(self._runs_of(text, within)[-1])
        run = _run(new)
        if tracked:
            wrapper = self._revision("ins")
            wrapper.append(run)
            run = wrapper
        last.addnext(run)

    def swap(self, one: str, other: str) -> None:
        """Type each of two values where the other stood."""
        first, second = self._runs_of(one), self._runs_of(other)
        for runs, text in ((first, other), (second, one)):
            _set_text(runs[0], text)
            for run in runs[1:]:
                run.getparent().remove(run)

    # paragraphs

    def add_paragraph(self, after: str, text: str, *, tracked: bool = False) -> None:
        paragraph = self.paragraph(after)
        added = etree.Element(w("p"))
        properties = deepcopy(paragraph.find(w("pPr")))
        added.append(properties)
        run = _run(text)
        if tracked:
            marks = etree.SubElement(properties, w("rPr"))
            marks.append(self._revision("ins"))
            wrapper = self._revision("ins")
            wrapper.append(run)
            run = wrapper
        added.append(run)
        paragraph.addnext(added)

    def delete_paragraph(self, holding: str, *, tracked: bool = False) -> None:
        paragraph = self.paragraph(holding)
        if not tracked:
            paragraph.getparent().remove(paragraph)
            return
        for run in list(paragraph.iter(w("r"))):
            self._delete_run(run)
        self._mark_end(paragraph, "del")

    def move_paragraph(self, holding: str, *, before: str, tracked: bool = False) -> None:
        paragraph, target = self.paragraph(holding), self.paragraph(before)
        if tracked:
            moved = deepcopy(paragraph)
            for control in list(moved.iter(w("sdt"))):  # Word keeps the control in the place moved to
                for name in ("tag", "alias"):
                    element = paragraph.find(
                        f".//{w(name)}[@{w('val')}='{control.find(f'.//{w(name)}').get(w('val'))}']"
                    )
                    element.getparent().remove(element)
            for run in list(paragraph.iter(w("r"))):
                self._wrap(run, "moveFrom")
            for run in list(moved.iter(w("r"))):
                self._wrap(run, "moveTo")
            self._mark_end(paragraph, "moveFrom")
            self._mark_end(moved, "moveTo")
            paragraph = moved
        target.addprevious(paragraph)

    def split_paragraph(self, before: str, *, tracked: bool = False) -> None:
        """Press Enter before some words."""
        run = _outermost(self._runs_of(before)[0])
        paragraph = run.getparent()
        second = etree.Element(w("p"))
        second.append(deepcopy(paragraph.find(w("pPr"))))
        for following in [run, *run.itersiblings()]:
            second.append(following)
        paragraph.addnext(second)
        if tracked:
            self._mark_end(paragraph, "ins")

    def join_paragraphs(self, first: str, *, tracked: bool = False) -> None:
        """Press Delete at the end of a paragraph."""
        paragraph = self.paragraph(first)
        if tracked:
            self._mark_end(paragraph, "del")
            return
        second = next(paragraph.itersiblings(w("p")))
        for element in list(second)[1:]:
            paragraph.append(element)
        second.getparent().remove(second)

    def copy_paragraph(self, holding: str, *, after: str) -> None:
        self.paragraph(after).addnext(deepcopy(self.paragraph(holding)))

    # what other programs and habits do

    def shatter_runs(self) -> None:
        """Split every run as Word does while people type, with revision ids, proofing marks and soft hyphens."""
        for count, run in enumerate(list(self.body.iter(w("r")))):
            text = _text(run)
            if len(run.findall(w("t"))) != 1 or len(text) < 3:
                continue
            cut = 1 + count % (len(text) - 1)
            second = _copy(run, text[cut:])
            _set_text(run, text[:cut])
            run.set(w("rsidR"), f"00{count:06X}")
            error = etree.Element(w("proofErr"), {w("type"): "spellStart"})
            run.addnext(error)
            error.addnext(second)

    def change_typography(self) -> None:
        """Straight quotation marks, plain hyphens, hard and double blanks, bold, a soft hyphen."""
        table = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "\N{NON-BREAKING HYPHEN}": "-"})
        for count, text in enumerate(self.body.iter(w("t"))):
            changed = (text.text or "").translate(table)
            changed = changed.replace(" ", "\N{NO-BREAK SPACE}", 1) if count % 3 == 0 else changed.replace(" ", "  ", 1)
            text.text = re.sub(r"\b(\w{5})(\w{5})", "\\1\N{SOFT HYPHEN}\\2", changed, count=1)
        for run in self.body.iter(w("r")):
            properties = run.find(w("rPr"))
            if properties is None:
                properties = etree.Element(w("rPr"))
                run.insert(0, properties)
            if properties.find(w("b")) is None:
                properties.insert(0, etree.Element(w("b")))

    def restyle(self, holding: str, style: str = "Heading2") -> None:
        self.paragraph(holding).find(f"{w('pPr')}/{w('pStyle')}").set(w("val"), style)

    def strip(self, *, keep_record: bool = False) -> None:
        """Take out every control, bookmark and, unless kept, the record, as other editors do."""
        for control in list(self.body.iter(w("sdt"))):
            parent, place = control.getparent(), control.getparent().index(control)
            for inner in reversed(list(control.find(w("sdtContent")))):
                parent.insert(place, inner)
            parent.remove(control)
        for mark in list(self.body.iter(w("bookmarkStart"), w("bookmarkEnd"))):
            mark.getparent().remove(mark)
        if not keep_record:
            self.inspect()

    def inspect(self) -> None:
        """Take out the custom XML part with the record, as Word's Document Inspector does."""
        for name in [name for name in self.package.parts if "item1970" in name or "itemProps1970" in name]:
            del self.package.parts[name]
        relationships = "word/_rels/document.xml.rels"
        root = etree.fromstring(self.package.parts[relationships])
        for entry in list(root):
            if "item1970" in entry.get("Target"):
                root.remove(entry)
        self.package.parts[relationships] = to_xml(root)

    def retitle(self, title: str) -> None:
        """Change the title among the file's properties."""
        core = etree.fromstring(self.package.parts["docProps/core.xml"])
        core.find("{http://purl.org/dc/elements/1.1/}title").text = title
        self.package.parts["docProps/core.xml"] = to_xml(core)

    def hide(self, text: str, *, within: str = "") -> None:
        for run in self._runs_of(text, within):
            _properties(run).append(etree.Element(w("vanish")))

    def strike(self, text: str, *, within: str = "") -> None:
        for run in self._runs_of(text, within):
            _properties(run).append(etree.Element(w("strike")))

    # beside the text

    def comment(self, on: str, text: str, *, resolved: bool = False, reply: str = "") -> None:
        """Comment on words; with `reply`, somebody answers in the thread."""
        runs = self._runs_of(on)
        first, last = _outermost(runs[0]), _outermost(runs[-1])
        root = self.package.xml(COMMENTS) if COMMENTS in self.package.parts else None
        root = etree.Element(w("comments"), nsmap={"w": w("")[1:-1]}) if root is None else root
        extended = etree.Element(qualified("w15:commentsEx"))
        said = [text, *([reply] if reply else [])]
        for number, words in enumerate(said, start=len(root)):
            comment = etree.SubElement(root, w("comment"), {w("id"): str(number), w("author"): AUTHOR, w("date"): WHEN})
            paragraph = etree.SubElement(comment, w("p"), {qualified("w14:paraId"): f"0000AA{number:02}"})
            paragraph.append(_run(words))
            entry = {"paraId": f"0000AA{number:02}", "done": str(int(resolved))}
            if number > len(root) - len(said) and words == reply:
                entry["paraIdParent"] = f"0000AA{number - 1:02}"
            etree.SubElement(
                extended, qualified("w15:commentEx"), {qualified(f"w15:{name}"): value for name, value in entry.items()}
            )
            first.addprevious(etree.Element(w("commentRangeStart"), {w("id"): str(number)}))
            end = etree.Element(w("commentRangeEnd"), {w("id"): str(number)})
            last.addnext(end)
            mark = etree.Element(w("r"))
            etree.SubElement(mark, w("commentReference"), {w("id"): str(number)})
            end.addnext(mark)
        self.package.add(COMMENTS, to_xml(root), COMMENTS_TYPE, related_to=self.document, kind="comments")
        self.package.add(
            "word/commentsExtended.xml",
            to_xml(extended),
            EXTENDED_TYPE,
            related_to=self.document,
            kind="commentsExtended",
        )

        relationships = "word/_rels/document.xml.rels"
        self.package.parts[relationships] = self.package.parts[relationships].replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/commentsExtended",
            b"http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
        )

    def edit_header(self, old: str, new: str) -> None:
        for name, data in self.package.parts.items():
            if re.fullmatch(r"word/(header|footer)\d+\.xml", name) and old.encode() in data:
                self.package.parts[name] = data.replace(old.encode(), new.encode())
                return
        raise AssertionError(f"no header or footer says '{old}'")

    def add_footnote(self, after: str, text: str) -> None:
        root = etree.Element(w("footnotes"), nsmap={"w": w("")[1:-1]})
        for number, kind in ((-1, "separator"), (0, "continuationSeparator")):
            note = etree.SubElement(root, w("footnote"), {w("type"): kind, w("id"): str(number)})
            etree.SubElement(etree.SubElement(etree.SubElement(note, w("p")), w("r")), w(kind))
        note = etree.SubElement(root, w("footnote"), {w("id"): "1"})
        etree.SubElement(note, w("p")).append(_run(text))
        self.package.add("word/footnotes.xml", to_xml(root), FOOTNOTES_TYPE, related_to=self.document, kind="footnotes")
        mark = etree.Element(w("r"))
        etree.SubElement(mark, w("footnoteReference"), {w("id"): "1"})
        _outermost(self._runs_of(after)[-1]).addnext(mark)

    def add_text_box(self, holding: str, text: str) -> None:
        names = {"w": w("")[1:-1], "mc": qualified("mc:x")[1:-2], "text": text}
        self.paragraph(holding).append(etree.fromstring(TEXT_BOX.format(**names)))

    # finding

    def paragraph(self, holding: str):
        return next(paragraph for paragraph in self.body.iter(w("p")) if holding in _text(paragraph))

    def _runs_of(self, text: str, within: str = "") -> list[etree._Element]:
        """Return the runs that hold a text and nothing else, split off if need be."""
        paragraph = next(
            found for found in self.body.iter(w("p")) if text in _text(found) and (within or text) in _text(found)
        )
        start = _text(paragraph).index(text)
        return _runs_at(paragraph, start, start + len(text))

    def _revision(self, kind: str):
        self.revisions += 1
        return etree.Element(w(kind), {w("id"): str(self.revisions), w("author"): AUTHOR, w("date"): WHEN})

    def _wrap(self, run, kind: str):
        wrapper = self._revision(kind)
        run.addprevious(wrapper)
        wrapper.append(run)
        return wrapper

    def _delete_run(self, run):
        for text in run.findall(w("t")):
            text.tag = w("delText")
        return self._wrap(run, "del")

    def _mark_end(self, paragraph, kind: str) -> None:
        properties = paragraph.find(w("pPr"))
        marks = properties.find(w("rPr"))
        if marks is None:
            marks = etree.SubElement(properties, w("rPr"))
        marks.append(self._revision(kind))


def _text(element) -> str:
    return "".join(text.text or "" for text in element.iter(w("t")))


def _set_text(run, text: str) -> None:
    texts = run.findall(w("t"))
    texts[0].text = text
    for other in texts[1:]:
        run.remove(other)


def _properties(run):
    properties = run.find(w("rPr"))
    if properties is None:
        properties = etree.Element(w("rPr"))
        run.insert(0, properties)
    return properties


def _run(text: str):
    run = etree.Element(w("r"))
    element = etree.SubElement(run, w("t"))
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    element.text = text
    return run


def _copy(run, text: str):
    copied = deepcopy(run)
    copied.tail = None
    _set_text(copied, text)
    return copied


def _runs_at(paragraph, start: int, end: int) -> list[etree._Element]:
    """Return the runs that hold a stretch of a paragraph's text and nothing else, split off if need be."""
    at, found = 0, []
    for run in list(paragraph.iter(w("r"))):
        words = _text(run)
        low, high = max(start - at, 0), min(end - at, len(words))
        if low < high:
            found.append(_cut(run, low, high))
        at += len(words)
    return found


def _cut(run, low: int, high: int):
    """Leave in a run the letters from `low` to `high`; the others get runs of their own."""
    text = _text(run)
    if low > 0:
        run.addprevious(_copy(run, text[:low]))
    if high < len(text):
        run.addnext(_copy(run, text[high:]))
    _set_text(run, text[low:high])
    return run


def _outermost(run):
    """Return the control or tracked change that a run stands in, or the run itself."""
    while run.getparent().tag != w("p"):
        run = run.getparent()
    return run
