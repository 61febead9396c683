"""Adds numbered items to records. What stands there already is never changed."""

from collections.abc import Mapping
from typing import Any

from lif.store.board import Board, Loaded
from lif.store.change import Change, edit_record
from lif.store.yaml_edit import Append


def add_item(
    board: Board, loaded: Loaded, field: str, letter: str, item: Mapping[str, Any]
) -> tuple[str, Change]:
    """A new item with the next number in its record. Returns its full id and the change."""
    used = [int(one.id[1:]) for one in getattr(loaded.record, field)]
    number = f"{letter}{max(used, default=0) + 1}"
    order = tuple(type(loaded.record).model_fields)
    data = edit_record(board, loaded, [Append((field,), _filled({"id": number, **item}), order)])
    item_id = f"{loaded.id}.{number}"
    return item_id, Change({loaded.file: data}, f"{item_id} was added to {loaded.file}.", (item_id,))


def _filled(value: Mapping[str, Any]) -> dict[str, Any]:
    return {key: item for key, item in value.items() if item not in (None, [], {})}
