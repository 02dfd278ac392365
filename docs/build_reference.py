"""Write docs/reference/ from the code: `python docs/build_reference.py`. A test says when a page is out of date."""

import sys
from collections.abc import Iterator
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

import click
from jinja2.defaults import DEFAULT_FILTERS
from pydantic import BaseModel, RootModel

from letterkit.checks import CHECKS, TEMPLATE_CHECKS
from letterkit.cli.app import letterkit
from letterkit.evidence import HOUSE_FORMS
from letterkit.evidence.kinds import REPORT_KINDS, SHARED_KINDS
from letterkit.evidence.models.fact import Derived
from letterkit.evidence.models.fields import RefersTo
from letterkit.formats.word.styles import REQUIRED_STYLES
from letterkit.templates.jinja.filters import JINJA_FILTERS, letter_filters
from letterkit.templates.markers import REGION_NAMES

HERE = Path(__file__).parent / "reference"
MADE = "<!-- Made by docs/build_reference.py; change the code, not this page. -->\n\n"
SCALARS = {
    "str": "text",
    "int": "whole number",
    "Decimal": "number",
    "date": "date, `2023-08-24`",
    "PartialDate": "date, month or year: `2023-08-24`, `2023-08`, `2023`",
    "bool": "`true` or `false`",
}


def pages() -> dict[str, str]:
    """Return every reference page by file name."""
    return {"evidence.md": evidence_page(), "templates.md": templates_page(), "commands.md": commands_page()}


def evidence_page() -> str:
    """Return the page on the files of evidence and the keys in them."""
    lines = [
        MADE + "# Evidence files\n",
        "Every value is read as typed. Keys marked * must be there; any other key is refused.\n",
    ]
    seen: list[type[BaseModel]] = []
    for kind, model in SHARED_KINDS.items():
        lines += [f"## `evidence/{kind}.yaml`\n", *_model_section(model, seen)]
    for kind, model in REPORT_KINDS.items():
        lines += [f"## `evidence/{kind}/<report>.yaml`\n", *_model_section(model, seen)]
    return "\n".join(lines).rstrip() + "\n"


def _model_section(model: type[BaseModel], seen: list[type[BaseModel]]) -> Iterator[str]:
    if issubclass(model, RootModel):
        entry = get_args(model.model_fields["root"].annotation)[1]
        yield f"Entries of the form `id: ...`. Each is a **{entry.__name__}**.\n"
        model = entry
    yield from _table(model, seen)


def _table(model: type[BaseModel], seen: list[type[BaseModel]]) -> Iterator[str]:
    seen.append(model)
    yield f"{(model.__doc__ or '').strip().splitlines()[0]}\n"
    yield "| key | value |\n| --- | --- |"
    inner: list[type[BaseModel]] = []
    for name, field in model.model_fields.items():
        marker = next((mark for mark in field.metadata if isinstance(mark, RefersTo)), None)
        told = f"id of an entry in `{marker.where}`" if marker and marker.where else _type(field.annotation, inner)
        yield f"| `{name}`{'*' if field.is_required() else ''} | {told} |"
    derived = [name for name in dir(model) if isinstance(getattr(model, name, None), Derived)]
    if derived:
        yield f"\nTemplates may also use: {', '.join(f'`{name}`' for name in derived)} (worked out)."
    yield ""
    for part in inner:
        if part not in seen:
            yield f"### {part.__name__}\n"
            yield from _table(part, seen)


def _type(annotation: Any, inner: list[type[BaseModel]]) -> str:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return "one of " + ", ".join(f"`{choice}`" for choice in arguments)
    if origin in (Union, UnionType):
        return _type(next(choice for choice in arguments if choice is not type(None)), inner)
    if origin is tuple:
        return f"list of: {_type(arguments[0], inner)}"
    if origin is dict:
        return f"entries `id: ...` of: {_type(arguments[1], inner)}"
    marks = getattr(annotation, "__metadata__", ())
    marker = next((mark for mark in marks if isinstance(mark, RefersTo)), None)
    if marker:
        return f"id of an entry in `{marker.where}`" if marker.where else "reference, such as `wellbeing.trim`"
    if marks:
        return _type(annotation.__origin__, inner)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        inner.append(annotation)
        return f"a **{annotation.__name__}**"
    return SCALARS.get(annotation.__name__, annotation.__name__)


def templates_page() -> str:
    """Return the page on what templates may use."""
    filters = letter_filters(DEFAULT_FILTERS)
    docs = {name: form.__doc__ or "" for name, form in HOUSE_FORMS.items()}
    docs |= {
        "length": "The number of entries, resting on each of them.",
        "tally": 'How many entries have a value: `areas \\| tally("grade", "good")`.',
        "listing": "One, two and three.",
    }
    docs |= {name: f"Jinja's own `{name}`." for name in JINJA_FILTERS}
    lines = [
        MADE + "# Templates\n",
        "A letter's template is `templates/letters/<report>.md.j2`: [Jinja](https://jinja.palletsprojects.com) that",
        "writes Markdown. Every value printed keeps its source. A template can call nothing, and join nothing with",
        "`~`. What it extends, includes or imports stands in the same folder, and its name ends in `.j2`.\n",
        "## Names\n",
        "| name | what it is |\n| --- | --- |",
        *(f"| `{kind}` | everything in `evidence/{kind}.yaml` |" for kind in SHARED_KINDS),
        "| `report` | the report that is answered |",
        "| `letter` | the letter's particulars, from `evidence/responses/<report>.yaml` |",
        "| `answers` | the answers to its items: `answers.calls`, `answers[item.id]` |",
        "| `addressee`, `signatory`, `publisher`, `copies` | the entries that report and letter name |\n",
        "## Filters\n",
        "| filter | prints |\n| --- | --- |",
        *(f"| `{name}` | {docs[name]} |" for name in sorted(filters)),
        "\n## Tags\n",
        'Each ends with its name after `end`: `{% answer "1" %} ... {% endanswer %}`.\n',
        "| tag | marks |\n| --- | --- |",
        *(f"| `{name}` | {_tag(name)} |" for name in REGION_NAMES),
        "\n## Markdown\n",
        "Paragraphs, `## headings` to the third level, `- lists` and `1. lists` to three levels, `> quotations`,",
        "tables with a `Table: caption` on the line before, `**strong**` and `*emphasis*`. Links, images and HTML",
        "print as typed.\n",
        "## Styles that a letterhead must have\n",
        ", ".join(f"`{style}`" for style in sorted(REQUIRED_STYLES)) + ".\n",
        "## Checks\n",
        "| check | asks |\n| --- | --- |",
        *(
            f"| `{name}` | {sys.modules[check.__module__].__doc__} |"
            for name, check in (TEMPLATE_CHECKS | CHECKS).items()
        ),
    ]
    return "\n".join(lines) + "\n"


def _asks(check: object) -> str:
    return sys.modules[str(check.__module__)].__doc__ or ""


def _tag(name: str) -> str:
    told = {
        "answer": 'what answers an item, or several: `{% answer "10", "22" %}`',
        "subject": "the subject line, the letter's only title",
        "signature": "the name, then the post; arguments: a picture's file and its description",
        "annex": "an annex, which begins with `# Its title` on a new page",
    }
    return told.get(name, f"the {name} line, or lines, each a paragraph")


def commands_page() -> str:
    """Return the page on every command with its options."""
    lines = [
        MADE + "# Commands\n",
        "Exit codes: 0 clean, 1 findings at or above `--fail-on`, 2 bad input or usage, 3 a fault.\n",
    ]
    for name, command in letterkit.commands.items():
        reports = " [REPORT ...]" if any(isinstance(option, click.Argument) for option in command.params) else ""
        lines += [f"## `letterkit {name}{reports}`\n", f"{command.help}\n", "| option | meaning |\n| --- | --- |"]
        lines += [_option(option) for option in command.params if isinstance(option, click.Option)]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _option(option: click.Option) -> str:
    choices = f" {'/'.join(option.type.choices)}" if isinstance(option.type, click.Choice) else ""
    default = f" Default: `{option.default}`." if isinstance(option.default, str) else ""
    return f"| `{option.opts[-1]}{choices}` | {option.help}{default} |"


if __name__ == "__main__":
    for name, page in pages().items():
        (HERE / name).write_text(page, encoding="utf-8")
