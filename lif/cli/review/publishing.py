"""`lif review publish`: the report is out."""

from typing import Annotated

import typer

from lif.cli.entry import By, Entry, Note, On
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.review.entry import ReviewId
from lif.cli.writing import DryRun, From
from lif.operations.review_publishing import publish

app = single()


@app.command("publish")
def publish_(
    ctx: typer.Context,
    review_id: ReviewId,
    where: Annotated[
        str | None, typer.Option("--where", help="Where it can be read, such as a web address.")
    ] = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record that the report was published."""
    entry = Entry("published", given_from, date, by)
    said = entry.keys(by="business-manager", where=where, note=note)
    record(ctx, review_id, publish, said, dry_run)
