"""A report's id to its letter, from evidence and template."""

from letterkit.context import context_for
from letterkit.errors import Problem, TemplateError
from letterkit.letter import Heading, Letter, Span, text_of
from letterkit.location import Place
from letterkit.markup import MarkupProblem, read_blocks
from letterkit.models.pack import EvidencePack
from letterkit.templates import LetterTemplates


def compose(pack: EvidencePack, templates: LetterTemplates, report_id: str) -> Letter:
    """Compose the letter that answers a report; raises TemplateError with every problem found."""
    name = template_name(report_id)
    report = pack.reports[report_id]
    rendered = templates.render(name, context_for(pack, report_id), item_ids=[item.id for item in report.items])
    try:
        blocks = read_blocks(rendered.text, rendered.spans, rendered.regions)
    except MarkupProblem as problem:
        what, _, remedy = str(problem).partition(". ")
        raise TemplateError([Problem(templates.place_of(name), f"{what}.", remedy)]) from problem
    letter = Letter(_title(blocks, report.title), blocks)
    withheld = [_withheld(pack, span, templates.place_of(name)) for span in letter.spans()]
    problems = [problem for problem in withheld if problem]
    if problems:
        raise TemplateError(list(dict.fromkeys(problems)))
    return letter


def template_name(report_id: str) -> str:
    """Return the file name of a report's template."""
    return f"{report_id}.md.j2"


def _title(blocks: tuple[object, ...], report_title: str) -> str:
    """Return the document's title (WCAG 2.4.2): the subject line, else the report's title."""
    subject = next((text_of(block.spans) for block in blocks if isinstance(block, Heading) and block.level == 1), "")
    return f"Response to {subject or report_title}"


def _withheld(pack: EvidencePack, span: Span, template: Place) -> Problem | None:
    """Refuse to print a fact that the office does not publish."""
    for reference in span.origin.references if span.origin else ():
        for fact_reference, fact in pack.facts():
            if not fact.publish and (reference == fact_reference or reference.startswith(f"{fact_reference}.")):
                what = f"The letter prints {reference}, which is marked 'publish: false' at {pack.place_of(f'{fact_reference}.publish')}."
                return Problem(template, what, "Take it out of the template, or publish the fact.")
    return None
