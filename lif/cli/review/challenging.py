"""`lif review challenge`: a peer tests the group's view before the decision."""

from typing import Annotated

import typer

from lif.cli.entry import By, Entry, Note, On, Want
from lif.cli.noun import single
from lif.cli.recording import record
from lif.cli.review.entry import ReviewId
from lif.cli.writing import DryRun, From
from lif.operations.reviews.decision import PEERS, VIEWS
from lif.operations.reviews.log import add_review_entry

app = single()


@app.command()
def challenge(
    ctx: typer.Context,
    review_id: ReviewId,
    peer: Annotated[str | None, typer.Option("--peer", help=f"Who was asked: {', '.join(PEERS)}.")] = None,
    view: Annotated[str | None, typer.Option("--view", help=f"What came of it: {', '.join(VIEWS)}.")] = None,
    advice: Annotated[str | None, typer.Option("--advice", help="What the peer advised.")] = None,
    by: By = None,
    date: On = None,
    note: Note = None,
    given_from: From = None,
    dry_run: DryRun = False,
) -> None:
    """Record what a peer said to the group's view before the decision."""
    entry = Entry("challenged", given_from, date, by)
    said = entry.keys(
        by="independent-chair",
        note=note,
        **entry.all_wanted(
            Want("peer", peer, "Who was asked to test the group's view.", PEERS),
            Want("view", view, "Whether the peer agrees with the group.", VIEWS),
            Want("advice", advice, "What the peer advised, without a name."),
        ),
    )
    record(ctx, review_id, add_review_entry, said, dry_run)
