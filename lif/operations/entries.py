"""Adds dated entries to logs. What stands there already is never changed."""

from collections.abc import Mapping
from typing import Any

from lif.rules.names import nearest
from lif.store.board import Board, Held, Loaded
from lif.store.change import Change, edit_record
from lif.store.errors import NothingFound, Refusal
from lif.store.yaml_edit import Append


def find_record(board: Board, record_id: str, kind: str | None = None) -> Loaded:
    """The record of an id. Raises NothingFound with the nearest ids."""
    loaded = board.by_id.get(record_id)
    if loaded and kind in (None, loaded.kind.name):
        return loaded
    if loaded:
        raise NothingFound(
            f"{record_id} is a record of kind {loaded.kind.name}, not {kind}.", "Check the id."
        )
    if record_id in board.broken:
        raise Refusal(f"{record_id} cannot be read as it stands.", "See what is wrong with: lif validate")
    names = [one.id for one in board.loaded if kind in (None, one.kind.name)]
    what = kind or "record"
    hint = nearest(record_id, names) or f"See what there is with: lif {what} list"
    raise NothingFound(f"There is no {what} called {record_id}.", hint)


def find_item(board: Board, item_id: str, field: str) -> Held:
    """The numbered item of a full id. Raises NothingFound with the nearest ids."""
    held = board.items.get(item_id)
    if held and held.field == field:
        return held
    names = [name for name, one in board.items.items() if one.field == field]
    what = field.removesuffix("s")
    hint = nearest(item_id, names) or f"See what there is with: lif {what} list"
    raise NothingFound(f"There is no {what} called {item_id}.", hint)


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
