"""Opens records: gives a new one its id and its place, checked against the model of its kind."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from lif.records.base import SCHEMA_VERSION
from lif.records.kinds import BY_NAME, Kind, file_of
from lif.records.naming import is_device, is_slug
from lif.store.board import Board
from lif.store.change import Change, field_order, new_record
from lif.store.checking import check_value
from lif.store.errors import Refusal
from lif.store.numbers import next_id


def open_numbered(board: Board, kind_name: str, value: Mapping[str, Any], year: int) -> Change:
    """A new record with the next number of its kind in a year. Call under the lock."""
    kind = BY_NAME[kind_name]
    record_id = next_id(board, kind, year)
    return _opened(kind, record_id, {**value, "id": record_id}, f"{record_id} was opened")


def open_with_id(kind_name: str, record_id: str, value: Mapping[str, Any]) -> Change:
    """A new record under an id that was given out already. Raises Refusal where it is not as its kind wants it."""
    return _opened(
        BY_NAME[kind_name], record_id, {**_plain(value), "id": record_id}, f"{record_id} was opened"
    )


def open_several(board: Board, kind_name: str, values: Sequence[tuple[Mapping[str, Any], int]]) -> Change:
    """New records with the next numbers of their kind, each in its year and in their order. Call under the lock."""
    kind = BY_NAME[kind_name]
    files: dict[str, bytes] = {}
    ids: list[str] = []
    following: dict[int, int] = {}
    for value, year in values:
        if year not in following:
            following[year] = int(next_id(board, kind, year).rpartition("-")[2])
        record_id = f"{kind.prefix}-{year}-{following[year]:03d}"
        following[year] += 1
        change = _opened(kind, record_id, {**_plain(value), "id": record_id}, f"{record_id} was opened")
        files |= change.files
        ids.append(record_id)
    return Change(files, f"{', '.join(ids)} were opened.", tuple(ids))


def _plain(value: Any) -> Any:
    """The same with every day as it is written in a record."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value


def open_named(board: Board, kind_name: str, name: str, value: Mapping[str, Any]) -> Change:
    """A new record called by a name, such as an agency. Raises Refusal where there is one already."""
    kind = BY_NAME[kind_name]
    if name in board.by_id or name in board.broken or (board.root / file_of(kind, name)).exists():
        raise Refusal(f"There is already a record called {name}.", f"Change it with: lif edit {name}")
    if is_device(name):
        raise Refusal(
            f"{name} cannot be the name of a record, because on Windows no file can be called so.",
            f"Choose another, such as {name}-agency." if kind_name == "agency" else "Choose another name.",
        )
    if not is_slug(name):
        raise Refusal(
            f"{name} cannot be the name of a record.",
            "Use small letters, digits and hyphens, such as childrens-services.",
        )
    return _opened(kind, name, value, f"{name} was added")


def _opened(kind: Kind, record_id: str, value: Mapping[str, Any], done: str) -> Change:
    given = {"schema_version": SCHEMA_VERSION, **value}
    # Keys that the model does not know stay in, so that the check names them.
    order = {key: number for number, key in enumerate(_order(kind, given))}
    ordered = dict(sorted(given.items(), key=lambda item: order.get(item[0], len(order))))
    name, data = new_record(kind, record_id, ordered)
    kept = {key: item for key, item in ordered.items() if item not in (None, [], {})}
    _, faults = check_value(kind, kept, name)
    if faults:
        lines = [f"  {fault.message} {fault.hint}".rstrip() for fault in faults]
        raise Refusal(
            "\n".join([f"This {kind.word} was not opened:", *lines]), "Correct what is named and try again."
        )
    return Change({name: data}, f"{done} in {name}.", (record_id,))


def _order(kind: Kind, given: Mapping[str, Any]) -> tuple[str, ...]:
    head = ("schema_version", "id", "kind")
    return tuple(dict.fromkeys([*head, *field_order(kind), *given]))
