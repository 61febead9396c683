"""How every word that adds an entry to the log of a record carries it out."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import typer

from lif.cli.state import day_of
from lif.cli.writing import write
from lif.operations.who_is_named import with_ids
from lif.store.board import Board
from lif.store.change import Change

Making = Callable[[Board, str, Mapping[str, Any], date], Change]
"""An operation that adds to a log: from the Board, the id, the entry's keys and today."""


def record(
    ctx: typer.Context, record_id: str, making: Making, entry: Mapping[str, Any], dry_run: bool
) -> None:
    """Carry out an operation that adds an entry to the log of a record or of an item."""
    today = day_of(None)
    write(ctx, lambda board: making(board, record_id, with_ids(board, entry), today), dry_run)
