"""Who changed a record, what and when: every save of it, oldest first, and what is not saved yet."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from lif.insight.differences import Difference, differences
from lif.insight.wording import counted
from lif.records.kinds import Kind
from lif.records.owning import owner_of_file
from lif.store.board import Board, Loaded
from lif.store.listing import list_records
from lif.store.past import NOTHING, Save, Touch, blobs, follow, origin_of, saved_files, touches
from lif.store.yaml_reader import read
from lif.store.yaml_text import decode

_WITH_IT = "It was opened with the record."
_ITEM = re.compile(r"[A-Z][1-9][0-9]*")


@dataclass(frozen=True, slots=True)
class Changed:
    """What was changed in a record at one time."""

    save: Save | None
    """The save; None for what is not saved yet."""
    differences: tuple[Difference, ...]


def history_of(board: Board, loaded: Loaded, number: str = "") -> list[Changed]:
    """The history of a record, or of one of its items by its number, oldest first.

    The record is followed through its earlier names and numbers; its figures, chronologies and answers belong to
    it. Raises Refusal where git cannot answer.
    """
    root = board.root
    found, last = touches(root), saved_files(root)
    beside = [one.name for one in list_records(root)[1] if owner_of_file(one.name) == loaded.id]
    beside += [name for name in last if owner_of_file(name) == loaded.id and name.endswith(".csv")]
    own: list[Touch] = []
    for name in dict.fromkeys([loaded.file, *beside]):
        if name in last:
            own += _followed(board, found, name, last[name], renumbered=name == loaded.file)
    changed = _saved(loaded.kind, own, found, board)
    unsaved = _unsaved(loaded.kind, [loaded.file, *dict.fromkeys(beside)], last, board)
    changed += [Changed(None, unsaved)] if unsaved else []
    return [one for one in (_only(one, number) for one in changed) if one.differences]


def _saved(kind: Kind, own: Sequence[Touch], found: Sequence[Touch], board: Board) -> list[Changed]:
    """What each save did to the files of a record, oldest first; `found` are all touches, newest first."""
    kept = blobs(board.root, [blob for touch in own for blob in (touch.before, touch.after)])
    order = {save: at for at, save in enumerate(dict.fromkeys(touch.save for touch in reversed(found)))}
    told: dict[Save, list[Difference]] = {}
    for touch in sorted(own, key=lambda one: order[one.save]):
        mine = _between(kind, touch.name, (kept.get(touch.before), kept.get(touch.after)), board)
        if touch.save.merges and mine and touch.name == touch.name_before:
            mine = [] if touch.save in told else [Difference("", "Two versions of it were joined.")]
        told.setdefault(touch.save, []).extend(mine)
    return [Changed(save, tuple(differences)) for save, differences in told.items()]


def _unsaved(
    kind: Kind, names: Sequence[str], last: Mapping[str, str], board: Board
) -> tuple[Difference, ...]:
    """What is different from the last save in the files of a record."""
    saved = blobs(board.root, [last[name] for name in names if name in last])
    return tuple(
        difference
        for name in names
        for difference in _between(kind, name, (saved.get(last.get(name, NOTHING)), _now(board, name)), board)
    )


def _followed(board: Board, found: Sequence[Touch], name: str, blob: str, *, renumbered: bool) -> list[Touch]:
    """The touches that led to a file, also under the number that it had before it was renumbered."""
    own = [*follow(found, name, blob)]
    while renumbered and own and own[-1].before == NOTHING:
        first = own[-1]
        folder = PurePosixPath(first.name).parent
        earlier = [one for one in found[found.index(first) + 1 :] if PurePosixPath(one.name).parent == folder]
        known = blobs(board.root, [first.after, *(one.after for one in earlier)])
        origin = origin_of(known, known[first.after], first.name, earlier)
        if origin is None:
            return own
        # Where it was renumbered while two lines were joined, each of them tells that it was new.
        own = [one for one in own if one.save != first.save]
        own.append(Touch(first.save, first.name, origin.name, origin.after, first.after))
        own += follow(earlier, origin.name, origin.after)
    return own


def _now(board: Board, name: str) -> bytes | None:
    try:
        return board.read(name)
    except FileNotFoundError:
        return None


def _between(
    kind: Kind, name: str, versions: tuple[bytes | None, bytes | None], board: Board
) -> list[Difference]:
    """What is different between two versions of a file."""
    before, after = versions
    if before == after:
        return []
    if name.endswith(".csv"):
        return [Difference("", _rows_words(name, before, after))]
    was, is_now = _value(before), _value(after)
    found = differences(kind, was, is_now, name, board)
    if was is None:
        found += [Difference(item, _WITH_IT) for item in _numbered(is_now)]
    return found or [Difference("", "Its layout or its comments.")]


def _numbered(value: Any) -> Iterator[str]:
    """The numbers of the items in a record, such as `A3`."""
    if isinstance(value, list):
        for part in value:
            if isinstance(part, dict) and _ITEM.fullmatch(str(part.get("id", ""))):
                yield part["id"]
            yield from _numbered(part)
    elif isinstance(value, dict):
        for part in value.values():
            yield from _numbered(part)


def _value(data: bytes | None) -> dict[str, Any] | None:
    return None if data is None else read(data).value or {}


def _rows_words(name: str, before: bytes | None, after: bytes | None) -> str:
    """How many rows of a CSV file were added, changed or taken out; a changed row counts as both."""
    old, new = (Counter(decode(data)[0].splitlines()[1:]) if data else Counter() for data in (before, after))
    added, gone = (new - old).total(), (old - new).total()
    parts = [f"{counted(added, 'row')} new"] if added else []
    parts += [f"{counted(gone, 'row')} no longer there"] if gone else []
    return f"In {name.rpartition('/')[2]}: {', '.join(parts) or 'the order of its rows'}."


def _only(changed: Changed, number: str) -> Changed:
    """What concerns one item alone; all of it where none is named."""
    if not number:
        return Changed(changed.save, tuple(one for one in changed.differences if one.words != _WITH_IT))
    return Changed(changed.save, tuple(one for one in changed.differences if one.item == number))
