"""`lif review owner`: another role or body answers for a review."""

from typing import Annotated

import typer

from lif.cli.entry import By, Entry, Note, On, Want
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.review.entry import ReviewId
from lif.cli.writing import DryRun, From
from lif.operations.reviews.course import change_owner

app = single()


@app.command("owner")
def owner_(
    ctx: typer.Context,
    review_id: ReviewId,
    to: Annotated[
        str | None,
        typer.Option("--to", help="Who answers now: a role or group by its id, or another body by its name."),
    ] = None,
    reason: Annotated[str | None, typer.Option("--reason", help="Why.")] = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record that another role or body answers for the review from a day on."""
    entry = Entry("owner-changed", given_from, date, by)
    said = entry.keys(
        by="business-manager",
        note=note,
        **entry.all_wanted(
            Want("to", to, "Who answers for the review now."),
            Want("reason", reason, "Why somebody else answers for it."),
        ),
    )
    record(ctx, review_id, change_owner, said, dry_run)
