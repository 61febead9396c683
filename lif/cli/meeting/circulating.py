"""`lif meeting circulate`: the day on which the papers went out."""

import typer

from lif.cli.fields import full_day
from lif.cli.meeting.entry import MeetingId, On
from lif.cli.noun import single
from lif.cli.state import day_of
from lif.cli.writing import DryRun, write
from lif.operations.meeting_records import circulate as record

app = single()


@app.command()
def circulate(ctx: typer.Context, meeting_id: MeetingId, date: On = None, dry_run: DryRun = False) -> None:
    """Record the day on which the papers went out.

    It is held beside the lead time that the group promises its members. Where a pack built by lif went out, record
    that instead: lif meeting sent
    """
    today = day_of(None)
    day = full_day(date, "--date") or today.isoformat()
    write(ctx, lambda board: record(board, meeting_id, day, today), dry_run)
