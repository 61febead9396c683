"""`lif data import`: takes indicators' figures from a file."""

from pathlib import Path
from typing import Annotated

import typer

from lif.cli import say
from lif.cli.data.import_report import import_report
from lif.cli.fields import full_day
from lif.cli.noun import single
from lif.cli.state import root_of
from lif.cli.writing import DryRun
from lif.exchange.figure_sheet import open_figures
from lif.exchange.mapping import GivenColumns
from lif.operations.carry_out import carry_out
from lif.operations.figures.files import FileImported, import_file
from lif.operations.figures.importing import GivenSource, find_indicator
from lif.store.board import Board
from lif.store.errors import WrongUse

app = single()
DRY_RUN = "This was a dry run; nothing was written."


@app.command("import")
def import_(
    ctx: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]",
            help="Its short name, such as repeat-plans; left out, all that were read from such a file before.",
        ),
    ] = None,
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE.csv|xlsx", help="The file with the figures.")
    ] = None,
    period: Annotated[
        str | None, typer.Option("--period", metavar="COLUMN", help="Holds the period.")
    ] = None,
    area: Annotated[
        list[str] | None,
        typer.Option(
            "--area",
            metavar="COLUMN[,COLUMN…]",
            help="Hold the area's code or name; the first that is filled counts.",
        ),
    ] = None,
    own: Annotated[
        bool, typer.Option("--own", help="No column holds the area: every row is about the Board's own.")
    ] = False,
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
    mark: Annotated[
        str | None,
        typer.Option("--mark", metavar="COLUMN", help="Holds the mark where it stands beside the figure."),
    ] = None,
    where: Annotated[
        list[str] | None,
        typer.Option(
            "--where", metavar="COLUMN=TEXT", help="Take only the rows in which a column says so. Repeatable."
        ),
    ] = None,
    sheet: Annotated[
        str | None, typer.Option("--sheet", metavar="SHEET", help="The sheet of the workbook that is meant.")
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
    """Take indicators' figures from a CSV file or a workbook: those of the Board's area and of its comparators.

    What is said about the columns is kept with the indicator, so that next time FILE is enough. What lif data
    export wrote is read without more. Figures that are here and not in the file stay. Suppressed figures stay
    suppressed.
    """
    whose, path = (name, file) if file else (None, Path(name or ""))
    if file is None and not path.suffix and not (name and path.exists()):
        whose = f"{name} " if name else ""
        raise WrongUse(
            "FILE is missing: the file with the figures.", f"Give it: lif data import {whose}FILE.csv"
        )
    columns = GivenColumns(
        period, tuple(area or ()), numerator, denominator, value, tuple(where or ()), mark, sheet, own
    )
    given = GivenSource(source, full_day(as_of, "--as-of"))
    raw = open_figures(path)

    def make(board: Board) -> FileImported:
        change = import_file(board, raw, whose, columns, given)
        for remark in dict.fromkeys(remark for _, one in change.each for remark in one.remarks):
            say.aside(remark)
        for place, (indicator, one) in enumerate(change.each):
            if whose is None:
                say.result(f"{'' if not place else chr(10)}{indicator}")
            say.result(import_report(one, find_indicator(board, indicator).record, raw.file))
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
