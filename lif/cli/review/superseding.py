"""`lif review supersede`: another review takes the place of one."""

from typing import Annotated

import typer

from lif.cli.entry import By, Entry, Note, On, Want
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.review.entry import ReviewId
from lif.cli.writing import DryRun, From
from lif.operations.reviews.course import supersede

app = single()


@app.command("supersede")
def supersede_(
    ctx: typer.Context,
    review_id: ReviewId,
    review: Annotated[
        str | None, typer.Option("--review", metavar="ID", help="The review that takes its place.")
    ] = None,
    reason: Annotated[str | None, typer.Option("--reason", help="Why.")] = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record that another review takes the place of this one."""
    entry = Entry("superseded", given_from, date, by)
    said = entry.keys(
        by="independent-chair",
        note=note,
        **entry.all_wanted(
            Want("review", review, "The review that takes its place, by its id."),
            Want("reason", reason, "Why another review takes its place."),
        ),
    )
    record(ctx, review_id, supersede, said, dry_run)
