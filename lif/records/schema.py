"""JSON Schemas for editors, made from the models, with the docstrings under the fields as descriptions."""

import ast
import inspect
import json
import textwrap
from typing import Any

from lif import __version__
from lif.records.kinds import KINDS, Kind, model_of


def schema_files() -> dict[str, str]:
    """File name → text of each kind's JSON Schema."""
    return {
        kind.schema_name: json.dumps(schema_of(kind), indent=2, ensure_ascii=False) + "\n" for kind in KINDS
    }


def schema_of(kind: Kind) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one kind."""
    model = model_of(kind)
    schema = model.model_json_schema()
    described = _classes(model)
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
    texts = _field_docstrings(model)
    for field, property_schema in part.get("properties", {}).items():
        property_schema.pop("title", None)
        if field in texts:
            property_schema["description"] = texts[field]
        if "patternProperties" in property_schema:  # of which pydantic leaves out that no other key may stand
            property_schema["additionalProperties"] = False


def _classes(model: type[Any]) -> dict[str, type[Any]]:
    """All models that a model is made of, by name."""
    found: dict[str, type[Any]] = {}
    pending = [model]
    while pending:
        current = pending.pop()
        if current.__name__ in found:
            continue
        found[current.__name__] = current
        pending.extend(_inner_models(current))
    return found


def _inner_models(model: type[Any]) -> list[type[Any]]:
    found = []
    pending: list[Any] = [field.annotation for field in model.model_fields.values()]
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
        if not base.__module__.startswith("lif.records") or "[" in base.__name__:
            continue  # a model of pydantic's own, or a generic one filled in, has no source here
        body = ast.parse(textwrap.dedent(inspect.getsource(base))).body[0]
        if not isinstance(body, ast.ClassDef):
            continue
        for statement, following in zip(body.body, body.body[1:], strict=False):
            if (
                isinstance(statement, ast.AnnAssign)
                and isinstance(statement.target, ast.Name)
                and isinstance(following, ast.Expr)
                and isinstance(following.value, ast.Constant)
                and isinstance(following.value.value, str)
            ):
                texts[statement.target.id] = " ".join(following.value.value.split())
    return texts
