"""`lif meeting unpick`: a performance item that is not to be discussed after all."""

from typing import Annotated

import typer

from lif.cli.meeting.entry import MeetingId
from lif.cli.noun import single
from lif.cli.writing import DryRun, write
from lif.operations.meetings import unpick_item

app = single()


@app.command()
def unpick(
    ctx: typer.Context,
    meeting_id: MeetingId,
    indicator_id: Annotated[
        str, typer.Argument(metavar="NAME", help="The short name of an indicator that is picked.")
    ],
    dry_run: DryRun = False,
) -> None:
    """Take a performance item off again that was picked for discussion."""
    write(ctx, lambda board: unpick_item(board, meeting_id, indicator_id), dry_run)
