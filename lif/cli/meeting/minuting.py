"""`lif meeting minutes`: when the minutes were written and agreed."""

from typing import Annotated

import typer

from lif.cli.fields import full_day, gathered
from lif.cli.meeting.entry import MeetingId
from lif.cli.noun import single
from lif.cli.state import day_of
from lif.cli.writing import DryRun, write
from lif.operations.meeting_records import record_minutes
from lif.store.errors import WrongUse

app = single()


@app.command()
def minutes(
    ctx: typer.Context,
    meeting_id: MeetingId,
    written: Annotated[
        str | None, typer.Option("--written", metavar="DATE", help="The day the draft went round.")
    ] = None,
    agreed: Annotated[
        str | None, typer.Option("--agreed", metavar="DATE", help="The day they were agreed.")
    ] = None,
    at: Annotated[
        str | None, typer.Option("--at", metavar="MEETING", help="The meeting that agreed them.")
    ] = None,
    kept: Annotated[str | None, typer.Option("--kept", help="Where they are kept, in words.")] = None,
    dry_run: DryRun = False,
) -> None:
    """Record when the minutes were written and agreed, and where they are kept."""
    said = gathered(
        {}, written=full_day(written, "--written"), agreed=full_day(agreed, "--agreed"), at=at, kept=kept
    )
    if not said:
        raise WrongUse(
            "Nothing is said of the minutes.",
            f"Such as: lif meeting minutes {meeting_id} --written 2018-03-15",
        )
    today = day_of(None)
    write(ctx, lambda board: record_minutes(board, meeting_id, said, today), dry_run)
