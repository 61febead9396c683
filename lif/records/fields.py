"""What fields a kind of record has, told from its model: for queries that name a field in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal, get_args, get_origin

from lif.records.base import PartialDate
from lif.records.kinds import BY_NAME, model_of
from lif.records.references import names_of_fields


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a kind, or of the parts of its records."""

    words: frozenset[str]
    """The words that may stand there, where it is one of some; empty where it may hold anything."""
    holds_parts: bool
    """Whether parts with fields of their own stand there."""
    holds_days: bool
    """Whether a day, a month or a year may stand there."""
    names: frozenset[str]
    """What may be named there, such as `group`, as in `lif.records.base.Names`; empty where nothing is."""


@cache
def field_of(kind: str, path: str) -> Field | None:
    """The field at a path such as `actions.log.entry`; None where a kind has none there.

    Of several models that may stand at a place it is enough that one has the field.
    """
    annotations: list[Any] = [model_of(BY_NAME[kind])]
    names: frozenset[str] = frozenset()
    for name in path.split("."):
        models = [model for model in _models(annotations) if name in model.model_fields]
        annotations = [model.model_fields[name].annotation for model in models]
        if not annotations:
            return None
        named = [names_of_fields(model).get(name) for model in models]
        names = frozenset(one.what for one in named if one)
    leaves = list(_leaves(annotations))
    words = {word for leaf in leaves for word in _words(leaf)}
    return Field(
        frozenset(words) if all(any(_words(leaf)) for leaf in leaves) else frozenset(),
        any(_models(annotations)),
        any(leaf in (date, PartialDate) for leaf in leaves),
        names,
    )


def fields_known(kind: str, path: str) -> list[str]:
    """The names of the fields at a path; "" is the record itself. Empty where there are none."""
    annotations: list[Any] = [model_of(BY_NAME[kind])]
    for name in path.split(".") if path else ():
        annotations = [
            model.model_fields[name].annotation
            for model in _models(annotations)
            if name in model.model_fields
        ]
    names = {name for model in _models(annotations) for name in model.model_fields}
    return sorted(names - {"schema_version", "root"})


def _models(annotations: Iterable[Any]) -> Iterator[Any]:
    """The models that may stand where these types are, through lists, mappings and unions."""
    for leaf in _leaves(annotations):
        if isinstance(leaf, type) and hasattr(leaf, "model_fields"):
            if "root" in leaf.model_fields:
                yield from _models([leaf.model_fields["root"].annotation])
            else:
                yield leaf


def _leaves(annotations: Iterable[Any]) -> Iterator[Any]:
    for annotation in annotations:
        if annotation is type(None):
            continue
        origin = get_origin(annotation)
        if origin is Literal or origin is None:
            yield annotation
        elif origin is dict:
            yield from _leaves(get_args(annotation)[1:])
        elif hasattr(annotation, "__metadata__"):
            yield from _leaves(get_args(annotation)[:1])
        else:
            yield from _leaves(get_args(annotation))


def _words(leaf: Any) -> Iterator[str]:
    if leaf is bool:
        yield from ("true", "false")
    elif get_origin(leaf) is Literal:
        yield from (str(word) for word in get_args(leaf))
