"""`lif review import`: recommendations from a CSV file."""

from pathlib import Path
from typing import Annotated

import typer

from lif.cli import say
from lif.cli.noun import single
from lif.cli.writing import DryRun, write
from lif.store.board import Board

app = single()


@app.command()
def import_(
    ctx: typer.Context,
    review_id: Annotated[str, typer.Argument(metavar="ID", help="Such as CR-2017-001.")],
    file: Annotated[Path, typer.Argument(metavar="FILE.csv", help="One recommendation in each row.")],
    text: Annotated[
        str, typer.Option("--text", metavar="COLUMN", help="The column that holds the recommendation.")
    ] = "recommendation",
    reference: Annotated[
        str | None,
        typer.Option("--reference", metavar="COLUMN", help="Its place in the source, such as a paragraph."),
    ] = None,
    made_by: Annotated[
        str | None, typer.Option("--made-by", metavar="COLUMN", help="The body that made it.")
    ] = None,
    made_on: Annotated[
        str | None, typer.Option("--made-on", metavar="COLUMN", help="When it was made.")
    ] = None,
    agencies: Annotated[
        str | None,
        typer.Option("--agencies", metavar="COLUMN", help="Agencies, with semicolons between them."),
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Add recommendations from a CSV file, in its order, behind those that are there. What is there already stays once."""
    from lif.exchange.table import read_table
    from lif.operations.reviews.recommendations import (
        RecommendationColumns,
        RecommendationsAdded,
        add_recommendations,
    )

    table = read_table(file)
    columns = RecommendationColumns(text, reference, made_by, made_on, agencies)

    def make(board: Board) -> RecommendationsAdded:
        change = add_recommendations(board, review_id, table, columns)
        for remark in change.remarks:
            say.aside(remark)
        return change

    write(ctx, make, dry_run)
