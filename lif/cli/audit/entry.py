"""What the words that add to the log of an audit share."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any

import typer

from lif.cli.state import day_of
from lif.cli.writing import write
from lif.operations.who_is_named import with_ids
from lif.store.board import Board
from lif.store.change import Change

AuditId = Annotated[str, typer.Argument(metavar="ID", help="Such as AU-2017-001.")]
Making = Callable[[Board, str, Mapping[str, Any], date], Change]
"""An operation that adds to an audit's log: from the Board, the id, the entry's keys and today."""


def record(
    ctx: typer.Context, audit_id: str, making: Making, entry: Mapping[str, Any], dry_run: bool
) -> None:
    """Carry out an operation that adds to the log of an audit."""
    today = day_of(None)
    write(ctx, lambda board: making(board, audit_id, with_ids(board, entry), today), dry_run)
