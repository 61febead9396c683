"""`lif review start`: a review begins."""

from typing import Annotated

import typer

from lif.cli.entry import By, Entry, Note, On
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.review.entry import ReviewId
from lif.cli.writing import DryRun, From
from lif.operations.reviews.course import start

app = single()


@app.command("start")
def start_(
    ctx: typer.Context,
    review_id: ReviewId,
    due: Annotated[
        str | None,
        typer.Option(
            "--due", metavar="DATE", help="When it is to be complete; the time its regime gives unless given."
        ),
    ] = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record that the review began, and when it is to be complete."""
    entry = Entry("started", given_from, date, by)
    said = entry.keys(by="business-manager", due=entry.day("due", due), note=note)
    record(ctx, review_id, start, said, dry_run)
