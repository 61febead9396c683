"""Spreadsheets that were brought in before: how their columns and words were read, kept with the Board."""

import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from lif.exchange.grid import Grids
from lif.exchange.register.definition import Register, plain
from lif.exchange.register.reading import Kept, RegisterRead
from lif.records.board import KnownSheet
from lif.store.board import Board
from lif.store.change import edit_record, field_order
from lif.store.yaml_edit import Put

_HEADINGS_WITHIN = 40
_LEAST_SHARE = 0.6
"""What part of the columns that were known must be there for a file to count as the next version of another."""
_NO_NAME = frozenset(
    {"v", "final", "draft", "copy", "of", "the", "version", "new", "updated", "latest", "xlsx"}
)


def kept_for(board: Board, register: Register, grids: Grids) -> Kept:
    """What is kept of a file like this one; nothing where no file with most of its columns was read before."""
    texts = {
        plain(cell.text)
        for grid in grids.grids
        for number in list(grid.rows)[:_HEADINGS_WITHIN]
        for cell in grid.rows[number]
        if cell.text
    }
    best: tuple[float, str, KnownSheet] | None = None
    for name, sheet in board.profile.sheets.items():
        if sheet.holds != register.name or not sheet.columns:
            continue
        there = sum(
            plain(one.heading.rpartition(": ")[2]) in texts or plain(one.heading) in texts
            for one in sheet.columns
        )
        share = there / len(sheet.columns)
        if share >= _LEAST_SHARE and (best is None or share > best[0]):
            best = (share, name, sheet)
    if best is None:
        return Kept()
    _, name, sheet = best
    columns = {plain(one.heading): one.field for one in sheet.columns}
    return Kept(name, columns, {one.says: one.means for one in sheet.words})


def keep_sheet(
    board: Board, register: Register, read: RegisterRead, kept: Kept, words: Mapping[str, str]
) -> tuple[str, dict[str, bytes]]:
    """The name under which the mapping is kept, and the Board's record with it; no file where it stands there."""
    name = kept.name or _name(board, read.file)
    columns = {}
    for one in read.sheets:
        columns.update({plain(placed.heading.name): placed for placed in one.placed})
    value: dict[str, Any] = {
        "holds": register.name,
        "columns": [{"heading": one.heading.name, "field": one.field} for one in columns.values()],
    }
    if said := {**kept.words, **words}:
        value["words"] = [{"says": text, "means": meaning} for text, meaning in said.items()]
    loaded = board.of("board")[0]
    there = board.profile.sheets.get(name)
    if there and there.model_dump(mode="json", exclude_defaults=True) == value:
        return name, {}
    data = edit_record(board, loaded, [Put(("sheets", name), value, field_order(loaded.kind))])
    return name, {loaded.file: data}


def _name(board: Board, file: str) -> str:
    """A short name made of that of the file, without its numbers, so that next year's file has the same."""
    words = [word for word in re.findall("[a-z]+", PurePath(file).stem.lower()) if word not in _NO_NAME]
    name = "-".join(words)[:40].strip("-") or "tracker"
    number, free = 2, name
    while free in board.profile.sheets:
        number, free = number + 1, f"{name}-{number}"
    return free
