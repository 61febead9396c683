"""`lif review close`: nothing more is to be done."""

from typing import Annotated

import typer

from lif.cli.entry import By, Entry, Note, On
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.review.entry import ReviewId
from lif.cli.writing import DryRun, From
from lif.operations.reviews.course import close

app = single()


@app.command("close")
def close_(
    ctx: typer.Context,
    review_id: ReviewId,
    reason: Annotated[str | None, typer.Option("--reason", help="Why nothing more is to be done.")] = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Close a review: nothing more is to be done in it."""
    entry = Entry("closed", given_from, date, by)
    said = entry.keys(
        by="business-manager",
        reason=entry.wanted("reason", reason, "Why nothing more is to be done in the review itself."),
        note=note,
    )
    record(ctx, review_id, close, said, dry_run)
