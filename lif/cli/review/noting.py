"""`lif review note`: a dated note on the course of a review."""

from typing import Annotated

import typer

from lif.cli.asking import required
from lif.cli.entry import By, Entry, On
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.review.entry import ReviewId
from lif.cli.writing import DryRun, From
from lif.operations.reviews.log import add_review_entry

app = single()


@app.command("note")
def note_(
    ctx: typer.Context,
    review_id: ReviewId,
    note: Annotated[str | None, typer.Argument(metavar="[NOTE]", help="What happened.")] = None,
    by: By = None,
    date: On = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Add a dated note to a review. Notes are only ever added to."""
    entry = Entry("noted", given_from, date, by)
    text = required(entry.text("note", note), "NOTE", "Note", "What is to be remembered.")
    said = entry.keys(by="business-manager", note=text)
    record(ctx, review_id, add_review_entry, said, dry_run)
