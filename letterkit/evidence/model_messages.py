"""What Pydantic refuses, in the words of the field, at its place in the file."""

from collections.abc import Mapping
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel, RootModel
from pydantic_core import ErrorDetails

from letterkit.errors import Problem
from letterkit.evidence.yaml_reader import KeyPath, LocatedYaml
from letterkit.language import did_you_mean, misspelt, shown
from letterkit.letter import Reference


def problem_of(details: ErrorDetails, located: LocatedYaml, model: type[BaseModel]) -> Problem:
    """Tell one Pydantic error in the words of the field, at its place in the file."""
    context = details.get("ctx", {})
    path: KeyPath = (*details["loc"], *context.get("at", ()))
    kind, value = details["type"], details.get("input")
    value = shown(value) if isinstance(value, str) else value
    place = located.place_of(path, key=kind in ("extra_forbidden", "missing"))
    name = shown(_name_of(path) or located.file)
    match kind:
        case "missing":
            parent = str(Reference.of(*path[:-1])) or "the file"
            return Problem(place, f"'{name}' is missing from {parent}.", f"Add a line '{name}: ...'.")
        case "extra_forbidden":
            known = _fields_at(model, path[:-1])
            return Problem(place, f"'{name}' is not a key that letterkit knows here.", did_you_mean(name, known))
        case "literal_error":
            expected = [option.strip("'") for option in context["expected"].replace(" or ", ", ").split(", ")]
            return Problem(place, f"'{value}' is not one of the values of '{name}'.", misspelt(str(value), expected))
        case "inconsistent" | "as_typed":
            return Problem(place, f"{name}: {details['msg']}" if kind == "as_typed" else details["msg"], "")
        case _:
            return Problem(place, f"'{name}' {_expectation(kind, value, context)}", "")


def _name_of(path: KeyPath) -> str:
    """Return what people call the end of a path: its key, or 'entry 3 of items'; Pydantic marks a key itself."""
    named = [part for part in path if part != "[key]"]
    if not named or isinstance(named[-1], str):
        return str(named[-1]) if named else ""
    return f"entry {named[-1] + 1} of {named[-2]}" if len(named) > 1 else f"entry {named[-1] + 1}"


def _expectation(kind: str, value: Any, context: Mapping[str, Any]) -> str:
    found = "nothing" if value is None else f"'{value}'" if isinstance(value, str) else "a list or several keys"
    wanted = {
        "string_type": "wants text",
        "string_pattern_mismatch": "wants a word of small letters, digits and underscores, or text that is not blank",
        "string_too_short": "wants text",
        "string_too_long": f"wants text of at most {context.get('max_length', 0):,} characters",
        "tuple_type": "wants a list: lines that begin with '- '",
        "dict_type": "wants entries of the form 'name: ...' below it",
        "model_type": "wants entries of the form 'name: ...' below it",
        "model_attributes_type": "wants entries of the form 'name: ...' below it",
        "greater_than_equal": f"wants at least {context.get('ge')}",
        "less_than_equal": f"wants at most {context.get('le')}",
        "greater_than": f"wants more than {context.get('gt')}",
        "less_than": f"wants less than {context.get('lt')}",
    }.get(kind, "has a value of the wrong kind")
    return f"{wanted}; found {found}. Correct this line."


def _fields_at(model: Any, path: KeyPath) -> list[str]:
    """Return the keys that a model knows at a path."""
    for part in path:
        model = _step(model, part)
    model = _model_in(model)
    return list(model.model_fields) if model else []


def _step(annotation: Any, part: str | int) -> Any:
    model = _model_in(annotation)
    if model is None:
        arguments = get_args(annotation)
        return arguments[1] if get_origin(annotation) is dict else arguments[0] if arguments else None
    if issubclass(model, RootModel):
        return get_args(model.model_fields["root"].annotation)[1]
    known = model.model_fields.get(str(part))
    return known.annotation if known else None


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if get_origin(annotation) in (Union, UnionType):
        annotation = next((choice for choice in get_args(annotation) if choice is not type(None)), None)
    return annotation if isinstance(annotation, type) and issubclass(annotation, BaseModel) else None
