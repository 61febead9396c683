"""The numbered items inside a record, such as recommendations and actions."""

from collections.abc import Iterator
from typing import Any

from lif.records.kinds import Kind


def numbers_of(kind: Kind, record: Any) -> list[str]:
    """The numbers of a record's items, such as `R2`, in the order of its fields."""
    return [item.id for field in kind.items for item in getattr(record, field)]


def items_of(kind: Kind, record: Any) -> Iterator[tuple[str, int, Any]]:
    """Field, position and item for each numbered item of a record."""
    for field in kind.items:
        for position, item in enumerate(getattr(record, field)):
            yield field, position, item
