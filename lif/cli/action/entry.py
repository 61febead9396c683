"""What the words that add to the log of an action share."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any

import typer

from lif.cli.state import day_of
from lif.cli.writing import write
from lif.operations.who_is_named import with_ids
from lif.store.board import Board
from lif.store.change import Change

ActionId = Annotated[str, typer.Argument(metavar="ID", help="Such as AP-2017-001.A3.")]
Records = Annotated[
    list[str] | None,
    typer.Option("--record", metavar="ID", help="A record that bears it out, such as an audit. Repeatable."),
]
Making = Callable[[Board, str, Mapping[str, Any], date], Change]
"""An operation that adds to an action's log: from the Board, the id, the entry's keys and today."""


def record(
    ctx: typer.Context, action_id: str, making: Making, entry: Mapping[str, Any], dry_run: bool
) -> None:
    """Carry out an operation that adds to the log of an action."""
    today = day_of(None)
    write(ctx, lambda board: making(board, action_id, with_ids(board, entry), today), dry_run)
