"""A record without some of its parts, so that nobody whom they are kept from can come upon them."""

import re
from collections.abc import Iterable
from typing import Any, Final

from lif.records.base import Model

NOT_SHOWN: Final = "Not shown here."
"""What stands in the place of words without which a record would not hold together."""

_TELLING: Final = frozenset(
    {"schema_version", "id", "audience", "marking", "restricted", "log", "withdrawn", "cancelled", "done"}
)
"""Fields that say what a record or an item is, and how it stands. Without them a paper would say what is not so."""
_ITEM = re.compile(r"[A-Z][1-9][0-9]*")


class NotThere(ValueError):
    """A path names nothing. `name` is the part of it that is not there, `known` what could stand in its place."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(name)
        self.name = name
        self.known = sorted(known)


class Needed(ValueError):
    """What a path names cannot be taken out by itself. `name` is the field."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def markings_of(record: Any) -> tuple[str, ...]:
    """The protective markings that a record states, of itself and of parts of it."""
    stated = [getattr(record, "marking", None), *(part.marking for part in getattr(record, "restricted", ()))]
    return tuple(marking for marking in stated if marking)


def without(record: Model, paths: Iterable[str]) -> Any:
    """The record without what stands at the paths, such as `summary`, `R3`, `R3.response`, `contributions.reason`.

    What need not be there is taken out; words that must be there become NOT_SHOWN. Raises NotThere for a path that
    names nothing, Needed for one that names what can neither be taken out nor be put in other words.
    """
    for path in paths:
        record = _without(record, path.split("."))
    return record


def _without(model: Any, path: list[str]) -> Any:
    name, *below = path
    fields = type(model).model_fields
    if _ITEM.fullmatch(name):
        return _without_item(model, name, below)
    if name not in fields:
        raise NotThere(name, set(fields) - _TELLING)
    value = getattr(model, name)
    return model.model_copy(update={name: _within(value, below) if below else _empty(model, name, value)})


def _without_item(model: Any, number: str, below: list[str]) -> Any:
    known: list[str] = []
    for field in type(model).model_fields:
        value = getattr(model, field)
        ids = [getattr(each, "id", "") for each in value] if isinstance(value, list) else []
        known += [each for each in ids if each]
        if number in ids:
            changed = [
                _without(each, below) if each_id == number else each
                for each, each_id in zip(value, ids, strict=True)
                if below or each_id != number
            ]
            return model.model_copy(update={field: changed})
    raise NotThere(number, known)


def _within(value: Any, path: list[str]) -> Any:
    """A value without what stands at a path in it: in each of several, as far as they have such a field."""
    if isinstance(value, dict) and path[0] in value:
        if len(path) > 1:
            return {**value, path[0]: _within(value[path[0]], path[1:])}
        return {key: each for key, each in value.items() if key != path[0]}
    if isinstance(value, Model):
        return _without(value, path)
    if value is None:
        return None
    if not isinstance(value, list | dict):
        raise NotThere(path[0], ())
    parts = list(value.values()) if isinstance(value, dict) else value
    having = [each for each in parts if path[0] in getattr(type(each), "model_fields", {})]
    if parts and not having:
        raise NotThere(
            path[0], {field for each in parts for field in getattr(type(each), "model_fields", {})}
        )
    changed = [_without(each, path) if any(each is one for one in having) else each for each in parts]
    return dict(zip(value, changed, strict=True)) if isinstance(value, dict) else changed


def _empty(model: Model, name: str, value: Any) -> Any:
    field = type(model).model_fields[name]
    if name in _TELLING:
        raise Needed(name)
    if not field.is_required():
        return field.get_default(call_default_factory=True)
    if isinstance(value, str) and any(_takes_any_words(each) for each in field.metadata):
        return NOT_SHOWN
    raise Needed(name)


def _takes_any_words(constraint: Any) -> bool:
    """Whether a field with this constraint is of the type Text."""
    return getattr(constraint, "pattern", None) == r"\S"
