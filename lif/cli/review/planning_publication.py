"""`lif review plan-publication`: a day is set for publication."""

from typing import Annotated

import typer

from lif.cli.entry import By, Entry, Note, On
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.review.entry import ReviewId
from lif.cli.writing import DryRun, From
from lif.operations.reviews.publishing import plan_publication

app = single()


@app.command("plan-publication")
def plan_publication_(
    ctx: typer.Context,
    review_id: ReviewId,
    planned: Annotated[
        str | None, typer.Option("--planned", metavar="DATE", help="The day on which it is to be published.")
    ] = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Set a day for publication; copies go out before it."""
    entry = Entry("publication-planned", given_from, date, by)
    day = entry.day("planned", planned, "The day on which the report is to be published.")
    said = entry.keys(by="business-manager", planned=day, note=note)
    record(ctx, review_id, plan_publication, said, dry_run)
