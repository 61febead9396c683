"""`lif assure record`: what was done for an obligation and stands in no other record."""

from typing import Annotated

import typer

from lif.cli.entry import By, Entry, Note, On
from lif.cli.noun import single
from lif.cli.registers import Bearing
from lif.cli.state import day_of
from lif.cli.writing import DryRun, From, write

app = single()


@app.command("record")
def record_(
    ctx: typer.Context,
    clause: Annotated[str, typer.Argument(metavar="CLAUSE", help="The obligation, such as F2.review.")],
    what: Annotated[str | None, typer.Option("--what", help="What was done, and where it is kept.")] = None,
    records: Bearing = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record what was done for an obligation and stands in no other record.

    Such as a review of the framework, or that there was no complaint in a quarter. It counts where the framework
    says so; see what counts with: lif assure CLAUSE
    """
    from lif.operations.framework import add_framework_entry

    entry = Entry("recorded", given_from, date, by)
    text = entry.wanted("what", what, "What was done, and where it is kept.")
    said = entry.keys(by="", clause=clause, what=text, records=entry.words("records", records), note=note)
    today = day_of(None)
    write(ctx, lambda board: add_framework_entry(board, said, today), dry_run)
