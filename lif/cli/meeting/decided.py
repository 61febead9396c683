"""`lif meeting decide`: a decision of a meeting."""

from typing import Annotated

import typer

from lif.cli.asking import required
from lif.cli.fields import full_day, gathered
from lif.cli.meeting.entry import MeetingId, Records
from lif.cli.noun import single
from lif.cli.state import day_of
from lif.cli.writing import DryRun, write
from lif.operations.meeting_records import decide as record

app = single()


@app.command()
def decide(
    ctx: typer.Context,
    meeting_id: MeetingId,
    text: Annotated[str | None, typer.Argument(metavar="[TEXT]", help="What was decided.")] = None,
    owner: Annotated[
        str | None, typer.Option("--owner", help="Who is to see to it: a role, group or agency.")
    ] = None,
    due: Annotated[
        str | None, typer.Option("--due", metavar="DATE", help="By when it is to be done.")
    ] = None,
    records: Records = None,
    dry_run: DryRun = False,
) -> None:
    """Record a decision.

    One with an owner or a day is followed until it is carried out. An action that comes from it names it among what
    it answers: lif action add PLAN --answers MT-2018-001.D1
    """
    said = required(text, "TEXT", "Decision", "What was decided, so that somebody who was not there knows.")
    decision = gathered({}, text=said, owner=owner, due=full_day(due, "--due"), records=records)
    today = day_of(None)
    write(ctx, lambda board: record(board, meeting_id, decision, today), dry_run)
