"""The filters of letter templates: the office's printed forms and counts, none of which loses a source."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from jinja2 import StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from letterkit.evidence import HOUSE_FORMS, NoHouseForm, Sourced, listing, plain_value, references_of
from letterkit.language import did_you_mean
from letterkit.templates.jinja.render_log import notes_of, steps_through

JINJA_FILTERS = (
    "first", "last", "list", "map", "reverse", "select", "selectattr", "reject", "rejectattr", "sort", "unique",
)  # fmt: skip
"""Jinja's own filters that hand values on as they are; the others would turn them into plain text."""


TESTS = ("==", "!=", "<", "<=", ">", ">=", "in", "equalto", "even", "odd")
HANDED: dict[str, Callable[[Context], tuple[Any, ...]]] = {
    "": lambda _: (),
    "context": lambda context: (context,),
    "eval_context": lambda context: (context.eval_ctx,),
    "environment": lambda context: (context.environment,),
}
"""What Jinja hands to a filter before its value, by what the filter asks for."""


def letter_filters(jinja_filters: Mapping[str, Any]) -> dict[str, Callable[..., Any]]:
    """Return every filter that a template may use, by name."""
    own: dict[str, Callable[..., Any]] = {name: _form_filter(form) for name, form in HOUSE_FORMS.items()}
    kept: dict[str, Callable[..., Any]] = {name: jinja_filters[name] for name in JINJA_FILTERS}
    counting: dict[str, Callable[..., Any]] = {"length": _length, "tally": _tally, "listing": _listing}
    return {name: _counted(function) for name, function in (own | kept | counting).items()}


def letter_tests(jinja_tests: Mapping[str, Any]) -> dict[str, Any]:
    """Return every test that a template may use, by name."""
    return {name: _counted(jinja_tests[name]) for name in TESTS}


def _counted(function: Callable[..., Any]) -> Callable[..., Any]:
    """Let a filter count what it goes through and prints; a missing name goes on, to be told where it is printed."""
    handed = HANDED[getattr(getattr(function, "jinja_pass_arg", None), "name", "")]

    @pass_context
    def apply(context: Context, value: Any, *arguments: Any, **options: Any) -> Any:
        if isinstance(value, Markup):
            raise NoHouseForm("Block text cannot be filtered: filter the value itself")
        if isinstance(value, StrictUndefined):
            return value
        notes = notes_of(context)
        steps = 1 + steps_through(value)
        if arguments or options:
            steps *= 1 + sum(map(steps_through, (*arguments, *options.values())))
        notes.count(0, steps)
        result = function(*handed(context), value, *arguments, **options)
        if isinstance(result, Sourced):
            notes.count(len(result.printed or ""))
            return result
        return list(result) if isinstance(result, Iterator) else result

    return apply


def _form_filter(form: Callable[..., str]) -> Callable[..., Any]:
    """Make a house form a filter that keeps the value and its references behind the printed form."""

    def apply(value: Any, *arguments: Any) -> Any:
        references = references_of(*arguments) if arguments else ()
        arguments = tuple(map(plain_value, arguments))
        if not isinstance(value, Sourced):
            printed = form(value, *arguments)
            return Sourced(value, references, printed=printed) if references else printed
        shown = value.value if value.printed is None else value.printed
        if shown is None:
            raise NoHouseForm(f"{value.reference} has no value: print it only {{% if %}} it has one")
        try:
            return Sourced(value.value, (*value.references, *references), printed=form(shown, *arguments))
        except (TypeError, ValueError, AttributeError, ArithmeticError) as reason:
            told = reason if isinstance(reason, NoHouseForm) else f"cannot be printed as '{form.__name__}'"
            raise NoHouseForm(f"{value.reference} {told}") from reason

    return apply


def _length(values: Any) -> Sourced:
    """Count the entries; the count rests on each of them."""
    entries = list(values)
    return Sourced(len(entries), references_of(entries) or references_of(values))


def _tally(values: Any, attribute: str, wanted: Any) -> Sourced:
    """Count the entries whose attribute has the wanted value; the count rests on all that have one."""
    entries = [_child(entry, attribute) for entry in values]
    if not isinstance(wanted, Sourced) and wanted not in entries:
        raise NoHouseForm(
            f"No entry has '{wanted}'. {did_you_mean(str(wanted), {str(entry) for entry in entries if entry})}"
        )
    return Sourced(sum(entry == wanted for entry in entries), references_of([entry for entry in entries if entry]))


def _child(entry: Sourced, attribute: str) -> Sourced:
    try:
        return entry.child(attribute)
    except KeyError:
        raise NoHouseForm(
            f"{entry.reference} has no '{attribute}'. {did_you_mean(str(attribute), entry.names())}"
        ) from None


def _listing(values: Any, last: Any = "and") -> Sourced:
    """Print a list as 'one, two and three', resting on each entry."""
    entries = list(values)
    if not entries:
        raise NoHouseForm("There is nothing to list. Print it only {% if %} there is an entry")
    shown = [entry.printed or entry.value if isinstance(entry, Sourced) else entry for entry in entries]
    values = [
        text if isinstance(plain_value(entry), list) else plain_value(entry)
        for entry, text in zip(entries, shown, strict=True)
    ]
    return Sourced(values, references_of(entries, last), printed=listing(shown, plain_value(last)))
