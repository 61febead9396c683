"""Numbers that two things of a Board share, as they come about when two branches meet."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lif.records.kinds import Kind, file_of
from lif.records.naming import split_number
from lif.store.board import Board, Loaded, held_by
from lif.store.listing import list_records
from lif.store.merge_history import TwoSides, file_at, is_sent, meetings_of_branches
from lif.store.text_merge import is_one_conflict, split
from lif.store.three_way_lists import same
from lif.store.yaml_reader import read


@dataclass(frozen=True)
class Collision:
    """Two things with one number: the first keeps it, the second needs another.

    The first is the one that others may have under its number already, because it was sent before the other; where
    that tells nothing, it is ours. `sides` are the branches that they came from, in the same order; None where git
    does not tell.
    """

    kind: Kind
    old: str
    """The full id that both have."""
    file: str
    """Where the second one stands."""
    sides: TwoSides | None


@dataclass(frozen=True)
class OpenRecords(Collision):
    """Two records in one file, between conflict markers."""

    first: bytes
    second: bytes


@dataclass(frozen=True)
class TwoFiles(Collision):
    """Two files whose records have the same id."""

    kept: str
    """The file of the first one."""


@dataclass(frozen=True)
class TwoItems(Collision):
    """Two items of one record with the same number."""

    field: str
    kept: int
    """The place of the first one in its list."""
    position: int
    """The place of the second one."""


class History:
    """What the branches held that met in this repository; each thing is asked of git once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._meetings = cache(lambda: tuple(meetings_of_branches(root)))
        self._values = cache(self._read)

    def meetings(self) -> tuple[TwoSides, ...]:
        return self._meetings()

    def theirs_is_known(self, met: TwoSides) -> bool:
        """Whether others have what came from their side, and not yet what came from ours."""
        return is_sent(self._root, met.theirs) and not is_sent(self._root, met.ours)

    def value(self, commit: str, file: str) -> dict[str, Any] | None:
        """What a record said in a commit; None where it was not there, or cannot be read."""
        return self._values(commit, file)

    def _read(self, commit: str, file: str) -> dict[str, Any] | None:
        data = file_at(self._root, commit, file)
        return read(data).value if data is not None else None


def collisions_of(board: Board, history: History) -> Iterator[Collision]:
    """Every number that is given twice, records before items."""
    yield from _open_records(board, history)
    yield from _two_files(board, history)
    for loaded in board.loaded:
        yield from _two_items(board, loaded, history)


def _open_records(board: Board, history: History) -> Iterator[OpenRecords]:
    read_files = {loaded.file for loaded in board.loaded}
    for file in list_records(board.root)[0]:
        versions = (
            split(board.read(file.name)) if file.name not in read_files and file.kind.numbered else None
        )
        if versions is None:
            continue
        ours, theirs = (read(version).value for version in versions)
        if not ours or not theirs or not ours.get("id") == theirs.get("id") == file.stem:
            continue
        if file.name != file_of(file.kind, file.stem):
            continue
        name = file.name
        met = next((one for one in history.meetings()
                    if history.value(one.ours, name) and history.value(one.theirs, name)), None)  # fmt: skip
        # A record that both branches had before they parted is one record, however much they disagree.
        if history.value(met.base, name) is None if met else is_one_conflict(board.read(name)):
            if met and history.theirs_is_known(met):
                met, versions = _turned(met), (versions[1], versions[0])
            yield OpenRecords(file.kind, file.stem, name, met, *versions)


def _two_files(board: Board, history: History) -> Iterator[TwoFiles]:
    same_id: dict[str, list[Loaded]] = {}
    for loaded in board.loaded:
        if loaded.kind.numbered and split_number(loaded.id):
            same_id.setdefault(loaded.id, []).append(loaded)
    for record_id, held in same_id.items():
        in_place = file_of(held[0].kind, record_id)
        first, *others = sorted(held, key=lambda loaded: (loaded.file != in_place, loaded.file))
        for other in others:
            met = next(
                (one for one in history.meetings() if _from(history, one, first.file, other.file)), None
            )
            turned = None
            if met is None:
                turned = next(
                    (one for one in history.meetings() if _from(history, one, other.file, first.file)), None
                )
            sides = _turned(turned) if turned else met
            yield TwoFiles(first.kind, record_id, other.file, sides, first.file)


def _from(history: History, met: TwoSides, ours: str, theirs: str) -> bool:
    """Whether the first file came from our side alone, and the second from theirs alone."""
    return bool(
        history.value(met.ours, ours) and not history.value(met.ours, theirs)
        and history.value(met.theirs, theirs) and not history.value(met.theirs, ours)
    )  # fmt: skip


def _turned(sides: TwoSides) -> TwoSides:
    return TwoSides(sides.theirs, sides.ours, sides.base)


def _two_items(board: Board, loaded: Loaded, history: History) -> Iterator[TwoItems]:
    places: dict[str, list[tuple[str, int]]] = {}
    for held in held_by(loaded):
        places.setdefault(held.id, []).append((held.field, held.position))
    for item_id, found in places.items():
        if len(found) == 1:
            continue
        field, first = found[0][0], found[0][1]
        kept, sides = first, None
        value = read(board.read(loaded.file)).value or {}
        for met in history.meetings():
            ours, theirs, base = (
                _item(history.value(commit, loaded.file), field, item_id)
                for commit in (met.ours, met.theirs, met.base)
            )
            if base is None and ours and theirs and not same(ours, theirs):
                keeps, known = (theirs, _turned(met)) if history.theirs_is_known(met) else (ours, met)
                place = next((place for _, place in found if same(value[field][place], keeps)), None)
                kept, sides = (first, None) if place is None else (place, known)
                break
        for _, place in found:
            if place != kept:
                yield TwoItems(loaded.kind, item_id, loaded.file, sides, field, kept, place)


def _item(value: dict[str, Any] | None, field: str, item_id: str) -> dict[str, Any] | None:
    """An item of a record by its full id."""
    number = item_id.partition(".")[2]
    items = (value or {}).get(field) or []
    return next((item for item in items if isinstance(item, dict) and item.get("id") == number), None)
