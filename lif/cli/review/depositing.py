"""`lif review deposit`: the report was given to a repository of reviews."""

from typing import Annotated

import typer

from lif.cli.entry import By, Entry, Note, On
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.review.entry import ReviewId
from lif.cli.writing import DryRun, From
from lif.operations.reviews.publishing import deposit

app = single()


@app.command("deposit")
def deposit_(
    ctx: typer.Context,
    review_id: ReviewId,
    repository: Annotated[
        str | None,
        typer.Option("--repository", help="Which; the national case review repository unless given."),
    ] = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record that the report was given to the national repository of reviews."""
    entry = Entry("deposited", given_from, date, by)
    where = entry.text("repository", repository) or "National case review repository"
    said = entry.keys(by="business-manager", repository=where, note=note)
    record(ctx, review_id, deposit, said, dry_run)
