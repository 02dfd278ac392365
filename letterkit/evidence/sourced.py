"""A value that knows where in the evidence it comes from.

Templates see nothing else. A `Sourced` value compares, counts, loops and computes like the plain one, and
whatever is worked out from it carries the references of everything it was worked out from.
"""

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from markupsafe import Markup
from pydantic import BaseModel, RootModel

from letterkit.evidence.models.fact import Derived, Fact
from letterkit.evidence.models.fields import PartialDate
from letterkit.evidence.printed_forms import house_form
from letterkit.letter import Reference, printed_references

NAMES_ITSELF = "id"
INTERNAL = "note"  # what the office notes for itself never reaches a template


class NotForTemplates(TypeError):
    """A template does with a value what cannot be done; the message says so."""


class Sourced:
    """A value with its references, such as `statistics.stop_search_not_stated.count`.

    `printed` is the form in which a filter wants it printed, if one did; the value itself stays.
    """

    __slots__ = ("_part_of", "_references", "printed", "value")

    def __init__(
        self,
        value: Any,
        references: Iterable[Reference] = (),
        *,
        printed: str | None = None,
        part_of: "tuple[Sourced, str | int] | None" = None,
    ) -> None:
        kind: Any = type(value)
        self.value = value.root if _is_a(kind, RootModel) else value
        self.printed = printed
        self._part_of = part_of
        self._references = None if part_of else tuple(dict.fromkeys(references))

    @property
    def references(self) -> tuple[Reference, ...]:
        """Where it stands in evidence, or all that it was worked out from; put together only for what is printed."""
        if self._references is None:
            steps: list[str | int] = []
            known = self
            while known._part_of:
                known, step = known._part_of
                steps.insert(0, step)
            self._references = tuple([reference.child(*steps) for reference in known.references])
        return self._references

    @property
    def reference(self) -> str:
        """The references in one line, as people and Word files show them."""
        return printed_references(self.references)

    @property
    def is_withheld(self) -> bool:
        """Tell whether it is a fact that the office does not publish."""
        kind: Any = type(self.value)
        return _can_be_withheld(kind) and not self.value.publish

    def child(self, name: str | int) -> "Sourced":
        """Return a field, a derived value or an entry; raises KeyError if there is none."""
        value = self.value
        kind: Any = type(value)
        if _is_a(kind, BaseModel):
            return self._field(value, str(name))
        if isinstance(value, Mapping):
            return self._part(value[str(name)], name)
        if isinstance(value, tuple) and isinstance(name, int) and -len(value) <= name < len(value):
            return self._entry(value[name], name % len(value))
        raise KeyError(name)

    def names(self) -> list[str]:
        """Return the names that `child` knows."""
        value = self.value
        if isinstance(value, BaseModel):
            return list(_names_in(type(value)))
        return list(value) if isinstance(value, Mapping) else []

    def _field(self, model: BaseModel, name: str) -> "Sourced":
        if name in _fields_of(type(model)):
            return self._part(getattr(model, name), name)
        derived = getattr(type(model), name, None)
        if isinstance(derived, Derived):
            inputs = [field for field in derived.inputs if getattr(model, field) is not None]
            return Sourced(getattr(model, name), (one.child(field) for field in inputs for one in self.references))
        itself = self._part_of[1] if self._part_of else None
        if name == NAMES_ITSELF and isinstance(itself, str):
            return Sourced(itself, self.references)
        raise KeyError(name)

    def _part(self, value: Any, name: str | int) -> "Sourced":
        """Return what is below the value by a name."""
        return Sourced(value, part_of=(self, name))

    def __iter__(self) -> Iterator["Sourced"]:
        """Go through the entries of a list or a mapping (its values, in the order of the file)."""
        if isinstance(self.value, Mapping):
            return (self.child(name) for name in self.value)
        if not isinstance(self.value, tuple):
            raise NotForTemplates(f"{self.reference} is a single value: there is nothing to loop over")
        return (self._entry(item, index) for index, item in enumerate(self.value))

    def __getitem__(self, cut: slice) -> list["Sourced"]:
        """Return entries in a row, such as the first two."""
        return list(self)[slice(*map(plain_value, (cut.start, cut.stop, cut.step)))]

    def __reversed__(self) -> Iterator["Sourced"]:
        return reversed(list(self))

    def _entry(self, item: Any, index: int) -> "Sourced":
        """Return an entry of a list, which is named by its id where it has one."""
        return self._part(item, getattr(item, NAMES_ITSELF, index))

    def __repr__(self) -> str:
        return f"Sourced({self.value!r}, {self.references!r})"

    def __str__(self) -> str:
        return self.printed if self.printed is not None else str(self.value)

    def __bool__(self) -> bool:
        return bool(self.value)

    def __len__(self) -> int:
        return len(self.value)

    def __hash__(self) -> int:
        return hash(self.value)

    def __contains__(self, item: object) -> bool:
        return plain_value(item) in self.value

    def __eq__(self, other: object) -> bool:
        return bool(self.value == plain_value(other))

    def __lt__(self, other: object) -> bool:
        return bool(self.value < plain_value(other))

    def __le__(self, other: object) -> bool:
        return bool(self.value <= plain_value(other))

    def __gt__(self, other: object) -> bool:
        return bool(self.value > plain_value(other))

    def __ge__(self, other: object) -> bool:
        return bool(self.value >= plain_value(other))

    def __add__(self, other: object) -> "Sourced":
        return _worked_out(operator.add, self, other)

    def __radd__(self, other: object) -> "Sourced":
        return _worked_out(operator.add, other, self)

    def __sub__(self, other: object) -> "Sourced":
        return _worked_out(operator.sub, self, other)

    def __rsub__(self, other: object) -> "Sourced":
        return _worked_out(operator.sub, other, self)

    def __mul__(self, other: object) -> "Sourced":
        return _worked_out(operator.mul, self, other)

    def __rmul__(self, other: object) -> "Sourced":
        return _worked_out(operator.mul, other, self)

    def __truediv__(self, other: object) -> "Sourced":
        return _worked_out(_divide, self, other)

    def __rtruediv__(self, other: object) -> "Sourced":
        return _worked_out(_divide, other, self)


@cache
def _is_a(kind: type, model: type[BaseModel]) -> bool:
    """Tell whether a kind of value is a model; asked of each value itself, Pydantic takes its time."""
    return issubclass(kind, model)


@cache
def _can_be_withheld(kind: type) -> bool:
    return issubclass(kind, Fact)


@cache
def _fields_of(kind: type[BaseModel]) -> dict[str, None]:
    """Return the fields of a model that templates may see, in order."""
    return dict.fromkeys(name for name in kind.model_fields if name != INTERNAL)


@cache
def _names_in(kind: type[BaseModel]) -> tuple[str, ...]:
    """Return the fields of a model that templates may see, and what is derived from them."""
    derived = [name for name in dir(kind) if isinstance(getattr(kind, name, None), Derived)]
    return (*_fields_of(kind), *derived)


def plain_value(value: Any) -> Any:
    """Return the value without its references."""
    return value.value if isinstance(value, Sourced) else value


def written_form(value: Any) -> str:
    """Return a value as it would be typed in YAML: `1433`, `2023-08-24`; lists joined by commas."""
    match value:
        case str() | int() | Decimal():
            return str(value)
        case date() | PartialDate():
            return value.isoformat()
        case list() | tuple():
            return ", ".join(written_form(plain_value(item)) for item in value)
        case _:
            return house_form(value)


def references_of(*values: object) -> tuple[Reference, ...]:
    """Return every reference carried by the values, in order, each once; lists are looked into."""
    found: list[Reference] = []
    for value in values:
        if isinstance(value, Sourced):
            found.extend(value.references)
        elif isinstance(value, list | tuple):
            found.extend(references_of(*value))
    return tuple(dict.fromkeys(found))


def _worked_out(operation: Callable[[Any, Any], Any], left: object, right: object) -> Sourced:
    """Work out a value that carries the references of both sides."""
    if isinstance(left, Markup) or isinstance(right, Markup):
        raise NotForTemplates("block text cannot be joined with a value: write them one after the other")
    return Sourced(operation(plain_value(left), plain_value(right)), references_of(left, right))


def _divide(left: Any, right: Any) -> Decimal:
    if right == 0:
        raise ZeroDivisionError  # Decimal calls 0 / 0 by another name
    return Decimal(left) / Decimal(right)
