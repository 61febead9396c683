"""`lif review share`: learning goes out."""

from typing import Annotated

import typer

from lif.cli.entry import By, Entry, Note, On
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.review.entry import ReviewId
from lif.cli.writing import DryRun, From
from lif.operations.reviews.log import add_review_entry

app = single()


@app.command("share")
def share(
    ctx: typer.Context,
    review_id: ReviewId,
    channel: Annotated[str | None, typer.Option("--channel", help="How it went out, and to whom.")] = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record that learning went out, perhaps long before publication."""
    entry = Entry("learning-shared", given_from, date, by)
    said = entry.keys(
        by="business-manager",
        channel=entry.wanted("channel", channel, "How it went out, and to whom."),
        note=note,
    )
    record(ctx, review_id, add_review_entry, said, dry_run)
