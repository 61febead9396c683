"""Where pydantic's errors stand in a file: its location, followed through the models and the value at once.

Pydantic names the member of a union in its location (`log`, 3, `decided`, `by`), and such a name may be that
of a key as well, so it is the models that tell which is which.
"""

from dataclasses import dataclass
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import RootModel

from lif.store.faults import Path

_Model = type[Any]


@dataclass(frozen=True, slots=True)
class ErrorPlace:
    """A path in the file, and the model that the mapping nearest to it was held against."""

    path: Path
    model: _Model


def error_place(model: _Model, value: Any, location: tuple[str | int, ...]) -> ErrorPlace:
    """The place of an error at pydantic's `location` in `value`; for a missing key, that of its mapping."""
    path: list[str | int] = []
    inside = model
    expected: Any = model
    for part in location:
        members = members_of(expected)
        if len(members) > 1:
            expected = next((member for member in members if _is_tagged(member, part)), None)
            inside = expected if _is_model(expected) else inside
            continue  # the part names a member of the union
        expected = members[0] if members else None
        if _is_model(expected):
            inside = expected
        if not _holds(value, part):
            break
        path.append(part)
        value = value[part]
        expected = _below(expected, part)
    return ErrorPlace(tuple(path), inside)


def _holds(value: Any, part: str | int) -> bool:
    if isinstance(value, dict):
        return part in value
    return isinstance(value, list) and isinstance(part, int) and part < len(value)


def _below(expected: Any, part: str | int) -> Any:
    """What is expected of the value under a key or at a position."""
    if _is_model(expected):
        field = expected.model_fields.get(part)
        return field.annotation if field else None
    arguments = get_args(expected)
    return arguments[-1] if get_origin(expected) in (list, dict) else None


def members_of(expected: Any) -> list[Any]:
    """What a type or the type of a field may be, less None: one member, or those of a union."""
    if get_origin(expected) is Annotated:
        return members_of(get_args(expected)[0])
    if isinstance(expected, type) and issubclass(expected, RootModel) and get_origin(expected) is None:
        return members_of(expected.model_fields["root"].annotation)
    if expected is None or expected is type(None):
        return []
    if get_origin(expected) in (list, dict, Literal) or not get_args(expected):
        return [expected]
    return [member for argument in get_args(expected) for member in members_of(argument)]


def _is_model(expected: Any) -> bool:
    return isinstance(expected, type) and hasattr(expected, "model_fields")


def _is_tagged(member: Any, tag: str | int) -> bool:
    """Whether a member of a union is the one that a tag chooses."""
    if not _is_model(member):
        return False
    return any(tag in get_args(field.annotation) for field in member.model_fields.values())
