"""The numbered items inside a record, such as recommendations and actions."""

from collections.abc import Iterator
from typing import Any

from lif.records.kinds import Kind


def items_of(kind: Kind, record: Any) -> Iterator[tuple[str, int, Any]]:
    """Field, position and item for each numbered item of a record."""
    for field in kind.items:
        for position, item in enumerate(getattr(record, field)):
            yield field, position, item
