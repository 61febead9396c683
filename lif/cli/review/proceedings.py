"""`lif review proceedings`: criminal and other proceedings that run beside a review."""

from typing import Annotated

import typer

from lif.cli.entry import By, Entry, Note, On, Want
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.review.entry import ReviewId
from lif.cli.writing import DryRun, From
from lif.operations.reviews.course import PROCEEDINGS, PROCEEDINGS_STATES
from lif.operations.reviews.log import add_review_entry

app = single()


@app.command("proceedings")
def proceedings_(
    ctx: typer.Context,
    review_id: ReviewId,
    kind: Annotated[str | None, typer.Option("--kind", help=f"One of: {', '.join(PROCEEDINGS)}.")] = None,
    state: Annotated[
        str | None, typer.Option("--state", help=f"One of: {', '.join(PROCEEDINGS_STATES)}.")
    ] = None,
    effect: Annotated[
        str | None,
        typer.Option("--effect", help="What they mean for the review, such as a wait for a trial."),
    ] = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record that proceedings beside the review began, affect it or ended."""
    entry = Entry("proceedings", given_from, date, by)
    said = entry.keys(
        by="business-manager",
        **entry.all_wanted(
            Want("kind", kind, "What kind of proceedings they are.", PROCEEDINGS),
            Want("state", state, "Whether they are open or concluded.", PROCEEDINGS_STATES),
        ),
        effect=effect,
        note=note,
    )
    record(ctx, review_id, add_review_entry, said, dry_run)
