"""`lif review withhold`: the report is not published, or not yet."""

from typing import Annotated

import typer

from lif.cli.entry import By, Entry, Note, On
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.review.entry import ReviewId
from lif.cli.writing import DryRun, From
from lif.operations.reviews.publishing import withhold

app = single()


@app.command("withhold")
def withhold_(
    ctx: typer.Context,
    review_id: ReviewId,
    reason: Annotated[str | None, typer.Option("--reason", help="Why it is not published.")] = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record that the report is not published, or not yet, and why."""
    entry = Entry("withheld", given_from, date, by)
    said = entry.keys(
        by="independent-chair",
        reason=entry.wanted("reason", reason, "Why it is not published, or not yet."),
        note=note,
    )
    record(ctx, review_id, withhold, said, dry_run)
