"""`lif meeting item`: one more point of the agenda."""

from typing import Annotated

import typer

from lif.cli.asking import required
from lif.cli.fields import gathered
from lif.cli.meeting.entry import MeetingId, Records, agenda_item
from lif.cli.noun import single
from lif.cli.writing import DryRun, write
from lif.operations.meeting_records import add_agenda_item

app = single()


@app.command("item")
def item_(
    ctx: typer.Context,
    meeting_id: MeetingId,
    text: Annotated[
        str | None,
        typer.Argument(metavar="[PURPOSE:TITLE]", help="Its purpose: decision, discussion or information."),
    ] = None,
    lead: Annotated[
        str, typer.Option("--lead", help="Who leads it: a role, group or agency.")
    ] = "independent-chair",
    asked: Annotated[
        str | None, typer.Option("--asked", help="What the group is asked to decide or do.")
    ] = None,
    records: Records = None,
    dry_run: DryRun = False,
) -> None:
    """Add a point to the agenda, such as "decision: Child A, next steps"."""
    said = required(text, "TEXT", "Purpose and title", 'Its purpose first: "decision: Child A, next steps".')
    item = gathered(agenda_item(said, lead), asked=asked, records=records)
    write(ctx, lambda board: add_agenda_item(board, meeting_id, item), dry_run)
