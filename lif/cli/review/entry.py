"""What the words that add to the log of a review share."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any

import typer

from lif.cli.state import day_of
from lif.cli.writing import write
from lif.operations.who_is_named import with_ids
from lif.store.board import Board
from lif.store.change import Change

ReviewId = Annotated[str, typer.Argument(metavar="ID", help="Such as CR-2017-001.")]
Making = Callable[[Board, str, Mapping[str, Any], date], Change]
"""An operation that adds an entry to a review's log: from the Board, the id, the entry's keys and today."""


def record(
    ctx: typer.Context, review_id: str, making: Making, entry: Mapping[str, Any], dry_run: bool
) -> None:
    """Carry out an operation that adds an entry to the log of a review."""
    today = day_of(None)
    write(ctx, lambda board: making(board, review_id, with_ids(board, entry), today), dry_run)
