"""`lif review chronology import`: one agency's chronology from the file that it sent."""

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
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="CSV, an Excel workbook (.xlsx) or a Word document (.docx)."),
    ],
    agency: Annotated[
        str, typer.Option("--agency", help="Whose chronology it is: an agency, or a neighbouring Board.")
    ],
    date: Annotated[
        str | None, typer.Option("--date", metavar="COLUMN", help="The column of the dates; else Date.")
    ] = None,
    event: Annotated[
        str | None, typer.Option("--event", metavar="COLUMN", help="What happened; else Event.")
    ] = None,
    time: Annotated[
        str | None, typer.Option("--time", metavar="COLUMN", help="The time of day; else Time.")
    ] = None,
    source: Annotated[
        str | None, typer.Option("--source", metavar="COLUMN", help="Where it was recorded; else Source.")
    ] = None,
    comment: Annotated[
        str | None, typer.Option("--comment", metavar="COLUMN", help="The agency's comment; else Comment.")
    ] = None,
    sheet: Annotated[
        str | None,
        typer.Option("--sheet", help="Of a workbook, the sheet to read, where more than one could be."),
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Put an agency's chronology beside a review, from CSV, Excel or Word. Of a document, every table is read
    that has the columns.

    A date may be a month or a year alone, such as November 2015; no day is made up for it. A stretch of time
    goes in with its first day. If one date cannot be read, its row is named and nothing is taken. Importing
    again replaces what the same agency gave before; what would be gone is named, and --dry-run shows it all.

    Before you import: nothing here can tell whether a text names somebody. Have names of children, families
    and staff replaced by codes and roles first; the records are kept for ever and are copied.
    """
    from lif.exchange.chronology import ChronologyColumns, read_chronology_sheets
    from lif.exchange.sheet import read_sheets
    from lif.insight.wording import day_words
    from lif.operations.reviews.chronologies import ChronologyImported, import_chronology

    columns = ChronologyColumns(date, time, event, source, comment)
    read = read_chronology_sheets(file.name, read_sheets(file), columns, sheet)
    for remark in read.remarks:
        say.aside(remark)

    def make(board: Board) -> ChronologyImported:
        change = import_chronology(board, review_id, agency, read.rows)
        for row in change.gone:
            say.aside(f"Gone, or changed: {change.file}, line {row.line}, of {day_words(row.date)}.")
        if change.awaited:
            say.aside(
                f"{review_id} still has a contribution of this agency as asked for. If this is it, record that it "
                f"came: lif review contribution receive {review_id} {change.awaited}"
            )
        return change

    write(ctx, make, dry_run)
