"""How indicators were edited since they were first saved, as git keeps it."""

from collections.abc import Mapping, Sequence
from typing import Any

from lif.rules.figures.definitions import Edit
from lif.store.board import Board
from lif.store.past import NOTHING, blobs, saved_files, touches
from lif.store.yaml_reader import read


def edits_of_indicators(board: Board) -> dict[str, Sequence[Edit]]:
    """The edits of each indicator by its file, the oldest first and what is not saved yet last.

    Raises Refusal where git cannot answer; gives nothing where nothing was ever saved.
    """
    files = {loaded.file for loaded in board.of("indicator")}
    changed = [
        touch
        for touch in reversed(touches(board.root))
        # What joins two lines of saves only says again what stands in one of them.
        if touch.name in files and not touch.save.merges and NOTHING not in (touch.before, touch.after)
    ]
    last = {name: blob for name, blob in saved_files(board.root).items() if name in files}
    numbers = {*last.values(), *(each for touch in changed for each in (touch.before, touch.after))}
    kept = {number: _value(data) for number, data in blobs(board.root, numbers).items()}
    found: dict[str, list[Edit]] = {name: [] for name in last}
    for touch in changed:
        edit = Edit(touch.save.when.date(), kept[touch.before], kept[touch.after])
        found.setdefault(touch.name, []).append(edit)
    for name, blob in last.items():
        found[name].append(Edit(None, kept[blob], _value(board.read(name))))
    return {name: tuple(edits) for name, edits in found.items()}


def _value(data: bytes) -> Mapping[str, Any]:
    """What a record says; nothing where it could not be read."""
    value = read(data).value
    return value if isinstance(value, dict) else {}
