"""`lif review marker`: how far a review meets the quality markers."""

from typing import Annotated

import typer

from lif.cli.asking import Wanted, all_required
from lif.cli.entry import one_of, when_known
from lif.cli.noun import single
from lif.cli.review.entry import ReviewId
from lif.cli.writing import DryRun, write
from lif.operations.reviews.content import MARKER_STATES, MARKERS, judge_marker

app = single()


@app.command("marker")
def marker_(
    ctx: typer.Context,
    review_id: ReviewId,
    marker: Annotated[
        str | None, typer.Argument(metavar="[MARKER]", help=f"One of the eighteen: {', '.join(MARKERS)}.")
    ] = None,
    state: Annotated[str | None, typer.Option("--state", help=f"One of: {', '.join(MARKER_STATES)}.")] = None,
    note: Annotated[str | None, typer.Option("--note", help="What this rests on.")] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="When it was judged; today unless given.")
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Judge how far the review meets one of the eighteen quality markers."""
    named, judged = all_required(
        Wanted(marker, "MARKER", "Marker", "Which quality marker is judged.", MARKERS),
        Wanted(state, "--state", "State", "How far it is met.", MARKER_STATES),
    )
    chosen, how = one_of(named, "marker", MARKERS), one_of(judged, "state", MARKER_STATES)
    when = when_known(date, "--date")
    write(ctx, lambda board: judge_marker(board, review_id, chosen, state=how, when=when, note=note), dry_run)
