"""Every place in a record that names something else, found from the types of its fields.

A field says by its type what it names (see `lif.records.base.Names`), so a new kind of record needs nothing
here.
"""

import types
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from lif.records.base import Model, Names

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """One place that names something else: where it stands, what it may name, and the name."""

    path: Path
    names: Names
    name: str


def references_of(record: Model) -> Iterator[Named]:
    """All names in a record, in the order of its fields."""
    yield from _from_model(record, ())


def names_in(record: Model) -> dict[str, list[str]]:
    """All names in a record, by what they name and without their places; each once, in alphabetical order.

    Several times as fast as `references_of`.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    _gather(record, found)
    return {what: sorted(names) for what, names in found.items()}


@dataclass(frozen=True, slots=True)
class HeldName:
    """A name, with the innermost part of the record that holds it and the field of that part."""

    holder: Model
    field: str
    what: str
    """What it names, as in `Names`."""
    name: str


def held_names(model: Model, wanted: frozenset[str], leave_out: Collection[str] = ()) -> Iterator[HeldName]:
    """The names in a model of what is wanted, in the order of its fields, but for those in fields left out."""
    values = vars(model)
    for field, names in _fields_with(type(model), wanted):
        value = values[field]
        if not value or field in leave_out:
            continue
        inner = value if isinstance(value, list) else value.values() if isinstance(value, dict) else (value,)
        for item in inner:
            if not isinstance(item, str):
                yield from held_names(item, wanted)
            elif names:
                yield HeldName(model, field, names.what, item)


def names_of_fields(model: type[Model]) -> dict[str, Names]:
    """What each field of a model names, of those that name something."""
    return {field: names for field, names in _fields(model) if names}


def _gather(model: Model, found: defaultdict[str, set[str]]) -> None:
    values = vars(model)
    for field, names in _fields(type(model)):
        value = values[field]
        if not value:
            continue
        if isinstance(value, str):
            if names:
                found[names.what].add(value)
            continue
        inner = value if isinstance(value, list) else value.values() if isinstance(value, dict) else (value,)
        for item in inner:
            if not isinstance(item, str):
                _gather(item, found)
            elif names:
                found[names.what].add(item)


def _from_model(model: Model, path: Path) -> Iterator[Named]:
    for field, names in _fields(type(model)):
        value = getattr(model, field)
        if value is not None and value != []:
            yield from _from_value(value, (*path, field), names)


def _from_value(value: Any, path: Path, names: Names | None) -> Iterator[Named]:
    if isinstance(value, str):
        if names:
            yield Named(path, names, value)
    elif isinstance(value, Model) or hasattr(type(value), "model_fields"):
        yield from _from_model(value, path)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _from_value(item, (*path, number), names)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _from_value(item, (*path, key), names)


@cache
def _fields(model: type[Model]) -> tuple[tuple[str, Names | None], ...]:
    """The fields of a model that name something, or hold models that do."""
    hints = get_type_hints(model, include_extras=True)
    found = []
    for field in model.model_fields:
        names = _names(hints[field])
        if names or any(_fields(inner) for inner in _models(hints[field])):
            found.append((field, names))
    return tuple(found)


@cache
def _fields_with(model: type[Model], wanted: frozenset[str]) -> tuple[tuple[str, Names | None], ...]:
    """The same fields, of which those alone that name what is wanted, or hold models that do."""
    hints = get_type_hints(model, include_extras=True)
    return tuple(
        (field, names if names and names.what in wanted else None)
        for field, names in _fields(model)
        if (names and names.what in wanted)
        or any(_fields_with(inner, wanted) for inner in _models(hints[field]))
    )


def _names(annotation: Any) -> Names | None:
    if get_origin(annotation) is Annotated:
        base, *metadata = get_args(annotation)
        return next((item for item in metadata if isinstance(item, Names)), None) or _names(base)
    for inner in get_args(annotation):
        if names := _names(inner):
            return names
    return None


def _models(annotation: Any) -> Iterator[type[Model]]:
    if get_origin(annotation) in (Annotated, Union, types.UnionType, list, dict):
        for inner in get_args(annotation):
            yield from _models(inner)
    elif isinstance(annotation, type) and hasattr(annotation, "model_fields"):
        yield annotation
