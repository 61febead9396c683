"""`lif review receive`: the report of a review came."""

import typer

from lif.cli.entry import By, Entry, Note, On
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.review.entry import ReviewId
from lif.cli.writing import DryRun, From
from lif.operations.reviews.log import add_review_entry

app = single()


@app.command("receive")
def receive(
    ctx: typer.Context,
    review_id: ReviewId,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record that the report of the review was received."""
    said = Entry("report-received", given_from, date, by).keys(by="business-manager", note=note)
    record(ctx, review_id, add_review_entry, said, dry_run)
