"""`lif data import`: takes an indicator's figures from a file."""

from pathlib import Path
from typing import Annotated

import typer

from lif.cli import say
from lif.cli.data.import_report import import_report
from lif.cli.data.name import Name
from lif.cli.fields import full_day
from lif.cli.noun import single
from lif.cli.state import root_of
from lif.cli.writing import DryRun
from lif.exchange.mapping import GivenColumns
from lif.exchange.table import read_table
from lif.operations.carry_out import carry_out
from lif.operations.data import FiguresImported, GivenSource, find_indicator, import_figures
from lif.store.board import Board

app = single()
DRY_RUN = "This was a dry run; nothing was written."


@app.command("import")
def import_(
    ctx: typer.Context,
    name: Name,
    file: Annotated[Path, typer.Argument(metavar="FILE.csv", help="The file with the figures.")],
    period: Annotated[
        str | None, typer.Option("--period", metavar="COLUMN", help="Holds the period.")
    ] = None,
    area: Annotated[
        list[str] | None,
        typer.Option(
            "--area",
            metavar="COLUMN[,COLUMN…]",
            help="Hold the area's code; the first that is filled counts.",
        ),
    ] = None,
    numerator: Annotated[
        str | None, typer.Option("--numerator", metavar="COLUMN", help="Holds the count that is measured.")
    ] = None,
    denominator: Annotated[
        str | None,
        typer.Option("--denominator", metavar="COLUMN", help="Holds the count it is measured against."),
    ] = None,
    value: Annotated[
        str | None,
        typer.Option(
            "--value", metavar="COLUMN", help="Holds the figure; a percent or rate is worked out without it."
        ),
    ] = None,
    where: Annotated[
        list[str] | None,
        typer.Option(
            "--where", metavar="COLUMN=TEXT", help="Take only the rows in which a column says so. Repeatable."
        ),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option("--source", help='Where the figures come from, such as "Department for Education, …".'),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="The day the file was fetched from its source."),
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Take an indicator's figures from a CSV file: those of the Board's area and of its comparators.

    What is said about the columns is kept with the indicator, so that next time NAME and FILE are enough.
    Figures that are here and not in the file stay. Suppressed figures stay suppressed.
    """
    columns = GivenColumns(period, tuple(area or ()), numerator, denominator, value, tuple(where or ()))
    given = GivenSource(source, full_day(as_of, "--as-of"))
    table = read_table(file)

    def make(board: Board) -> FiguresImported:
        change = import_figures(board, name, table, columns, given)
        for remark in change.remarks:
            say.aside(remark)
        say.result(import_report(change, find_indicator(board, name).record, table.file))
        return change

    outcome = carry_out(root_of(ctx), make, dry_run=dry_run)
    for finding in outcome.remarks:
        say.aside_finding(finding)
    if dry_run:
        if outcome.diff:
            say.result_diff(outcome.diff)
        say.aside(DRY_RUN)
    elif outcome.written:
        say.result(outcome.change.summary)
