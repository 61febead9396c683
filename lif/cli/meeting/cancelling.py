"""`lif meeting cancel`: a meeting that does not take place."""

from typing import Annotated

import typer

from lif.cli.asking import required
from lif.cli.fields import full_day
from lif.cli.meeting.entry import By, MeetingId, On
from lif.cli.noun import single
from lif.cli.state import day_of
from lif.cli.writing import DryRun, write
from lif.operations.meeting_records import cancel as record

app = single()


@app.command()
def cancel(
    ctx: typer.Context,
    meeting_id: MeetingId,
    reason: Annotated[str | None, typer.Option("--reason", help="Why it does not take place.")] = None,
    by: By = "independent-chair",
    date: On = None,
    dry_run: DryRun = False,
) -> None:
    """Record that a meeting does not take place. It stays in the records, and counts in no rate of attendance."""
    why = required(reason, "--reason", "Reason", "Why it does not take place, for whoever asks in a year.")
    today = day_of(None)
    said = {"date": full_day(date, "--date") or today.isoformat(), "by": by, "reason": why}
    write(ctx, lambda board: record(board, meeting_id, said, today), dry_run)
