"""Adds dated entries to logs. What stands there already is never changed."""

from collections.abc import Mapping
from typing import Any

from lif.store.board import Board, Held, Loaded
from lif.store.change import Change, edit_record
from lif.store.yaml_edit import Append


def add_entry(board: Board, held: Held, entry: Mapping[str, Any], done: str) -> Change:
    """An entry at the end of an item's log; `done` is the sentence that says what happened."""
    path = (held.field, held.position, "log")
    order = tuple(type(held.item).model_fields)
    data = edit_record(board, held.loaded, [Append(path, _filled(entry), order)])
    return Change({held.loaded.file: data}, done, (held.id,))


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
