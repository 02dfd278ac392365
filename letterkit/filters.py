"""The filters of letter templates: the office's printed forms and counts, none of which loses a source."""

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import StrictUndefined
from markupsafe import Markup

from letterkit.house_forms import HOUSE_FORMS, NoHouseForm, listing
from letterkit.nearest import did_you_mean
from letterkit.sourced import Sourced, plain, references_of

JINJA_FILTERS = (
    "first", "last", "list", "map", "reverse", "select", "selectattr", "reject", "rejectattr", "sort", "unique",
)  # fmt: skip
"""Jinja's own filters that hand values on as they are; the others would turn them into plain text."""


def letter_filters(jinja_filters: Mapping[str, Any]) -> dict[str, Callable[..., Any]]:
    """Return every filter that a template may use, by name."""
    own: dict[str, Callable[..., Any]] = {name: _form_filter(form) for name, form in HOUSE_FORMS.items()}
    kept: dict[str, Callable[..., Any]] = {name: jinja_filters[name] for name in JINJA_FILTERS}
    counting: dict[str, Callable[..., Any]] = {"length": _length, "tally": _tally, "listing": _listing}
    return own | {name: _passing_missing_on(function) for name, function in (kept | counting).items()}


def _form_filter(form: Callable[..., str]) -> Callable[..., Any]:
    """Make a house form a filter that keeps the value and its references behind the printed form."""

    def apply(value: Any, *arguments: Any) -> Any:
        if isinstance(value, StrictUndefined):
            return value
        if isinstance(value, Markup):
            raise NoHouseForm("Block text cannot be filtered: filter the value itself")
        references = references_of(*arguments)
        arguments = tuple(map(plain, arguments))
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


def _passing_missing_on(function: Callable[..., Any]) -> Callable[..., Any]:
    """Let a missing name go through a filter, to be told where it is printed."""
    passed = getattr(function, "jinja_pass_arg", None)

    def apply(*arguments: Any, **options: Any) -> Any:
        value = arguments[1] if passed else arguments[0]
        if isinstance(value, Markup):
            raise NoHouseForm("Block text cannot be filtered: filter the value itself")
        return value if isinstance(value, StrictUndefined) else function(*arguments, **options)

    if passed:
        vars(apply)["jinja_pass_arg"] = passed
    return apply


def _length(values: Any) -> Sourced:
    """Count the entries; the count rests on each of them."""
    entries = list(values)
    return Sourced(len(entries), references_of(entries) or references_of(values))


def _tally(values: Any, attribute: str, wanted: Any) -> Sourced:
    """Count the entries whose attribute has the wanted value; the count rests on all that have one."""
    entries = [entry.child(attribute) for entry in values]
    if not isinstance(wanted, Sourced) and wanted not in entries:
        raise NoHouseForm(
            f"No entry has '{wanted}'. {did_you_mean(str(wanted), {str(entry) for entry in entries if entry})}"
        )
    return Sourced(sum(entry == wanted for entry in entries), references_of([entry for entry in entries if entry]))


def _listing(values: Any, last: Any = "and") -> Sourced:
    """Print a list as 'one, two and three', resting on each entry."""
    entries = list(values)
    shown = [entry.printed or entry.value if isinstance(entry, Sourced) else entry for entry in entries]
    return Sourced(
        [plain(entry) for entry in entries], references_of(entries, last), printed=listing(shown, plain(last))
    )
