"""`lif meeting pick`: a performance item for discussion."""

from typing import Annotated

import typer

from lif.cli.asking import required
from lif.cli.meeting.entry import MANAGER, MeetingId
from lif.cli.noun import single
from lif.cli.writing import DryRun, write
from lif.operations.meetings import pick_item

app = single()


@app.command()
def pick(
    ctx: typer.Context,
    meeting_id: MeetingId,
    indicator_id: Annotated[
        str, typer.Argument(metavar="NAME", help="The short name of an indicator, such as repeat-plans.")
    ],
    reason: Annotated[
        str | None, typer.Option("--reason", help="Why it is to be discussed, in your own words.")
    ] = None,
    by: Annotated[str, typer.Option("--by", help="Who picks it: a role, group or agency.")] = MANAGER,
    dry_run: DryRun = False,
) -> None:
    """Pick a performance item for discussion, with the reason.

    To see what is worth it: lif data suggest
    """
    said = required(
        reason, "--reason", "Reason", "The meeting is told why this figure and not another is before it."
    )
    write(ctx, lambda board: pick_item(board, meeting_id, indicator_id, said, by), dry_run)
