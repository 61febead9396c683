"""`lif review contribution`: what agencies are asked to give to a review, and what came."""

from typing import Annotated

import typer

from lif.cli.asking import required
from lif.cli.entry import one_of, when_known
from lif.cli.fields import full_day
from lif.cli.noun import noun
from lif.cli.review.entry import ReviewId
from lif.cli.writing import DryRun, write
from lif.operations.reviews.contributions import (
    METHODS,
    not_supplied,
    receive_contribution,
    request_contribution,
)

app = noun("What agencies give to a review: asked for, received, or not supplied and why.")
Agency = Annotated[str, typer.Argument(metavar="AGENCY", help="The agency, by its id.")]
Method = Annotated[
    str | None, typer.Option("--method", help=f"Which, where it gives several: {', '.join(METHODS)}.")
]
When = Annotated[
    str | None,
    typer.Option("--date", metavar="DATE", help="When, as precisely as it is known; today unless given."),
]


@app.command()
def request(
    ctx: typer.Context,
    review_id: ReviewId,
    agency: Agency,
    method: Annotated[
        str | None, typer.Option("--method", help=f"What is asked for: {', '.join(METHODS)}.")
    ] = None,
    due: Annotated[
        str | None, typer.Option("--due", metavar="DATE", help="By when it is to come in.")
    ] = None,
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="DATE", help="When it was asked for; not recorded unless given."),
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Record that an agency was asked to contribute, and by when."""
    what = required(method, "--method", "Method", "What the agency is asked for.", METHODS)
    one_of(what, "method", METHODS)
    asked, by = full_day(date, "--date"), full_day(due, "--due")
    write(
        ctx,
        lambda board: request_contribution(board, review_id, agency, what, asked=asked, due=by),
        dry_run,
    )


@app.command()
def receive(
    ctx: typer.Context,
    review_id: ReviewId,
    agency: Agency,
    method: Method = None,
    date: When = None,
    dry_run: DryRun = False,
) -> None:
    """Record that an agency's contribution came."""
    when = when_known(date, "--date")
    write(ctx, lambda board: receive_contribution(board, review_id, agency, method, when=when), dry_run)


@app.command("not-supplied")
def not_supplied_(
    ctx: typer.Context,
    review_id: ReviewId,
    agency: Agency,
    reason: Annotated[str | None, typer.Option("--reason", help="Why it was not supplied.")] = None,
    method: Method = None,
    date: When = None,
    dry_run: DryRun = False,
) -> None:
    """Record that an agency's contribution will not come, and why."""
    why = required(reason, "--reason", "Reason", "Why it was not supplied; a year later nobody remembers.")
    when = when_known(date, "--date")
    write(ctx, lambda board: not_supplied(board, review_id, agency, method, when=when, reason=why), dry_run)
