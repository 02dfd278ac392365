"""The evidence folder read into an `EvidencePack`, or refused with every problem found."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel, RootModel, ValidationError
from pydantic_core import ErrorDetails

from letterkit.consistency import inconsistencies
from letterkit.errors import EvidenceError, Place, Problem
from letterkit.language import did_you_mean, shown
from letterkit.located_yaml import KeyPath, LocatedYaml, load
from letterkit.models import REPORT_KINDS, SHARED_KINDS
from letterkit.models.pack import EvidencePack

EVIDENCE = "evidence"


def load_evidence(workspace: Path, report_ids: Iterable[str]) -> EvidencePack:
    """Read the shared evidence and that of the reports named; raises EvidenceError."""
    loader = _Loader(workspace)
    for kind, model in SHARED_KINDS.items():
        loader.read(kind, model, f"{kind}.yaml")
    wanted = list(report_ids)
    for report_id in wanted:
        for kind, model in REPORT_KINDS.items():
            loader.read(f"{kind}.{report_id}", model, f"{kind}/{report_id}.yaml")
        wanted += [other for other in loader.linked_to(report_id) if other not in wanted]
    if loader.problems:
        raise EvidenceError(loader.problems)
    pack = loader.pack()
    problems = [
        Problem(pack.place_of(found.reference) or Place(EVIDENCE), found.what, found.remedy)
        for found in inconsistencies(pack)
    ]
    if problems:
        raise EvidenceError(problems)
    return pack


@dataclass(slots=True)
class _Loader:
    workspace: Path
    problems: list[Problem] = field(default_factory=list)
    models: dict[str, Any] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)

    def read(self, reference: str, model: type[BaseModel], name: str) -> None:
        """Read one file into its model, noting the problems."""
        path, shown_as = self.workspace / EVIDENCE / name, f"{EVIDENCE}/{name}"
        if path.is_symlink() and not path.exists():
            self.problems.append(
                Problem(Place(shown_as), "It is a link that leads nowhere.", "Put the file itself there.")
            )
            return
        if ".." in path.parts or not path.exists():
            self.problems.append(
                Problem(Place(shown_as), "The file is missing.", "Create it; docs/reference shows what belongs in it.")
            )
            return
        try:
            located = load(path, shown_as=shown_as)
            self.digests[reference] = located.digest
            self.models[reference] = model.model_validate({} if located.content is None else located.content)
            self.places.update(_references(reference, located))
        except EvidenceError as error:
            self.problems.extend(error.problems)
        except ValidationError as error:
            self.problems.extend(_problem(details, located, model) for details in error.errors(include_url=False))

    def linked_to(self, report_id: str) -> list[str]:
        """Return the reports that share a letter with one just read."""
        response = self.models.get(f"responses.{report_id}")
        if response is None:
            return []
        others = response.letter.also_answers if response.letter else ()
        return [*others, *([response.answered_with] if response.answered_with else [])]

    def pack(self) -> EvidencePack:
        """Return everything read; only when there were no problems."""
        shared = {kind: self.models[kind] for kind in SHARED_KINDS}
        by_report: dict[str, dict[str, Any]] = {kind: {} for kind in REPORT_KINDS}
        for reference, model in self.models.items():
            kind, _, report_id = reference.partition(".")
            if kind in REPORT_KINDS:
                by_report[kind][report_id] = model
        return EvidencePack(shared, **by_report, places=self.places, digests=self.digests)


def _references(top: str, located: LocatedYaml) -> Iterator[tuple[str, Place]]:
    """Go through the file as references name its parts: list entries by their id where they have one."""

    def walk(node: Any, reference: str, path: KeyPath) -> Iterator[tuple[str, Place]]:
        yield reference, located.values[path]
        if isinstance(node, Mapping):
            for key, child in node.items():
                yield from walk(child, f"{reference}.{key}", (*path, key))
        elif isinstance(node, tuple):
            for index, child in enumerate(node):
                name = child.get("id", index) if isinstance(child, Mapping) else index
                yield from walk(child, f"{reference}.{name}", (*path, index))

    yield from walk(located.content, top, ())


def _problem(details: ErrorDetails, located: LocatedYaml, model: type[BaseModel]) -> Problem:
    """Tell one Pydantic error in the words of the field, at its place in the file."""
    context = details.get("ctx", {})
    path: KeyPath = (*details["loc"], *context.get("at", ()))
    kind, value = details["type"], details.get("input")
    value = shown(value) if isinstance(value, str) else value
    place = located.place_of(path, key=kind in ("extra_forbidden", "missing"))
    name = shown(_name_of(path) or located.file)
    match kind:
        case "missing":
            parent = ".".join(str(part) for part in path[:-1]) or "the file"
            return Problem(place, f"'{name}' is missing from {parent}.", f"Add a line '{name}: ...'.")
        case "extra_forbidden":
            known = _fields_at(model, path[:-1])
            return Problem(place, f"'{name}' is not a key that letterkit knows here.", did_you_mean(name, known))
        case "literal_error":
            expected = [option.strip("'") for option in context["expected"].replace(" or ", ", ").split(", ")]
            return Problem(
                place, f"'{value}' is not one of the values of '{name}'.", did_you_mean(str(value), expected)
            )
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
