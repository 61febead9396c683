"""`lif review extend`: the date for completion is moved."""

from typing import Annotated

import typer

from lif.cli.entry import By, Entry, Note, On, Want
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.review.entry import ReviewId
from lif.cli.writing import DryRun, From
from lif.operations.reviews.course import extend

app = single()


@app.command("extend")
def extend_(
    ctx: typer.Context,
    review_id: ReviewId,
    due: Annotated[
        str | None, typer.Option("--due", metavar="DATE", help="The new date for completion.")
    ] = None,
    reason: Annotated[str | None, typer.Option("--reason", help="Why it was moved.")] = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Move the date for completion, with the reason. The first one stays on record.

    --by says who agreed to it.
    """
    entry = Entry("extended", given_from, date, by)
    wanted = entry.all_wanted(
        Want("due", due, "The new date for completion."), Want("reason", reason, "Why more time is needed.")
    )
    said = entry.keys(
        by="independent-chair",
        due=entry.day("due", wanted["due"]),
        reason=wanted["reason"],
        note=note,
    )
    record(ctx, review_id, extend, said, dry_run)
