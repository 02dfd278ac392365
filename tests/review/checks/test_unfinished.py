"""What is marked as unfinished in a draft that came back is told (F16, F17)."""

from lxml import etree

from letterkit.findings import Severity
from letterkit.formats.word.namespaces import w
from tests.reviews import reviewed


def marked(file, words):
    """Highlight the run that has some words."""
    run = next(run for run in file.body.iter(w("r")) if words in "".join(run.itertext()))
    properties = run.find(w("rPr"))
    if properties is None:
        properties = etree.Element(w("rPr"))
        run.insert(0, properties)
    etree.SubElement(properties, w("highlight")).set(w("val"), "yellow")


def with_date_field(file, words):
    """Put a DATE field after the run that has some words."""
    run = next(run for run in file.body.iter(w("r")) if words in "".join(run.itertext()))
    simple = etree.Element(w("fldSimple"))
    simple.set(w("instr"), " DATE ")
    text = etree.SubElement(etree.SubElement(simple, w("r")), w("t"))
    text.text = "today"
    run.addnext(simple)


def told_as(found, check):
    return [(finding.severity, finding.subject) for finding in found.findings() if finding.check == check]


def test_highlighted_words_are_told(drafted):
    found = reviewed(drafted, lambda file: marked(file, "The report is welcome"))
    ((severity, subject),) = told_as(found, "highlight")
    assert severity is Severity.WARNING
    assert subject.startswith("'The report is welcome")


def test_a_date_that_word_writes_anew_is_told(drafted):
    found = reviewed(drafted, lambda file: with_date_field(file, "The report is welcome"))
    assert told_as(found, "date-field") == [(Severity.WARNING, "'today'")]


def test_a_place_holder_left_in_the_text_is_told(drafted):
    found = reviewed(drafted, lambda file: file.insert_after("The report is welcome", " [insert date]"))
    assert told_as(found, "place-holders") == [(Severity.WARNING, "'[insert date]'")]
