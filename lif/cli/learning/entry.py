"""What the words that add to the log of a lesson share."""

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from lif.cli.state import day_of
from lif.cli.writing import write
from lif.operations.learning import add_learning_entry

LearningId = Annotated[str, typer.Argument(metavar="ID", help="Such as LL-2017-001.")]
Agencies = Annotated[
    list[str] | None, typer.Option("--agency", metavar="AGENCY", help="An agency. Repeatable.")
]
Bearing = Annotated[
    list[str] | None,
    typer.Option("--record", metavar="ID", help="A record that bears it out. Repeatable."),
]


def record(ctx: typer.Context, learning_id: str, entry: Mapping[str, Any], dry_run: bool) -> None:
    """Add an entry to the log of a lesson."""
    today = day_of(None)
    write(ctx, lambda board: add_learning_entry(board, learning_id, entry, today), dry_run)
