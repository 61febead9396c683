"""JSON Schemas for editors, made from the models, with the docstrings under the fields as descriptions.

A field without one is described by what it is: the entry or the model that it holds, or what it names.
"""

import ast
import inspect
import json
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from lif import __version__
from lif.records.kinds import KINDS, Kind, model_of
from lif.records.references import names_of_fields

_NAMED = {
    "record": "The full id of a record or of an item in one, such as `CR-2017-001` or `CR-2017-001.R4`.",
    "agency": "An agency, by the name of its file in `records/agencies/`.",
    "group": "A group of the Board, by its id under `groups` in `records/board.yaml`.",
    "role": "A role of the Board, by its id under `roles` in `records/board.yaml`.",
    "who": "A role, a group or an agency, by its id. Never a person's name.",
    "indicator": "An indicator, by the name of its file in `records/indicators/`.",
    "instrument": "An instrument, by the name of its file in `records/instruments/`.",
    "priority": "A priority of the business plan, by its id under `priorities` in `records/board.yaml`.",
    "theme": "A theme, by its id under `themes` in `records/board.yaml`.",
    "voice-kind": "A sort of occasion, by its id under `voice_kinds` in `records/board.yaml`.",
    "stage": "A stage, by its id under `settings`, `escalation` and `stages` in `records/board.yaml`.",
    "board": "Another Board, by its id under `neighbouring_boards` in `records/board.yaml`.",
}
"""What is said of a field that names something, by what that is."""


@cache
def schema_files() -> Mapping[str, str]:
    """File name → text of each kind's JSON Schema."""
    texts = {kind.schema_name: json.dumps(schema_of(kind), indent=2, ensure_ascii=False) for kind in KINDS}
    return MappingProxyType({name: f"{text}\n" for name, text in texts.items()})


def schema_of(kind: Kind) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one kind."""
    model = model_of(kind)
    schema = model.model_json_schema()
    described = classes_of(model)
    for name, part in {**schema.get("$defs", {}), model.__name__: schema}.items():
        if name in described:
            _describe(part, described[name])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{kind.name} record",
        "x-lif-version": __version__,
        **{key: value for key, value in schema.items() if key != "title"},
    }


def _describe(part: dict[str, Any], model: type[Any]) -> None:
    texts = {**_texts_of_what_is_held(model), **_field_docstrings(model)}
    for field, property_schema in part.get("properties", {}).items():
        property_schema.pop("title", None)
        property_schema["description"] = texts[field]
        if "patternProperties" in property_schema:  # of which pydantic leaves out that no other key may stand
            property_schema["additionalProperties"] = False


def _texts_of_what_is_held(model: type[Any]) -> dict[str, str]:
    """For each field that holds one sort of model, what that is; for each that names something, what."""
    held = {name: _inner_models([field]) for name, field in model.model_fields.items()}
    return {
        **{field: _docstring(models[0]) for field, models in held.items() if len(models) == 1},
        **{field: _NAMED[names.what] for field, names in names_of_fields(model).items()},
        # The word of an entry of a log says what happened, as does the entry itself.
        **({"entry": _docstring(model)} if "entry" in model.model_fields else {}),
    }


def _docstring(model: type[Any]) -> str:
    return " ".join((model.__doc__ or "").split())


def classes_of(model: type[Any]) -> dict[str, type[Any]]:
    """All models that a model is made of, by name."""
    found: dict[str, type[Any]] = {}
    pending = [model]
    while pending:
        current = pending.pop()
        if current.__name__ in found:
            continue
        found[current.__name__] = current
        pending.extend(_inner_models(current.model_fields.values()))
    return found


def _inner_models(fields: Iterable[Any]) -> list[type[Any]]:
    found = []
    pending: list[Any] = [field.annotation for field in fields]
    while pending:
        annotation = pending.pop()
        if isinstance(annotation, type) and hasattr(annotation, "model_fields"):
            found.append(annotation)
        else:
            pending.extend(getattr(annotation, "__args__", ()))
    return found


def _field_docstrings(model: type[Any]) -> dict[str, str]:
    """The docstring under each field, of a model and of those it extends."""
    texts: dict[str, str] = {}
    for base in reversed(model.__mro__):
        # A model of pydantic's own, or a generic one filled in, has no source here.
        if base.__module__.startswith("lif.records"):
            texts |= _docstrings_in(base.__module__).get(base.__name__, {})
    return texts


@cache
def _docstrings_in(module: str) -> dict[str, dict[str, str]]:
    """The docstring under each field of each class of a module, as its source has them."""
    classes = ast.parse(inspect.getsource(sys.modules[module])).body
    return {one.name: _docstrings_under(one) for one in classes if isinstance(one, ast.ClassDef)}


def _docstrings_under(definition: ast.ClassDef) -> dict[str, str]:
    return {
        statement.target.id: " ".join(following.value.value.split())
        for statement, following in zip(definition.body, definition.body[1:], strict=False)
        if isinstance(statement, ast.AnnAssign)
        and isinstance(statement.target, ast.Name)
        and isinstance(following, ast.Expr)
        and isinstance(following.value, ast.Constant)
        and isinstance(following.value.value, str)
    }
