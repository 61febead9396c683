"""Turns what a caller hands to a template into plain data: mappings, lists, numbers and cleaned text."""

import dataclasses
from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import Enum
from typing import Protocol, TypeAlias, runtime_checkable

from lif.publish.document.clean import clean
from lif.publish.document.escape import Text

Value: TypeAlias = "bool | int | float | Decimal | Text | list[Value] | dict[str, Value] | None"


@runtime_checkable
class _Dated(Protocol):
    def isoformat(self) -> str: ...


def prepare(value: object) -> Value:
    """The value with every string cleaned and typed as ``Text``, dates as ISO text, objects as mappings.

    Raises TypeError for anything that is not data, such as a file, a function or a model with methods.
    """
    if value is None or isinstance(value, bool | Text):
        return value
    if isinstance(value, Enum):
        return prepare(value.value)
    if isinstance(value, str):
        return Text(clean(value))
    if isinstance(value, int | float | Decimal):
        return value
    # To be asked whether it has a method takes long, and most are lists and mappings.
    if isinstance(value, list | dict):
        return _prepare_collection(value)
    if isinstance(value, _Dated):
        return Text(clean(value.isoformat()))
    return _prepare_collection(value)


def _prepare_collection(value: object) -> Value:
    if isinstance(value, Mapping):
        return {clean(str(key)): prepare(item) for key, item in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: prepare(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return {name: prepare(item) for name, item in zip(value._fields, value, strict=True)}
    if isinstance(value, list | tuple):
        return [prepare(item) for item in value]
    if isinstance(value, Iterable) and not isinstance(value, bytes | set | frozenset):
        return [prepare(item) for item in value]
    raise TypeError(
        f"a template can be given text, numbers, dates, lists and mappings, not {type(value).__name__}"
    )
