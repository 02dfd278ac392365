"""A report's id to its letter, from evidence and template."""

from collections.abc import Iterable, Iterator

from letterkit.errors import Place, Problem, TemplateError
from letterkit.evidence import EvidencePack, context_for
from letterkit.letter import Heading, ItemRef, Letter, Paragraph, Reference, Role, text_of
from letterkit.templates.annex import annex
from letterkit.templates.markdown import MarkupFault, MarkupFaults, read_blocks
from letterkit.templates.renderer import LetterTemplates


def compose_letter(pack: EvidencePack, templates: LetterTemplates, report_id: str) -> Letter:
    """Compose the letter that answers a report; raises TemplateError with every problem found."""
    name = template_name(report_id)
    report = pack.reports[report_id]
    items = [ItemRef(None, item) for item in report.answerable_ids()]
    items += [
        ItemRef(other, item)
        for other in pack.together_with(report_id)[1:]
        for item in pack.reports[other].answerable_ids()
    ]
    rendered = templates.render(name, context_for(pack, report_id), items=items)
    try:
        blocks = read_blocks(rendered.text, rendered.spans, rendered.regions)
    except MarkupFaults as error:
        raise TemplateError([_problem(templates, name, fault) for fault in error.faults]) from error
    if pack.particulars(report_id).annex_checklist:
        blocks = (*blocks, *annex(pack, report_id))
    letter = Letter(_title(blocks, report.title), blocks)
    present = {block.role for block in letter.plain_blocks() if isinstance(block, Paragraph)}
    if not {Role.SALUTATION, Role.CLOSE, Role.BODY} <= present:
        what = "The letter lacks its salutation, its body or its close."
        remedy = 'Begin the template with {% extends "_base.md.j2" %} and write the letter in {% block body %}.'
        raise TemplateError([Problem(templates.place_of(name), what, remedy)])
    printed = [span.origin.references for span in letter.spans() if span.origin]
    printed += [region.references for region in rendered.regions]
    problems = list(dict.fromkeys(_unpublishable(pack, printed, templates.place_of(name))))
    if problems:
        raise TemplateError(problems)
    return letter


def _problem(templates: LetterTemplates, name: str, fault: MarkupFault) -> Problem:
    what, _, remedy = str(fault).rstrip(".").partition(". ")
    return Problem(templates.place_of(name, near=fault.near), f"{what}.", f"{remedy}." if remedy else "")


def template_name(report_id: str) -> str:
    """Return the file name of a report's template."""
    return f"{report_id}.md.j2"


def _title(blocks: tuple[object, ...], report_title: str) -> str:
    """Return the document's title (WCAG 2.4.2): the subject line, else the report's title."""
    subject = next((text_of(block.spans) for block in blocks if isinstance(block, Heading) and block.level == 1), "")
    return f"Response to {subject or report_title}"


def _unpublishable(pack: EvidencePack, printed: Iterable[tuple[Reference, ...]], template: Place) -> Iterator[Problem]:
    """Refuse to print what the office does not publish."""
    for references in printed if pack.withheld else ():
        for reference in references:
            for fact in pack.withheld:
                if reference.is_within(fact):
                    marked = pack.place_of(fact.child("publish"))
                    what = f"The letter prints {reference}, which is marked 'publish: false' at {marked}."
                    yield Problem(template, what, "Take it out of the template, or publish the fact.")
