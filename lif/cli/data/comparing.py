"""`lif data comparators`: records whom the Board is compared with."""

from pathlib import Path
from typing import Annotated

import typer

from lif.cli import say
from lif.cli.noun import single
from lif.cli.writing import DryRun, write
from lif.exchange.table import read_table
from lif.operations.figures.comparators import ComparatorsRecorded, record_comparators
from lif.store.board import Board

app = single()


@app.command()
def comparators(
    ctx: typer.Context,
    figures: Annotated[
        Path,
        typer.Argument(metavar="FIGURES.csv", help="Official figures by local authority."),
    ],
    neighbours: Annotated[
        Path | None,
        typer.Option(
            "--neighbours", metavar="FILE.csv", help="The Department's file of statistical neighbours."
        ),
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Record whom the Board is compared with: its region, England and its ten statistical neighbours."""
    table = read_table(figures)
    neighbour_table = read_table(neighbours) if neighbours else None

    def make(board: Board) -> ComparatorsRecorded:
        change = record_comparators(board, table, neighbour_table)
        for remark in change.remarks:
            say.aside(remark)
        say.result(
            f"{board.profile.area.name} has the authority number {change.authority}. It is set beside:"
        )
        say.result(
            say.table(("Role", "Code", "Name"), [(c.role, c.code, c.name) for c in change.comparators])
        )
        return change

    write(ctx, make, dry_run)
